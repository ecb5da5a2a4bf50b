import PathBase from 'runtime_sales_pathassistant/pathBase';

/** Path, as its LWC generation draws it: its tags are published, the classes inside are the design system's (facts/salesforce.md §1.3). */
export default class Path extends PathBase {
  expanded = false;
  closing = '';

  get isUndecided() {
    return this.closing === '';
  }

  handleStep({ detail }) {
    this.choose(detail);
  }

  handleToggle() {
    this.expanded = !this.expanded;
  }

  handleClosing({ detail }) {
    this.closing = detail.value;
  }

  handleChooserSave() {
    this.closeWith(this.closing);
    this.closing = '';
  }
}
