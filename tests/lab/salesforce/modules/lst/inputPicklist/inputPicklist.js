import { LightningElement, api } from 'lwc';

/** Puts a field's picklist into the base component. */
export default class InputPicklist extends LightningElement {
  static delegatesFocus = true;
  @api fieldApiName;
  @api label;
  @api options;
  @api required;
  @api value;

  @api
  get validity() {
    return this.refs.picklist.validity;
  }

  @api
  focus() {
    this.refs.picklist.focus();
  }

  @api
  showHelpMessageIfInvalid() {
    this.refs.picklist.showHelpMessageIfInvalid();
  }

  handleChange(event) {
    this.value = event.detail.value;
  }
}
