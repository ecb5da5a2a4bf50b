/** What a record page shows of each type of object. */

import { COMPANY, CONTACT, DEAL, LEAD, TICKET } from '../../records';
import type { Metadata } from '../data/metadata';
import type { RecordKey, Values } from '../data/records';

interface ObjectPage {
  singular: string;
  plural: string;
  /** The name that the title's attribute carries. */
  titleProperty: string;
  /** Properties under the title. */
  highlights: readonly string[];
  /** The rows of the sidebar's first card. */
  rows: readonly string[];
  /** The rows of a card on a tab that is hidden at first. */
  moreRows: readonly string[];
  /** The fields of the create form, the name first. */
  createFields: readonly string[];
}

/** What every part of a record page is given. */
export interface RecordParts {
  record: RecordKey;
  values: Values;
  metadata: Metadata;
  object: ObjectPage;
}

export const OBJECTS: Readonly<Record<string, ObjectPage>> = {
  [DEAL]: {
    singular: 'deal',
    plural: 'Deals',
    titleProperty: 'dealname',
    highlights: ['amount', 'closedate'],
    rows: [
      'hubspot_owner_id',
      'dealstage',
      'amount',
      'closedate',
      'hs_next_step',
      'discount_percent',
      'budget_confirmed',
      'decision_timeline',
      'metrics',
      'economic_buyer',
      'decision_criteria',
      'decision_process',
      'identified_pain',
      'champion',
      'competition',
      'closed_lost_reason',
      'hs_v2_date_entered_current_stage',
    ],
    moreRows: ['dealname', 'hs_next_step', 'competition'],
    createFields: ['dealname', 'pipeline', 'dealstage', 'amount', 'closedate', 'hubspot_owner_id', 'closed_lost_reason'],
  },
  [COMPANY]: {
    singular: 'company',
    plural: 'Companies',
    titleProperty: 'name',
    highlights: ['domain'],
    rows: ['hubspot_owner_id', 'name', 'domain', 'industry', 'lifecyclestage'],
    moreRows: ['industry'],
    createFields: ['name', 'domain', 'industry', 'lifecyclestage'],
  },
  [CONTACT]: {
    singular: 'contact',
    plural: 'Contacts',
    titleProperty: 'hs_full_name_or_email',
    highlights: ['email'],
    rows: ['hubspot_owner_id', 'firstname', 'lastname', 'email', 'lifecyclestage', 'hs_lead_status'],
    moreRows: ['email'],
    createFields: ['email', 'firstname', 'lastname', 'lifecyclestage', 'hs_lead_status'],
  },
  [TICKET]: {
    singular: 'ticket',
    plural: 'Tickets',
    titleProperty: 'subject',
    highlights: ['hs_ticket_priority'],
    rows: [
      'hubspot_owner_id',
      'hs_pipeline',
      'hs_pipeline_stage',
      'hs_ticket_priority',
      'hs_ticket_category',
      'content',
      'hs_resolution',
      'hs_v2_date_entered_current_stage',
    ],
    moreRows: ['content'],
    createFields: ['subject', 'hs_pipeline', 'hs_pipeline_stage', 'content', 'hs_ticket_priority', 'hs_ticket_category'],
  },
  [LEAD]: {
    singular: 'lead',
    plural: 'Leads',
    titleProperty: 'hs_lead_name',
    highlights: ['hs_lead_label'],
    rows: [
      'hubspot_owner_id',
      'hs_pipeline',
      'hs_pipeline_stage',
      'hs_lead_label',
      'hs_lead_type',
      'disqualification_code',
      'hs_v2_date_entered_current_stage',
    ],
    moreRows: ['hs_lead_type'],
    createFields: ['hs_lead_name', 'hs_pipeline', 'hs_pipeline_stage', 'hs_lead_label', 'hs_lead_type'],
  },
};
