import { LightningElement, api } from 'lwc';
import { watchRecord } from 'lds/recordPage';
import { recordName } from 'lds/records';
import { outputOf } from 'records/fieldModel';

const ICONS = {
  Opportunity: 'standard:opportunity',
  Lead: 'standard:lead',
  Account: 'standard:account',
  Contact: 'standard:contact',
  Case: 'standard:case',
  Onboarding__c: 'standard:timesheet',
};

/** The record's name and its compact layout. */
export default class HighlightspanelRecordLayout2 extends LightningElement {
  @api objectApiName;
  @api recordId;
  page = null;

  connectedCallback() {
    this.stop = watchRecord(this.objectApiName, this.recordId, (page) => (this.page = page));
  }

  disconnectedCallback() {
    this.stop();
  }

  get icon() {
    return ICONS[this.objectApiName];
  }

  get objectLabel() {
    return this.page.info.label;
  }

  get name() {
    return recordName(this.page.record);
  }

  get details() {
    const { info, record } = this.page;
    return info.layout.highlights.map((name) => ({ ...outputOf(record, info.fields[name]), label: info.fields[name].label }));
  }
}
