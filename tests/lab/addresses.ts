/** The practice CRMs' pages by name, under the hosts that the real ones have. */
import { CONTACTS, DEALS, COMPANIES, PORTAL_ID } from './hubspot/records';
import { ACCOUNTS, LEADS, OPPORTUNITIES } from './salesforce/records';
import { CASES, ONBOARDINGS } from './salesforce/records-service';

const SALESFORCE = 'https://acme.lightning.force.com/lightning';
const HUBSPOT = `https://app.hubspot.com/contacts/${PORTAL_ID}`;

/** `query` of a Salesforce address may hold `lab=`, which says what is different in the page: see the practice org's site.ts. */
export const addresses = {
  opportunity: (name: keyof typeof OPPORTUNITIES, query = '') => `${SALESFORCE}/r/Opportunity/${OPPORTUNITIES[name]}/view${query}`,
  opportunities: () => `${SALESFORCE}/o/Opportunity/list?filterName=Recent`,
  lead: (name: keyof typeof LEADS, query = '') => `${SALESFORCE}/r/Lead/${LEADS[name]}/view${query}`,
  account: (name: keyof typeof ACCOUNTS, query = '') => `${SALESFORCE}/r/Account/${ACCOUNTS[name]}/view${query}`,
  case: (name: keyof typeof CASES, query = '') => `${SALESFORCE}/r/Case/${CASES[name]}/view${query}`,
  onboarding: (name: keyof typeof ONBOARDINGS, query = '') => `${SALESFORCE}/r/Onboarding__c/${ONBOARDINGS[name]}/view${query}`,
  /** A tab of the org's own code. */
  stageTools: () => `${SALESFORCE}/n/Stage_Tools`,
  /** A site of the org that talks plain REST. */
  partners: () => 'https://acme.lightning.force.com/partners/opportunities',
  deal: (name: keyof typeof DEALS) => `${HUBSPOT}/record/0-3/${DEALS[name]}`,
  contact: (name: keyof typeof CONTACTS) => `${HUBSPOT}/record/0-1/${CONTACTS[name]}`,
  company: (name: keyof typeof COMPANIES) => `${HUBSPOT}/record/0-2/${COMPANIES[name]}`,
  hubspotRecord: (type: string, id: string) => `${HUBSPOT}/record/${type}/${id}`,
  board: () => `${HUBSPOT}/objects/0-3/views/all/board`,
  table: () => `${HUBSPOT}/objects/0-3/views/all/list`,
};
