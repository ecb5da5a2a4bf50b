import { LightningElement } from 'lwc';
import { loadList, onRecordChange, peekRecord, recordName } from 'lds/records';
import { listUrl, onNavigate, recordUrl } from 'one/router';

const GET_ITEMS =
  'serviceComponent://ui.force.components.controllers.lists.listViewDataManager.ListViewDataManagerController/ACTION$getItems';
const PINNED_OPPORTUNITIES = 3;
const PINNED_LEADS = 1;

/** The app's tabs: home, the list, and a few pinned records. */
export default class AppNavBar extends LightningElement {
  pinned = [];
  path = location.pathname;

  connectedCallback() {
    onNavigate(() => (this.path = location.pathname));
    onRecordChange(() => (this.pinned = [...this.pinned]));
    this.pin();
  }

  async pin() {
    const [opportunities, leads] = await Promise.all([loadList('Opportunity', GET_ITEMS), loadList('Lead', GET_ITEMS)]);
    this.pinned = [...opportunities.slice(1, 1 + PINNED_OPPORTUNITIES), ...leads.slice(0, PINNED_LEADS)];
  }

  get items() {
    const fixed = [
      { label: 'Home', href: '/lightning/page/home' },
      { label: 'Opportunities', href: listUrl('Opportunity') },
      { label: 'Stage Tools', href: '/lightning/n/Stage_Tools' },
    ];
    const pinned = this.pinned.map((id) => {
      const record = peekRecord(id);
      return { label: recordName(record), href: recordUrl(record.apiName, id) };
    });
    return [...fixed, ...pinned].map((item) => ({ ...item, current: item.href.split('?')[0] === this.path }));
  }
}
