import { LightningElement, api } from 'lwc';

/** A picklist field in edit. */
export default class RecordPicklist extends LightningElement {
  @api input;
}
