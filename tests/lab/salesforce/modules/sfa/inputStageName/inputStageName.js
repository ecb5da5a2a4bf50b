import { LightningElement, api } from 'lwc';

/** An opportunity's stage in edit. */
export default class InputStageName extends LightningElement {
  @api input;
}
