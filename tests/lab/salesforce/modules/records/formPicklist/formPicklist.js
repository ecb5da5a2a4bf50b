import { LightningElement, api } from 'lwc';

/** Puts a field's picklist into the base component, and tells the form of a choice. */
export default class FormPicklist extends LightningElement {
  @api input;

  handleChange(event) {
    event.stopPropagation();
    const detail = { field: this.input.apiName, value: event.detail.value };
    this.dispatchEvent(new CustomEvent('fieldchange', { detail, bubbles: true, composed: true }));
  }
}
