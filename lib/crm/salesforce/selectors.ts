/**
 * Every selector of the page half. Each row says where the fact stands in facts/salesforce.md and when it was last seen true.
 * Compounds are separated by one space and mean any ancestor in the composed tree (see deep.ts); alternatives by a comma.
 */
export const SELECTORS = {
  /** §1.1, Spring '25 (2025-10): the root of a record's page. */
  page: 'one-record-home-flexipage2',
  /** §1.2, captured 2026: the containers of pages and console tabs that are in the background. */
  background:
    '[hidden],.windowViewMode-normal:not(.active),.windowViewMode-maximized:not(.active),.oneWorkspace:not(.active),.navexWorkspace:not(.active)',
  /** §1.2, captured 2026: background tabs; a modal does the same to the page behind it. */
  ariaHidden: '[aria-hidden="true"]',
  /** §1.6, Spring '25 (2025-10). */
  modal: '.uiModal.active,[aria-modal="true"],[role="dialog"],lightning-modal-base,.oneRecordActionWrapper',
  /** §1.6, Spring '25 (2025-10): a modal that is open now. */
  openModal: '.uiModal.active,[aria-modal="true"]',
  /** §1.5, Spring '25 (2025-10): one field, in view, edit and create. */
  field: '[data-target-selection-name^="sfdc:RecordField."]',
  /** §1.4, captured 2026. */
  output: '.test-id__field-value,[slot="outputField"],[slot="output"]',
  /** §1.4, Spring '25 (2025-10): whatever holds a draft. A disabled checkbox is how a saved one is shown. */
  editor: '[slot="inputField"],[slot="input"],[role="combobox"],textarea,select,input:not([type="checkbox"]),input:not([disabled])',
  /** §1.4, Spring '25 (2025-10). */
  checkbox: 'input[type="checkbox"]',
  /** SLDS 2.264 (2025): a value that is on its way. */
  loading: 'lightning-spinner,.slds-spinner',
  /** §1.4, captured 2026: words of the page that are not the value. */
  noise: 'button,script,style,svg,.slds-assistive-text,.assistiveText,.test-id__field-label-container,.slds-form-element__label',
  /** §1.4, Spring '25 (2025-10): what to scroll to for a field. */
  layoutItem: 'records-record-layout-item,flexipage-field',
  /** §1.3, captured 2026 (Aura), Spring '25 (LWC): the Path. */
  path: '.runtime_sales_pathassistantPathAssistant,.slds-path,lightning-progress-indicator',
  /** §1.2, Spring '25 (2025-10): both LWC headers, and the Aura one. */
  name: '[slot="primaryField"],.forceHighlightsStencil .primaryField',
  /** §5, captured 2026: the links of related lists name the record that a page belongs to. */
  related: 'a[href*="/related/"]',
} as const;

/** Where the Path holds its current stage; never `slds-is-active`, which is the step that is selected (§1.3, 2025-10). */
export const CURRENT_STAGE = [
  { selector: '.runtime_sales_pathassistantPathAssistantTab.slds-is-current', attribute: 'data-name' },
  { selector: '.runtime_sales_pathassistantPathAssistantTab span.current', attribute: 'data-name' },
  { selector: '.slds-is-current [data-tab-name]', attribute: 'data-tab-name' },
] as const;

/** The step's words, for the Path generations that show nothing better (§1.3, 2025-10). */
export const CURRENT_LABEL = '.slds-is-current .slds-path__title';

/** Everything that is looked for in a record's page. */
export const IN_PAGE = [
  SELECTORS.field,
  SELECTORS.name,
  SELECTORS.related,
  CURRENT_LABEL,
  ...CURRENT_STAGE.map(({ selector }) => selector),
];

/** The controls that edit `field`, where the layout does not name it (§1.5, 2025-10). */
export function editorsOf(field: string): string {
  return `${SELECTORS.field}[data-target-selection-name$=".${field}"],button[role="combobox"][name="${field}"],input[name="${field}"],textarea[name="${field}"]`;
}
