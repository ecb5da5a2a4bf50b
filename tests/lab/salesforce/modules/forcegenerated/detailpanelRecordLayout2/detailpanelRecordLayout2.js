import { LightningElement, api } from 'lwc';

/** The details layout. */
export default class DetailpanelRecordLayout2 extends LightningElement {
  @api sections;

  handleInput(event) {
    const { name, type, checked } = event.target;
    const value = type === 'checkbox' ? checked : event.detail.value;
    this.dispatchEvent(new CustomEvent('fieldchange', { detail: { field: name, value }, bubbles: true, composed: true }));
  }
}
