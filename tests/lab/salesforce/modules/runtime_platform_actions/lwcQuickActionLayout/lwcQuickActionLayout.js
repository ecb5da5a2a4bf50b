import { LightningElement, api } from 'lwc';

/** A quick action that changes the record in view: a form of the fields that its administrator chose. */
export default class LwcQuickActionLayout extends LightningElement {
  @api objectApiName;
  @api recordId;
  @api actionApiName;
}
