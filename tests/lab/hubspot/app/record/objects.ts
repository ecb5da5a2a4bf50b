/** What a record page shows of each type of object. */

import { COMPANY, CONTACT, DEAL } from '../../records';
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
  },
  [COMPANY]: {
    singular: 'company',
    plural: 'Companies',
    titleProperty: 'name',
    highlights: ['domain'],
    rows: ['hubspot_owner_id', 'name', 'domain', 'industry', 'lifecyclestage'],
    moreRows: ['industry'],
  },
  [CONTACT]: {
    singular: 'contact',
    plural: 'Contacts',
    titleProperty: 'hs_full_name_or_email',
    highlights: ['email'],
    rows: ['hubspot_owner_id', 'firstname', 'lastname', 'email', 'lifecyclestage', 'hs_lead_status'],
    moreRows: ['email'],
  },
};
