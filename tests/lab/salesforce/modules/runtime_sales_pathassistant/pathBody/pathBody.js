import { LightningElement, api } from 'lwc';

/** What an administrator put under the step: key fields and guidance. */
export default class PathBody extends LightningElement {
  @api page;
}
