import { LightningElement, api } from 'lwc';

/** One tab of the navigation bar. */
export default class AppNavBarItemRoot extends LightningElement {
  @api item;

  get itemClass() {
    return `slds-context-bar__item${this.item.current ? ' slds-is-active' : ''}`;
  }

  get ariaCurrent() {
    return this.item.current ? 'page' : null;
  }
}
