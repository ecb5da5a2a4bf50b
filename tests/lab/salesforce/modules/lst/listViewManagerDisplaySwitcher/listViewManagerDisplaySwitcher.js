import { LightningElement, api } from 'lwc';

const DISPLAYS = [
  { value: 'table', label: 'Table', icon: 'utility:table' },
  { value: 'kanban', label: 'Kanban', icon: 'utility:kanban' },
];

/** Chooses between table and Kanban. */
export default class ListViewManagerDisplaySwitcher extends LightningElement {
  @api display;

  get icon() {
    return DISPLAYS.find(({ value }) => value === this.display).icon;
  }

  get items() {
    return DISPLAYS.map((item) => ({ ...item, checked: item.value === this.display }));
  }

  handleSelect({ detail }) {
    this.dispatchEvent(new CustomEvent('display', { detail: detail.value }));
  }
}
