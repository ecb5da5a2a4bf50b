import { LightningElement, api } from 'lwc';
import { outputOf } from 'records/fieldModel';

/** The key fields of a step. */
export default class PathFields extends LightningElement {
  @api page;

  get fields() {
    const { info, record } = this.page;
    return info.layout.highlights.map((name) => ({ ...outputOf(record, info.fields[name]), label: info.fields[name].label }));
  }
}
