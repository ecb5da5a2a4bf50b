import { LightningElement, api } from 'lwc';
import { oneLine } from 'lds/errors';
import { watchRecord } from 'lds/recordPage';
import { saveRecordRep, updateRecord } from 'lds/records';
import { showToast } from 'one/toast';
import { stepsOf } from 'runtime_sales_pathassistant/steps';

const SAVE = { updateRecord, saveRecord: saveRecordRep };

/** Path, as its Aura generation draws it (facts/salesforce.md §1.3): plain elements, no shadow of its own. */
export default class PathAssistant extends LightningElement {
  static renderMode = 'light';
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
    return stepsOf(this.stages, this.current, this.chosen);
  }

  get closedStages() {
    return this.stages.filter(({ attributes }) => attributes.closed);
  }

  get action() {
    const { steps } = this;
    const at = steps.findIndex(({ chosen }) => chosen);
    const { closed, isCurrent, value } = steps[at];
    if (closed)
      return {
        kind: 'active',
        label: isCurrent ? `Change Closed ${this.noun}` : `Select Closed ${this.noun}`,
        run: () => this.openChooser(),
      };
    if (!isCurrent) return { kind: 'active', label: `Mark as Current ${this.noun}`, run: () => this.save(value) };
    const next = steps[at + 1];
    return {
      kind: 'current',
      label: `Mark ${this.noun} as Complete`,
      run: () => (next.closed ? this.openChooser() : this.save(next.value)),
    };
  }

  get noun() {
    return this.field === 'Status' ? 'Status' : 'Stage';
  }

  get chooserTitle() {
    return `Close This ${this.page.info.label}`;
  }

  get actionClass() {
    return `slds-button slds-button--brand slds-button_brand slds-path__mark-complete stepAction ${this.action.kind} uiButton`;
  }

  handleStep(event) {
    event.preventDefault();
    if (!this.saving) this.chosen = event.currentTarget.dataset.tabName;
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

  handleChooserSave() {
    const { value } = this.refs.closedStage;
    this.choosingClosed = false;
    this.save(value);
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
