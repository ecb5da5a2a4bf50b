import { LightningElement, api } from 'lwc';
import { loadList, onRecordChange, peekRecord, recordName } from 'lds/records';
import { recordUrl } from 'one/router';

/** The opportunities of an account. */
export default class RelatedListSingleContainer extends LightningElement {
  @api recordId;
  ids = [];

  connectedCallback() {
    this.stop = onRecordChange(() => (this.ids = [...this.ids]));
    this.load();
  }

  disconnectedCallback() {
    this.stop();
  }

  async load() {
    const ids = await loadList('Opportunity', 'ListUiController.postListRecordsByName');
    this.ids = ids.filter((id) => peekRecord(id).fields.AccountId.value === this.recordId);
  }

  get count() {
    return this.ids.length;
  }

  get allHref() {
    return `/lightning/r/Account/${this.recordId}/related/Opportunities/view`;
  }

  get rows() {
    return this.ids.map((id) => {
      const record = peekRecord(id);
      const { displayValue: stage } = record.fields.StageName;
      return { id, name: recordName(record), stage, href: recordUrl('Opportunity', id) };
    });
  }
}
