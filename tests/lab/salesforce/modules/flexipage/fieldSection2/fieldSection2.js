import { LightningElement, api } from 'lwc';

/** A section of fields that stand on the page by themselves. */
export default class FieldSection2 extends LightningElement {
  @api heading;
}
