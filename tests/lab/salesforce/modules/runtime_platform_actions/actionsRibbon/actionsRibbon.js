import { LightningElement } from 'lwc';

/** The record's actions. Only Edit does something here. */
export default class ActionsRibbon extends LightningElement {
  handleEdit() {
    this.dispatchEvent(new CustomEvent('edit'));
  }
}
