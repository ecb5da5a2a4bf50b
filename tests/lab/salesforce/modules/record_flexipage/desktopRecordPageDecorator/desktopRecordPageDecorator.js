import { LightningElement, api } from 'lwc';

/** Wraps a record page's template. `form` is `{editing, saving, errors}` of the fields that stand on the page by themselves. */
export default class DesktopRecordPageDecorator extends LightningElement {
  @api form;

  get editing() {
    return this.form?.editing;
  }

  handleSave() {
    this.dispatchEvent(new CustomEvent('save'));
  }

  handleCancel() {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}
