import { LightningElement, api } from 'lwc';
import { explain } from 'lds/errors';
import { updateRecord } from 'lds/records';
import { listColumns, listRow } from 'lst/listModel';
import { showToast } from 'one/toast';
import { typed } from 'records/fieldModel';

const NO_ERRORS = { rows: {}, table: {} };

/** The table's rows and columns, and its save: one request for all edited rows, of which each is saved or refused by itself. */
export default class PrimaryDisplayGrid extends LightningElement {
  @api description;
  @api records;
  drafts = [];
  errors = NO_ERRORS;

  get columns() {
    return listColumns(this.description);
  }

  get rows() {
    return this.records.map((record) => listRow(record, this.description));
  }

  handleCancel() {
    this.drafts = [];
    this.errors = NO_ERRORS;
  }

  async handleSave({ detail: { draftValues } }) {
    this.drafts = draftValues;
    this.errors = NO_ERRORS;
    const saves = await Promise.allSettled(draftValues.map((draft) => this.save(draft)));
    const refused = draftValues.flatMap((draft, i) => (saves[i].status === 'rejected' ? [{ draft, error: saves[i].reason }] : []));
    const count = draftValues.length - refused.length;
    if (count > 0) showToast('success', `${count} ${count === 1 ? 'record was' : 'records were'} saved.`);
    this.drafts = refused.map(({ draft }) => draft);
    this.errors = refused.length > 0 ? errorsOf(refused) : NO_ERRORS;
  }

  save({ id, ...fields }) {
    const { info } = this.description;
    const values = Object.entries(fields).map(([name, value]) => [name, typed(info.fields[name], value)]);
    return updateRecord(id, Object.fromEntries(values));
  }
}

/** As the base table takes them: by row, and in sum. */
function errorsOf(refused) {
  const rows = refused.map(({ draft: { id, ...fields }, error }) => {
    const { page, fields: byField } = explain(error);
    return [id, { title: 'We found an error.', messages: [...page, ...Object.values(byField).flat()], fieldNames: Object.keys(fields) }];
  });
  const messages = [...new Set(rows.flatMap(([, { messages: texts }]) => texts))];
  return { rows: Object.fromEntries(rows), table: { title: 'We hit a snag.', messages } };
}
