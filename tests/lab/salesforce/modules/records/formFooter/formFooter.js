import { LightningElement, api } from 'lwc';

/** Save and Cancel, and what the last save was refused for. */
export default class FormFooter extends LightningElement {
  @api errors;
  @api saving = false;
  closedErrors = null;

  get showsErrors() {
    return this.hasErrors && this.closedErrors !== this.errors;
  }

  get hasErrors() {
    return this.errors.page.length + this.errors.fields.length > 0;
  }

  handleCloseErrors() {
    this.closedErrors = this.errors;
  }

  handleSave() {
    this.dispatchEvent(new CustomEvent('save'));
  }

  handleCancel() {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}
