import { LightningElement, api } from 'lwc';

/** The header: search, user, and the app's navigation bar. A console has tabs in its place. */
export default class AppNav extends LightningElement {
  @api isConsole = false;

  get hasBar() {
    return !this.isConsole;
  }
}
