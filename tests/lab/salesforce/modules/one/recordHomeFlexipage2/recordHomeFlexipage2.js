import { LightningElement, api } from 'lwc';
import { labHas } from 'one/lab';

/** The objects whose pages an administrator may break up into single fields. */
const DYNAMIC = ['Opportunity', 'Lead', 'Case', 'Onboarding__c'];

/** The root of a record page. */
export default class RecordHomeFlexipage2 extends LightningElement {
  @api objectApiName;
  @api recordId;

  get hasDynamicForms() {
    return labHas('dynamic-forms') && DYNAMIC.includes(this.objectApiName);
  }
}
