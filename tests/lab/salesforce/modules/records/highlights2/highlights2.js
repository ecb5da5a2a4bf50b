import { LightningElement, api } from 'lwc';

/** The frame of the highlights: icon, name, actions, compact fields. */
export default class Highlights2 extends LightningElement {
  @api page;
}
