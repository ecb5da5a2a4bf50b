import { LightningElement, api } from 'lwc';

/** The page as an administrator laid it out: highlights, Path, details, activity. */
export default class FlexipageRecordPage extends LightningElement {
  @api objectApiName;
  @api recordId;

  get hasPath() {
    return this.objectApiName !== 'Account';
  }
}
