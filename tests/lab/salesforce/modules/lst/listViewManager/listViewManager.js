import { LightningElement, api } from 'lwc';
import { describe } from 'lds/metadata';
import { loadList, onRecordChange, peekRecord } from 'lds/records';

const POST_LIST = 'ListUiController.postListRecordsByName';
const GET_ITEMS =
  'serviceComponent://ui.force.components.controllers.lists.listViewDataManager.ListViewDataManagerController/ACTION$getItems';

/** A list view as a table or as a Kanban board. The display is not in the address. */
export default class ListViewManager extends LightningElement {
  @api objectApiName;
  display = 'table';
  description = null;
  records = [];

  connectedCallback() {
    this.stop = onRecordChange(() => (this.records = this.records.map(({ id }) => peekRecord(id))));
    describe(this.objectApiName).then((description) => (this.description = description));
    this.load();
  }

  disconnectedCallback() {
    this.stop();
  }

  async load() {
    const ids = await loadList(this.objectApiName, this.display === 'table' ? POST_LIST : GET_ITEMS);
    this.records = ids.map(peekRecord);
  }

  get ready() {
    return this.description !== null;
  }

  get isKanban() {
    return this.display === 'kanban';
  }

  get countText() {
    return `${this.records.length} items`;
  }

  handleDisplay({ detail }) {
    this.display = detail;
    this.load();
  }
}
