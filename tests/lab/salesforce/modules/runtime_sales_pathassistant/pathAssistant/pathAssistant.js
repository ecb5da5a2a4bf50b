import PathBase from 'runtime_sales_pathassistant/pathBase';

/** Path, as its Aura generation draws it (facts/salesforce.md §1.3): plain elements, no shadow of its own. */
export default class PathAssistant extends PathBase {
  static renderMode = 'light';

  get items() {
    return this.steps.map((step) => ({
      ...step,
      itemClass: `slds-path__item runtime_sales_pathassistantPathAssistantTab ${step.state}`,
      titleClass: `title slds-path__title${step.isCurrent ? ' current' : ''}${step.isComplete ? ' complete' : ''}`,
    }));
  }

  get actionClass() {
    return `slds-button slds-button--brand slds-button_brand slds-path__mark-complete stepAction ${this.action.kind} uiButton`;
  }

  handleStep(event) {
    event.preventDefault();
    this.choose(event.currentTarget.dataset.tabName);
  }

  handleChooserSave() {
    this.closeWith(this.refs.closedStage.value);
  }
}
