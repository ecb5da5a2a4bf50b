import { LightningElement, api } from 'lwc';

/** The popover that says why a save was refused. */
export default class RecordEditError extends LightningElement {
  @api errors;

  get hasPageErrors() {
    return this.errors.page.length > 0;
  }

  get hasFieldErrors() {
    return this.errors.fields.length > 0;
  }

  handleClose() {
    this.dispatchEvent(new CustomEvent('close'));
  }
}
