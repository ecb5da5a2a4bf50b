import { LightningElement, api } from 'lwc';
import { navigate, newUrl } from 'one/router';

/** The actions of an object's list. */
export default class ObjectActions extends LightningElement {
  @api objectApiName;

  get target() {
    return `sfdc:StandardButton.${this.objectApiName}.New`;
  }

  handleNew() {
    navigate(newUrl(this.objectApiName));
  }
}
