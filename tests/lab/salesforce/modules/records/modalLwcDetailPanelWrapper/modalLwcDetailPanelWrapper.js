import { LightningElement, api } from 'lwc';

/** The details in the edit modal. */
export default class ModalLwcDetailPanelWrapper extends LightningElement {
  @api objectApiName;
  @api recordId;
}
