import { LightningElement, api } from 'lwc';

/** One field of the compact layout. */
export default class HighlightsDetailsItem extends LightningElement {
  @api label;
}
