import { LightningElement, api } from 'lwc';

/** The panel at the top of a record page. */
export default class LwcHighlightsPanel extends LightningElement {
  @api objectApiName;
  @api recordId;
}
