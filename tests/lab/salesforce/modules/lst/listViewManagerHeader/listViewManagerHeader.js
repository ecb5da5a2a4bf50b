import { LightningElement, api } from 'lwc';

/** The list's name, its count, and the display switch. */
export default class ListViewManagerHeader extends LightningElement {
  @api objectApiName;
  @api label;
  @api count;
  @api display;

  handleDisplay({ detail }) {
    this.dispatchEvent(new CustomEvent('display', { detail }));
  }
}
