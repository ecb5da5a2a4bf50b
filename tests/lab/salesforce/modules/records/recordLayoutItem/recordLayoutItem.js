import { LightningElement, api } from 'lwc';

/** One field of the layout: label, value, and the pencil that starts the inline edit (facts/salesforce.md §1.4). */
export default class RecordLayoutItem extends LightningElement {
  _item;

  @api
  get item() {
    return this._item;
  }
  set item(item) {
    this._item = item;
    this.setAttribute('field-label', item.label);
  }

  get elementClass() {
    const mode = this.item.editing ? '' : ' slds-form-element_readonly';
    const editable = this.item.editable ? ' slds-form-element_edit slds-hint-parent' : ' is-read-only';
    return `slds-form-element test-id__output-root is-stacked${editable}${mode}${this.item.error ? ' slds-has-error' : ''}`;
  }

  get hasTrigger() {
    return this.item.editable && !this.item.editing;
  }

  get hasUndo() {
    return this.item.editing && this.item.dirty;
  }

  get editTitle() {
    return `Edit ${this.item.label}`;
  }

  get undoTitle() {
    return `Undo ${this.item.label}`;
  }

  get inView() {
    return !this.item.editing;
  }

  handleEdit() {
    this.tell('inlineedit');
  }

  handleUndo() {
    this.tell('undo');
  }

  tell(type) {
    this.dispatchEvent(new CustomEvent(type, { detail: { field: this.item.apiName }, bubbles: true, composed: true }));
  }
}
