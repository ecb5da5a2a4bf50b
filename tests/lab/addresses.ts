/** The practice CRMs' pages by name, under the hosts that the real ones have. */
import { CONTACTS, DEALS, COMPANIES, PORTAL_ID } from './hubspot/records';
import { LEADS, OPPORTUNITIES } from './salesforce/records';

const SALESFORCE = 'https://acme.lightning.force.com/lightning';
const HUBSPOT = `https://app.hubspot.com/contacts/${PORTAL_ID}`;

export const addresses = {
  opportunity: (name: keyof typeof OPPORTUNITIES, query = '') => `${SALESFORCE}/r/Opportunity/${OPPORTUNITIES[name]}/view${query}`,
  opportunities: () => `${SALESFORCE}/o/Opportunity/list?filterName=Recent`,
  /** A tab of the org's own code. */
  stageTools: () => `${SALESFORCE}/n/Stage_Tools`,
  /** A site of the org that talks plain REST. */
  partners: () => 'https://acme.lightning.force.com/partners/opportunities',
  lead: (name: keyof typeof LEADS) => `${SALESFORCE}/r/Lead/${LEADS[name]}/view`,
  deal: (name: keyof typeof DEALS) => `${HUBSPOT}/record/0-3/${DEALS[name]}`,
  contact: (name: keyof typeof CONTACTS) => `${HUBSPOT}/record/0-1/${CONTACTS[name]}`,
  company: (name: keyof typeof COMPANIES) => `${HUBSPOT}/record/0-2/${COMPANIES[name]}`,
  board: () => `${HUBSPOT}/objects/0-3/views/all/board`,
  table: () => `${HUBSPOT}/objects/0-3/views/all/list`,
};
