import { LightningElement } from 'lwc';
import { loadList, onRecordChange, peekRecord, recordName } from 'lds/records';
import { recordUrl } from 'one/router';

const CARDS = [
  { title: 'Opportunities', icon: 'standard:opportunity', object: 'Opportunity', field: 'StageName' },
  { title: 'Leads', icon: 'standard:lead', object: 'Lead', field: 'Status' },
  { title: 'Cases', icon: 'standard:case', object: 'Case', field: 'Status' },
  { title: 'Onboardings', icon: 'standard:timesheet', object: 'Onboarding__c', field: 'Phase__c' },
];

/** The home page: a link to every record. */
export default class Home extends LightningElement {
  ids = [];

  connectedCallback() {
    onRecordChange(() => (this.ids = [...this.ids]));
    this.load();
  }

  async load() {
    const lists = await Promise.all(CARDS.map(({ object }) => loadList(object, 'ListUiController.postListRecordsByName')));
    this.ids = lists.flat();
  }

  get cards() {
    const records = this.ids.map(peekRecord);
    return CARDS.map(({ title, icon, object, field }) => ({
      title,
      icon,
      rows: records
        .filter(({ apiName }) => apiName === object)
        .map((record) => ({
          id: record.id,
          name: recordName(record),
          stage: record.fields[field].displayValue,
          href: recordUrl(object, record.id),
        })),
    }));
  }
}
