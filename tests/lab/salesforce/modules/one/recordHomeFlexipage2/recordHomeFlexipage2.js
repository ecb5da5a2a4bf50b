import { LightningElement, api } from 'lwc';

/** The root of a record page. */
export default class RecordHomeFlexipage2 extends LightningElement {
  @api objectApiName;
  @api recordId;
}
