import { LightningElement, api } from 'lwc';

/** The page of an object's list views. */
export default class ObjectHome extends LightningElement {
  @api objectApiName;
}
