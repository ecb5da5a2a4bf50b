import { LightningElement, api } from 'lwc';

/** The row of steps, with the button that moves the record. */
export default class PathTrack extends LightningElement {
  @api steps;
  @api action;
  @api saving = false;
  @api expanded = false;

  get ariaExpanded() {
    return String(this.expanded);
  }

  get chevron() {
    return this.expanded ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get actionClass() {
    return `slds-button slds-button_brand slds-path__mark-complete ${this.action.kind}`;
  }

  handleToggle() {
    this.dispatchEvent(new CustomEvent('toggle'));
  }

  handleAction() {
    this.dispatchEvent(new CustomEvent('action'));
  }
}
