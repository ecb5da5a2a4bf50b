/** The columns of each table; the first one links to the record. */

import { COMPANY, CONTACT, DEAL, LEAD, TICKET } from '../../records';

export const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  [DEAL]: ['dealname', 'dealstage', 'amount', 'closedate', 'hs_next_step', 'hubspot_owner_id'],
  [COMPANY]: ['name', 'domain', 'industry', 'lifecyclestage'],
  [CONTACT]: ['firstname', 'email', 'lifecyclestage', 'hs_lead_status'],
  [TICKET]: ['subject', 'hs_pipeline_stage', 'hs_ticket_priority', 'hs_ticket_category', 'hubspot_owner_id'],
  [LEAD]: ['hs_lead_name', 'hs_pipeline_stage', 'hs_lead_label', 'hs_lead_type', 'hubspot_owner_id'],
};

/** What a table asks for: a contact's name has two parts. */
export function askedFor(objectTypeId: string): readonly string[] {
  const columns = COLUMNS[objectTypeId] ?? [];
  return objectTypeId === CONTACT ? [...columns, 'lastname'] : columns;
}
