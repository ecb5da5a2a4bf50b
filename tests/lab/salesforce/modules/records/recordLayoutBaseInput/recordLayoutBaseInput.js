import { LightningElement, api } from 'lwc';

/** Puts a field into the base component, and tells the form of each change. */
export default class RecordLayoutBaseInput extends LightningElement {
  @api input;

  handleChange(event) {
    event.stopPropagation();
    const value = this.input.isCheckbox ? event.target.checked : event.detail.value;
    const detail = { field: this.input.apiName, value };
    this.dispatchEvent(new CustomEvent('fieldchange', { detail, bubbles: true, composed: true }));
  }
}
