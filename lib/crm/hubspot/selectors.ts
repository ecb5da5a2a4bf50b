/** Where HubSpot's record page shows a property, best first. Class names change with each of its builds and are never used. facts/hubspot.md §1. */

/** `attribute` is `prefix` followed by the property's own name. */
export interface Spot {
  selector: string;
  attribute: string;
  prefix: string;
  /** What stands beside the value inside the element; null where the element holds the value and nothing else. */
  beside: string | null;
  /** For people, when nothing was found. */
  words: string;
}

export const spots: readonly Spot[] = [
  {
    // §1.2, row value.
    selector: '[data-selenium-test^="property-input-"]',
    attribute: 'data-selenium-test',
    prefix: 'property-input-',
    beside: null,
    words: "the rows of the record's property cards",
  },
  {
    // §1.2, deal stage and "View all properties".
    selector: '[data-test-id^="property-input-"]',
    attribute: 'data-test-id',
    prefix: 'property-input-',
    beside: null,
    words: 'the list of all properties',
  },
  {
    // §1.2, highlight strip.
    selector: '[data-test-id^="highlight-property-display-"]',
    attribute: 'data-test-id',
    prefix: 'highlight-property-display-',
    beside: null,
    words: "the highlights beside the record's name",
  },
  {
    // §1.2, deal stage.
    selector: '[data-test-id^="highlight-property-item-"]',
    attribute: 'data-test-id',
    prefix: 'highlight-property-item-',
    beside: 'label',
    words: "the items around the record's name",
  },
  {
    // §1.2, owner row.
    // A bare name may stand on unrelated nodes (§1.1): card type and list together say that it is a property.
    selector: '[data-card-type="PROPERTIES_V3"] ul[data-selenium-test="profile-properties-list"] > [data-test-id]',
    attribute: 'data-test-id',
    prefix: '',
    beside: 'label,button,[data-test-id="hover-content-wrapper"]',
    words: 'the owner row of a property card',
  },
];

/** Cards that show other records, and the create form. §1.2 cards, §1.3. */
export const otherRecords = '[data-card-type^="ASSOCIATION"],[data-test-id^="card-wrapper-ASSOCIATION"],[data-selenium-test="creator"]';

/** Windows over the page hold previews of other records and prompts that are not saved yet; this one is the record's own. §1.2. */
export const dialog = '[role="dialog"]';
export const ownDialog = '[data-test-id="all-properties-panel"]';

/** What a rep types into: its text is a draft until it is saved. §1.2, row marker and 2024 sidebar. */
export const editing = '[data-deferred-property-input-mode="input"]';
export const controls = 'input,textarea,select,[contenteditable="true"]';

/** The property that names a record. §1.2, title value; a lead's from HubSpot's documentation. */
export const titles: Readonly<Record<string, string>> = {
  contact: 'hs_full_name_or_email',
  company: 'name',
  deal: 'dealname',
  ticket: 'subject',
  lead: 'hs_lead_name',
};
/** Where else the name stands. §1.2, title block. */
export const titleFallbacks: readonly string[] = [
  '[data-test-id="highlight-record-label"][data-selenium-test="highlightTitle"]',
  '[data-card-type="OBJECT_HIGHLIGHT"] :is(h1,h2)',
  '[data-test-id="left-sidebar"] :is(h1,h2)',
];
