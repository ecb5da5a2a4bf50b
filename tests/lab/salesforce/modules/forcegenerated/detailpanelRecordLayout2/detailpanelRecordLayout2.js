import { LightningElement, api } from 'lwc';

/** The details layout. */
export default class DetailpanelRecordLayout2 extends LightningElement {
  @api sections;
}
