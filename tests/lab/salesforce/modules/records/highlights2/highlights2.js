import { LightningElement } from 'lwc';

/** The frame of the highlights: icon, name, actions, compact fields. */
export default class Highlights2 extends LightningElement {
  handleEdit() {
    this.dispatchEvent(new CustomEvent('edit'));
  }
}
