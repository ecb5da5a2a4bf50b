import { LightningElement, api } from 'lwc';
import { oneLine } from 'lds/errors';
import { watchRecord } from 'lds/recordPage';
import { saveRecordRep, updateRecord } from 'lds/records';
import { showToast } from 'one/toast';
import { stepsOf } from 'runtime_sales_pathassistant/steps';
import { openLeadConvert } from 'runtime_sales_lead/convertModal';

const SAVE = { updateRecord, saveRecord: saveRecordRep };
const NOUNS = { StageName: 'Stage', Status: 'Status' };

/** What both generations of Path do: a step is chosen, then one button saves it, or asks in which way the record is closed. */
export default class PathBase extends LightningElement {
  @api objectApiName;
  @api recordId;
  page = null;
  chosen = null;
  saving = false;
  choosingClosed = false;

  connectedCallback() {
    this.stop = watchRecord(this.objectApiName, this.recordId, (page) => (this.page = page));
  }

  disconnectedCallback() {
    this.stop();
  }

  get field() {
    return this.page.info.pathField;
  }

  get stages() {
    return this.page.picklists[this.field];
  }

  get current() {
    return this.page.record.fields[this.field].value;
  }

  get steps() {
    return stepsOf({ stages: this.stages, end: this.page.info.pathEnd }, this.current, this.chosen);
  }

  get closedStages() {
    return this.stages.filter(({ attributes }) => attributes.closed);
  }

  /** `kind` is the button's class: `current` where the current step is chosen, `active` for another one (facts/salesforce.md §1.3). */
  get action() {
    const { steps, noun } = this;
    const at = steps.findIndex(({ chosen }) => chosen);
    const { ends, isCurrent, value } = steps[at];
    if (ends === 'converted') return { kind: 'active', label: `Select Converted ${noun}`, run: () => openLeadConvert(this.recordId) };
    if (ends)
      return { kind: 'active', label: isCurrent ? `Change Closed ${noun}` : `Select Closed ${noun}`, run: () => this.openChooser() };
    if (!isCurrent) return { kind: 'active', label: `Mark as Current ${noun}`, run: () => this.save(value) };
    return { kind: 'current', label: `Mark ${noun} as Complete`, run: () => this.complete(steps[at + 1]) };
  }

  complete(next) {
    if (next?.ends) this.choose(next.value);
    if (next?.ends === 'converted') openLeadConvert(this.recordId);
    else if (next?.ends) this.openChooser();
    else if (next) this.save(next.value);
  }

  get noun() {
    return NOUNS[this.field] ?? this.page.info.fields[this.field].label;
  }

  get chooserTitle() {
    return `Close This ${this.page.info.label}`;
  }

  choose(value) {
    if (!this.saving) this.chosen = value;
  }

  handleAction() {
    this.action.run();
  }

  openChooser() {
    this.choosingClosed = true;
  }

  handleChooserCancel() {
    this.choosingClosed = false;
  }

  closeWith(stage) {
    this.choosingClosed = false;
    this.save(stage);
  }

  async save(stage) {
    this.saving = true;
    try {
      await SAVE[document.body.dataset.pathSave](this.recordId, { [this.field]: stage });
      showToast('success', `${this.noun} changed successfully.`);
    } catch (error) {
      showToast('error', oneLine(error));
    } finally {
      this.saving = false;
      this.chosen = null;
    }
  }
}
