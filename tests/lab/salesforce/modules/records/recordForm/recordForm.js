import { LightningElement, api } from 'lwc';
import { explain } from 'lds/errors';
import { blankRecord, watchRecord } from 'lds/recordPage';
import { createRecord, performQuickAction, recordName, updateRecord } from 'lds/records';
import { showToast } from 'one/toast';
import { typed } from 'records/fieldModel';
import { sectionsOf } from 'records/layoutModel';

const NO_ERRORS = { page: [], fields: {} };

/**
 * What every form of a record does: view or edit, the drafts, and what the last save was refused for. Without a record id it makes a new
 * record; with a quick action it saves through that, and shows its fields only.
 */
export default class RecordForm extends LightningElement {
  @api objectApiName;
  @api recordId;
  @api actionApiName;
  @api mode = 'view';
  page = null;
  editing = false;
  saving = false;
  drafts = {};
  errors = NO_ERRORS;

  connectedCallback() {
    this.editing = this.mode === 'edit';
    const keep = (page) => (this.page = page);
    this.stop = this.recordId ? watchRecord(this.objectApiName, this.recordId, keep) : blankRecord(this.objectApiName, keep);
  }

  disconnectedCallback() {
    this.stop();
  }

  get sections() {
    const form = { editing: this.editing, drafts: this.drafts, fieldErrors: this.errors.fields };
    return sectionsOf(this.page, form, this.actionApiName);
  }

  get labelledErrors() {
    const fields = Object.keys(this.errors.fields).map((name) => this.page.info.fields[name]?.label ?? name);
    return { page: this.errors.page, fields };
  }

  handleEdit() {
    this.editing = true;
  }

  handleFieldChange({ detail: { field, value } }) {
    const next = typed(this.page.info.fields[field], value);
    const { [field]: previous, ...others } = this.drafts;
    this.drafts = next === this.page.record.fields[field].value ? others : { ...others, [field]: next };
  }

  handleUndo({ detail: { field } }) {
    const { [field]: undone, ...others } = this.drafts;
    this.drafts = others;
  }

  handleCancel() {
    this.end(null);
  }

  async handleSave() {
    if (this.saving) return;
    this.saving = true;
    this.errors = NO_ERRORS;
    try {
      const id = await this.save();
      if (this.mode === 'edit') this.tellSaved();
      this.end(id);
    } catch (error) {
      this.errors = explain(error);
    } finally {
      this.saving = false;
    }
  }

  /** Resolves with the record's id. A new record is saved with every field of its layout, the empty ones too. */
  async save() {
    if (!this.recordId) {
      const names = this.page.info.layout.sections.flatMap(({ rows }) => rows.flat());
      const editable = names.filter((name) => this.page.info.fields[name].updateable);
      const blank = Object.fromEntries(editable.map((name) => [name, this.page.record.fields[name].value]));
      const { id } = await createRecord(this.objectApiName, { ...blank, ...this.drafts });
      return id;
    }
    if (Object.keys(this.drafts).length === 0) return this.recordId;
    if (this.actionApiName) await performQuickAction(this.actionApiName, this.recordId, this.drafts);
    else await updateRecord(this.recordId, this.drafts, this.objectApiName);
    return this.recordId;
  }

  tellSaved() {
    const { info, record } = this.page;
    const name = this.recordId ? recordName(record) : this.drafts.Name;
    showToast('success', `${info.label} "${name}" was ${this.recordId ? 'saved' : 'created'}.`);
  }

  end(recordId) {
    this.drafts = {};
    this.errors = NO_ERRORS;
    this.editing = this.mode === 'edit';
    this.dispatchEvent(new CustomEvent('editend', { detail: { recordId }, bubbles: true, composed: true }));
  }
}
