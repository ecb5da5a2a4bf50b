/** The columns of each table; the first one links to the record. */

import { COMPANY, CONTACT, DEAL } from '../../records';

export const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  [DEAL]: ['dealname', 'dealstage', 'amount', 'closedate', 'hs_next_step', 'hubspot_owner_id'],
  [COMPANY]: ['name', 'domain', 'industry', 'lifecyclestage'],
  [CONTACT]: ['firstname', 'email', 'lifecyclestage', 'hs_lead_status'],
};
