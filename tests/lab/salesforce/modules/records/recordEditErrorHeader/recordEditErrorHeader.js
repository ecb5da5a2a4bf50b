import { LightningElement } from 'lwc';

/** The popover's title and its close button. */
export default class RecordEditErrorHeader extends LightningElement {
  handleClose() {
    this.dispatchEvent(new CustomEvent('close'));
  }
}
