import { LightningElement, api } from 'lwc';
import { watchRecord } from 'lds/recordPage';
import { editUrl, navigate } from 'one/router';
import { outputOf } from 'records/fieldModel';

const ICONS = { Opportunity: 'standard:opportunity', Lead: 'standard:lead', Account: 'standard:account' };

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
    return this.page.record.fields.Name.value;
  }

  get details() {
    const { info, record } = this.page;
    return info.layout.highlights.map((name) => ({ ...outputOf(record, info.fields[name]), label: info.fields[name].label }));
  }

  handleEdit() {
    navigate(editUrl(this.objectApiName, this.recordId));
  }
}
