import { LightningElement, api } from 'lwc';

/** The editor of a cell whose type the base table does not know. The table's panel asks it for its value. */
export default class CustomEditCell extends LightningElement {
  static delegatesFocus = true;
  @api fieldApiName;
  @api label;
  @api options;
  @api required;
  _value;

  @api
  get value() {
    return this.refs?.input?.value ?? this._value;
  }
  set value(value) {
    this._value = value;
  }

  @api
  get validity() {
    return this.refs.input.validity;
  }

  @api
  focus() {
    this.refs.input.focus();
  }

  @api
  showHelpMessageIfInvalid() {
    this.refs.input.showHelpMessageIfInvalid();
  }
}
