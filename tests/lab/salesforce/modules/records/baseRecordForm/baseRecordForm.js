import RecordForm from 'records/recordForm';

/** The form of the details panel, of the modals and of quick actions, with its footer. */
export default class BaseRecordForm extends RecordForm {
  get containerClass() {
    return `record-layout-container${this.editing ? ' is-editing' : ''}`;
  }
}
