import { LightningElement, api } from 'lwc';
import { recordUrl } from 'one/router';
import { outputOf } from 'records/fieldModel';

const COLUMNS = ['Name', 'AccountId', 'StageName', 'Amount', 'CloseDate', 'NextStep'];

/** The table's rows and columns. */
export default class PrimaryDisplayGrid extends LightningElement {
  @api description;
  @api records;

  get columns() {
    const { fields } = this.description.info;
    return COLUMNS.filter((name) => name in fields).map((name) => fields[name]);
  }

  get rows() {
    return this.records.map((record, i) => ({
      id: record.id,
      number: i + 1,
      cells: this.columns.map((field) => {
        const output = outputOf(record, field);
        const href = field.apiName === 'Name' ? recordUrl(record.apiName, record.id) : output.href;
        return { key: field.apiName, label: field.label, text: output.text, href };
      }),
    }));
  }
}
