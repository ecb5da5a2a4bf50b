import { LightningElement, api } from 'lwc';

/** A section of the layout, under its heading. */
export default class RecordLayoutSection extends LightningElement {
  @api heading;
}
