import { LightningElement } from 'lwc';
import { loadList, onRecordChange, peekRecord } from 'lds/records';
import { recordUrl } from 'one/router';

/** The home page: a link to every record. */
export default class Home extends LightningElement {
  ids = [];

  connectedCallback() {
    onRecordChange(() => (this.ids = [...this.ids]));
    this.load();
  }

  async load() {
    const lists = await Promise.all(['Opportunity', 'Lead'].map((name) => loadList(name, 'ListUiController.postListRecordsByName')));
    this.ids = lists.flat();
  }

  get cards() {
    const rows = this.ids.map((id) => {
      const { apiName, fields } = peekRecord(id);
      const stage = fields.StageName ?? fields.Status;
      return { id, apiName, name: fields.Name.value, stage: stage.displayValue, href: recordUrl(apiName, id) };
    });
    return [
      { title: 'Opportunities', icon: 'standard:opportunity', rows: rows.filter(({ apiName }) => apiName === 'Opportunity') },
      { title: 'Leads', icon: 'standard:lead', rows: rows.filter(({ apiName }) => apiName === 'Lead') },
    ];
  }
}
