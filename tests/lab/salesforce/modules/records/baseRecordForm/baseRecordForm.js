import { LightningElement, api } from 'lwc';
import { explain } from 'lds/errors';
import { watchRecord } from 'lds/recordPage';
import { updateRecord } from 'lds/records';
import { showToast } from 'one/toast';
import { typed } from 'records/fieldModel';
import { sectionsOf } from 'records/layoutModel';

const NO_ERRORS = { page: [], fields: {} };

/** Holds a form's state: view or edit, the drafts, and what the last save was refused for. */
export default class BaseRecordForm extends LightningElement {
  @api objectApiName;
  @api recordId;
  @api mode = 'view';
  page = null;
  editing = false;
  saving = false;
  drafts = {};
  errors = NO_ERRORS;

  connectedCallback() {
    this.editing = this.mode === 'edit';
    this.stop = watchRecord(this.objectApiName, this.recordId, (page) => (this.page = page));
  }

  disconnectedCallback() {
    this.stop();
  }

  get sections() {
    return sectionsOf(this.page, { editing: this.editing, drafts: this.drafts, fieldErrors: this.errors.fields });
  }

  get containerClass() {
    return `record-layout-container${this.editing ? ' is-editing' : ''}`;
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
    this.end();
  }

  async handleSave() {
    if (this.saving) return;
    this.saving = true;
    this.errors = NO_ERRORS;
    try {
      if (Object.keys(this.drafts).length > 0) await updateRecord(this.recordId, this.drafts);
      if (this.mode === 'edit') showToast('success', `${this.page.info.label} "${this.page.record.fields.Name.value}" was saved.`);
      this.end();
    } catch (error) {
      this.errors = explain(error);
    } finally {
      this.saving = false;
    }
  }

  end() {
    this.drafts = {};
    this.errors = NO_ERRORS;
    this.editing = this.mode === 'edit';
    this.dispatchEvent(new CustomEvent('editend', { bubbles: true, composed: true }));
  }
}
