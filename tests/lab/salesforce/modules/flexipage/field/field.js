import { LightningElement, api } from 'lwc';

/** The place of one field on the page. */
export default class Field extends LightningElement {
  @api item;
}
