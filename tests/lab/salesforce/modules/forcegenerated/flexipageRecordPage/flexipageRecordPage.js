import { LightningElement, api } from 'lwc';
import { labHas } from 'one/lab';

const WITHOUT_PATH = ['Account', 'Contact'];

/** The page as an administrator laid it out: highlights, Path, details, activity. */
export default class FlexipageRecordPage extends LightningElement {
  @api objectApiName;
  @api recordId;

  get isAccount() {
    return this.objectApiName === 'Account';
  }

  get hasPath() {
    return !WITHOUT_PATH.includes(this.objectApiName);
  }

  get hasAuraPath() {
    return this.hasPath && !labHas('lwc-path');
  }

  get hasLwcPath() {
    return this.hasPath && labHas('lwc-path');
  }
}
