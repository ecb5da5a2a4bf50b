import { labHas } from 'one/lab';
import RecordForm from 'records/recordForm';

/** The page with Dynamic Forms: its fields stand on the page one by one, and the page itself is the form. */
export default class FlexipageDynamicFormsPage extends RecordForm {
  get form() {
    return { editing: this.editing, saving: this.saving, errors: this.labelledErrors };
  }

  get shownSections() {
    return this.page ? this.sections : [];
  }

  get hasAuraPath() {
    return !labHas('lwc-path');
  }

  get hasLwcPath() {
    return labHas('lwc-path');
  }
}
