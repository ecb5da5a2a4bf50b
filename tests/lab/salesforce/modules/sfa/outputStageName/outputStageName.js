import { LightningElement, api } from 'lwc';

/** An opportunity's stage in view. */
export default class OutputStageName extends LightningElement {
  @api value;
}
