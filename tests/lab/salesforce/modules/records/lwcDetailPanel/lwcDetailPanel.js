import { LightningElement, api } from 'lwc';

/** The record's details. With `mode` edit it starts as a form. */
export default class LwcDetailPanel extends LightningElement {
  @api objectApiName;
  @api recordId;
  @api mode = 'view';
}
