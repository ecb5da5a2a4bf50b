/** The practice org's objects: their fields, page layouts and stages, as its setup pages would show them. */
import { CASE, CONTACT, ONBOARDING } from './metadata-service';

type FieldType = 'string' | 'picklist' | 'currency' | 'date' | 'percent' | 'boolean' | 'reference' | 'email' | 'phone';

export interface FieldInfo {
  label: string;
  type: FieldType;
  required?: boolean;
  readOnly?: boolean;
  values?: readonly string[];
  /** What the screen shows for those values that are not their own label. */
  labels?: Readonly<Record<string, string>>;
  /** The org numbers new records itself. */
  autoNumber?: boolean;
}

interface LayoutSection {
  heading: string;
  rows: readonly (readonly string[])[];
}

export interface ObjectInfo {
  apiName: string;
  label: string;
  labelPlural: string;
  keyPrefix: string;
  /** The field that names a record; `Name` where it is left out. */
  nameField?: string;
  fields: Readonly<Record<string, FieldInfo>>;
  sections: readonly LayoutSection[];
  /** The fields beside the name at the top of the record page. */
  highlights: readonly string[];
  /**
   * The picklist that Path and Kanban show, with the values that end it. `end` is how Path shows those: one step that asks which of them it
   * is, or one that converts the record; as steps like all others where it is left out.
   */
  path?: { field: string; won: readonly string[]; lost: readonly string[]; end?: 'closed' | 'converted' };
  /** The quick actions of the record page, each with the fields it asks for. */
  quickActions?: readonly { apiName: string; label: string; fields: readonly string[] }[];
}

const LEAD_SOURCES = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Event', 'Other'];
const INDUSTRIES = [
  'Agriculture',
  'Energy',
  'Finance',
  'Healthcare',
  'Hospitality',
  'Insurance',
  'Manufacturing',
  'Technology',
  'Transportation',
];

const text = (label: string): FieldInfo => ({ label, type: 'string' });

const OPPORTUNITY: ObjectInfo = {
  apiName: 'Opportunity',
  label: 'Opportunity',
  labelPlural: 'Opportunities',
  keyPrefix: '006',
  fields: {
    Name: { label: 'Opportunity Name', type: 'string', required: true },
    AccountId: { label: 'Account Name', type: 'reference', readOnly: true },
    StageName: {
      label: 'Stage',
      type: 'picklist',
      required: true,
      values: [
        'Prospecting',
        'Qualification',
        'Needs Analysis',
        'Value Proposition',
        'Id. Decision Makers',
        'Perception Analysis',
        'Proposal/Price Quote',
        'Negotiation/Review',
        'Closed Won',
        'Closed Lost',
      ],
    },
    Amount: { label: 'Amount', type: 'currency' },
    CloseDate: { label: 'Close Date', type: 'date', required: true },
    NextStep: text('Next Step'),
    LeadSource: { label: 'Lead Source', type: 'picklist', values: LEAD_SOURCES },
    Discount_Percent__c: { label: 'Discount', type: 'percent' },
    Budget_Confirmed__c: { label: 'Budget Confirmed', type: 'boolean' },
    Decision_Timeline__c: text('Decision Timeline'),
    Metrics__c: text('Metrics'),
    Economic_Buyer__c: text('Economic Buyer'),
    Decision_Criteria__c: text('Decision Criteria'),
    Decision_Process__c: text('Decision Process'),
    Identified_Pain__c: text('Identified Pain'),
    Champion__c: text('Champion'),
    Competition__c: text('Competition'),
    Loss_Reason__c: { label: 'Loss Reason', type: 'picklist', values: ['Price', 'Competitor', 'No decision', 'Timing', 'Fit'] },
  },
  sections: [
    {
      heading: 'Opportunity Information',
      rows: [
        ['Name', 'StageName'],
        ['AccountId', 'CloseDate'],
        ['Amount', 'Discount_Percent__c'],
        ['NextStep', 'LeadSource'],
      ],
    },
    {
      heading: 'Qualification',
      rows: [
        ['Budget_Confirmed__c', 'Decision_Timeline__c'],
        ['Metrics__c', 'Economic_Buyer__c'],
        ['Decision_Criteria__c', 'Decision_Process__c'],
        ['Identified_Pain__c', 'Champion__c'],
        ['Competition__c', 'Loss_Reason__c'],
      ],
    },
  ],
  highlights: ['AccountId', 'CloseDate', 'Amount', 'NextStep'],
  path: { field: 'StageName', won: ['Closed Won'], lost: ['Closed Lost'], end: 'closed' },
  quickActions: [{ apiName: 'Opportunity.Update_Stage', label: 'Update Stage', fields: ['StageName', 'NextStep'] }],
};

const LEAD: ObjectInfo = {
  apiName: 'Lead',
  label: 'Lead',
  labelPlural: 'Leads',
  keyPrefix: '00Q',
  fields: {
    Name: { label: 'Name', type: 'string', required: true },
    Company: { label: 'Company', type: 'string', required: true },
    Status: {
      label: 'Lead Status',
      type: 'picklist',
      required: true,
      values: ['Open - Not Contacted', 'Working - Contacted', 'Closed - Converted', 'Closed - Not Converted'],
    },
    LeadSource: { label: 'Lead Source', type: 'picklist', values: LEAD_SOURCES },
    Email: { label: 'Email', type: 'email' },
    Phone: { label: 'Phone', type: 'phone' },
    Industry: { label: 'Industry', type: 'picklist', values: INDUSTRIES },
    Budget__c: text('Budget'),
    Authority__c: text('Authority'),
    Need__c: text('Need'),
    Timeline__c: text('Timeline'),
    Disqualification_Reason__c: text('Disqualification Reason'),
  },
  sections: [
    {
      heading: 'Lead Information',
      rows: [
        ['Name', 'Status'],
        ['Company', 'LeadSource'],
        ['Email', 'Phone'],
        ['Industry', 'Disqualification_Reason__c'],
      ],
    },
    {
      heading: 'Qualification',
      rows: [
        ['Budget__c', 'Authority__c'],
        ['Need__c', 'Timeline__c'],
      ],
    },
  ],
  highlights: ['Company', 'Email', 'Phone', 'LeadSource'],
  path: { field: 'Status', won: ['Closed - Converted'], lost: ['Closed - Not Converted'], end: 'converted' },
};

const ACCOUNT: ObjectInfo = {
  apiName: 'Account',
  label: 'Account',
  labelPlural: 'Accounts',
  keyPrefix: '001',
  fields: {
    Name: { label: 'Account Name', type: 'string', required: true },
    Industry: { label: 'Industry', type: 'picklist', values: INDUSTRIES },
    Phone: { label: 'Phone', type: 'phone' },
  },
  sections: [{ heading: 'Account Information', rows: [['Name', 'Industry'], ['Phone']] }],
  highlights: ['Industry', 'Phone'],
};

const OBJECTS: readonly ObjectInfo[] = [OPPORTUNITY, LEAD, ACCOUNT, CONTACT, CASE, ONBOARDING];

export function objectInfo(apiName: string): ObjectInfo | undefined {
  return OBJECTS.find((object) => object.apiName === apiName);
}
