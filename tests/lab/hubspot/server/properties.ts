/** The properties of each type of record in the practice portal, as its metadata request tells them (facts/hubspot.md §3.6). */

interface PropertyOption {
  value: string;
  label: string;
}

interface PropertyDefinition {
  name: string;
  label: string;
  type: 'string' | 'number' | 'date' | 'bool' | 'enumeration';
  fieldType: 'text' | 'textarea' | 'number' | 'date' | 'booleancheckbox' | 'select';
  options: readonly PropertyOption[];
  readOnlyValue: boolean;
}

type Kind = [type: PropertyDefinition['type'], fieldType: PropertyDefinition['fieldType']];

const TEXT: Kind = ['string', 'text'];
const LONG: Kind = ['string', 'textarea'];
const NUMBER: Kind = ['number', 'number'];
const DATE: Kind = ['date', 'date'];
const CHECKBOX: Kind = ['bool', 'booleancheckbox'];
const SELECT: Kind = ['enumeration', 'select'];

function property(name: string, label: string, [type, fieldType]: Kind, options: readonly PropertyOption[] = []): PropertyDefinition {
  return { name, label, type, fieldType, options, readOnlyValue: false };
}

function readOnly(name: string, label: string, kind: Kind): PropertyDefinition {
  return { ...property(name, label, kind), readOnlyValue: true };
}

const options = (...pairs: [value: string, label: string][]): PropertyOption[] => pairs.map(([value, label]) => ({ value, label }));

const OWNER = property('hubspot_owner_id', 'Owner', SELECT, options(['70001', 'Robin Vale'], ['70002', 'Sasha Quill']));

const LIFECYCLE_STAGE = property(
  'lifecyclestage',
  'Lifecycle Stage',
  SELECT,
  options(
    ['subscriber', 'Subscriber'],
    ['lead', 'Lead'],
    ['marketingqualifiedlead', 'Marketing Qualified Lead'],
    ['salesqualifiedlead', 'Sales Qualified Lead'],
    ['opportunity', 'Opportunity'],
    ['customer', 'Customer'],
  ),
);

const LEAD_STATUS = property(
  'hs_lead_status',
  'Lead Status',
  SELECT,
  options(
    ['NEW', 'New'],
    ['OPEN', 'Open'],
    ['IN_PROGRESS', 'In Progress'],
    ['ATTEMPTED_TO_CONTACT', 'Attempted to Contact'],
    ['CONNECTED', 'Connected'],
    ['OPEN_DEAL', 'Open Deal'],
    ['UNQUALIFIED', 'Unqualified'],
  ),
);

const LOST_REASON = property('closed_lost_reason', 'Closed Lost Reason', LONG);

const PRIORITY = property(
  'hs_ticket_priority',
  'Priority',
  SELECT,
  options(['LOW', 'Low'], ['MEDIUM', 'Medium'], ['HIGH', 'High'], ['URGENT', 'Urgent']),
);

const CATEGORY = property(
  'hs_ticket_category',
  'Category',
  SELECT,
  options(
    ['PRODUCT_ISSUE', 'Product Issue'],
    ['BILLING_ISSUE', 'Billing Issue'],
    ['FEATURE_REQUEST', 'Feature Request'],
    ['GENERAL_INQUIRY', 'General Inquiry'],
  ),
);

const LEAD_LABEL = property('hs_lead_label', 'Lead Label', SELECT, options(['HOT', 'Hot'], ['WARM', 'Warm'], ['COLD', 'Cold']));

const LEAD_TYPE = property(
  'hs_lead_type',
  'Lead Type',
  SELECT,
  options(['NEW_BUSINESS', 'New Business'], ['UPSELL', 'Upsell'], ['RE_ATTEMPTING', 'Re-attempting']),
);

/** By object type id. Stages and pipelines have no options here: they depend on the pipeline (facts/hubspot.md §3.6). */
export const PROPERTIES: Readonly<Record<string, readonly PropertyDefinition[]>> = {
  '0-3': [
    property('dealname', 'Deal Name', TEXT),
    property('dealstage', 'Deal Stage', SELECT),
    readOnly('pipeline', 'Pipeline', SELECT),
    property('amount', 'Amount', NUMBER),
    property('closedate', 'Close Date', DATE),
    OWNER,
    property('hs_next_step', 'Next Step', TEXT),
    property('discount_percent', 'Discount (%)', NUMBER),
    property('budget_confirmed', 'Budget Confirmed', CHECKBOX),
    property('decision_timeline', 'Decision Timeline', TEXT),
    property('metrics', 'Metrics', TEXT),
    property('economic_buyer', 'Economic Buyer', TEXT),
    property('decision_criteria', 'Decision Criteria', TEXT),
    property('decision_process', 'Decision Process', TEXT),
    property('identified_pain', 'Identified Pain', LONG),
    property('champion', 'Champion', TEXT),
    property('competition', 'Competition', TEXT),
    LOST_REASON,
    readOnly('hs_v2_date_entered_current_stage', 'Date Entered Current Stage', DATE),
  ],
  '0-2': [
    property('name', 'Company Name', TEXT),
    property('domain', 'Company Domain Name', TEXT),
    property('industry', 'Industry', TEXT),
    LIFECYCLE_STAGE,
    OWNER,
  ],
  '0-1': [
    readOnly('hs_full_name_or_email', 'Full name or email', TEXT),
    property('firstname', 'First Name', TEXT),
    property('lastname', 'Last Name', TEXT),
    property('email', 'Email', TEXT),
    LIFECYCLE_STAGE,
    LEAD_STATUS,
    OWNER,
  ],
  '0-5': [
    property('subject', 'Ticket Name', TEXT),
    property('hs_pipeline_stage', 'Ticket Status', SELECT),
    readOnly('hs_pipeline', 'Pipeline', SELECT),
    PRIORITY,
    CATEGORY,
    property('content', 'Description', LONG),
    OWNER,
    property('hs_resolution', 'Resolution', TEXT),
    readOnly('hs_v2_date_entered_current_stage', 'Date Entered Current Stage', DATE),
  ],
  '0-136': [
    property('hs_lead_name', 'Lead Name', TEXT),
    property('hs_pipeline_stage', 'Lead Stage', SELECT),
    readOnly('hs_pipeline', 'Pipeline', SELECT),
    LEAD_LABEL,
    LEAD_TYPE,
    OWNER,
    property('disqualification_code', 'Disqualification Code', TEXT),
    readOnly('hs_v2_date_entered_current_stage', 'Date Entered Current Stage', DATE),
  ],
};
