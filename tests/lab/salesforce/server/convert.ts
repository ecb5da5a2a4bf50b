/** Turns a lead into an account, a contact and an opportunity, as LeadConvertDesktopController does (facts/salesforce.md §3.3). */
import { objectAt, textAt } from './json';
import type { JsonObject } from './json';
import type { Store } from './store';

/** What cannot be converted is told in a successful answer: the page must look at `hasError`. */
const FAILED = { hasError: true, isPersonAccount: false, accountId: null, contactId: null, opportunityId: null };
const DAYS_TO_CLOSE = 60;
const DAY_MS = 86_400_000;

/** Throws the org's refusal, as every save does, where the lead itself may not be saved like this. */
export function convertLead(params: JsonObject, store: Store): unknown {
  const lead = store.find(textAt(params, 'leadId'));
  const status = textAt(params, 'convertedStatus');
  if (!lead || lead.fields['Status'] === status) return { ...FAILED, errorMessage: 'This lead is converted already.' };
  const opportunityName = textAt(objectAt(params, 'newOpportunityRecord'), 'Name');
  if (opportunityName === '') return { ...FAILED, errorMessage: 'Opportunity Name: You must enter a value' };

  store.update(lead.id, { Status: status });
  const { Name, Email, Phone, LeadSource, Industry } = lead.fields;
  const accountName = textAt(objectAt(params, 'newAccountRecord'), 'Name');
  const account = store.create('Account', { Name: accountName, Industry, Phone });
  const contact = store.create('Contact', { Name, AccountId: account.id, Email, Phone });
  const opportunity = store.create('Opportunity', {
    Name: opportunityName,
    AccountId: account.id,
    StageName: 'Prospecting',
    CloseDate: new Date(Date.now() + DAYS_TO_CLOSE * DAY_MS).toISOString().slice(0, 10),
    LeadSource,
  });
  return { hasError: false, isPersonAccount: false, accountId: account.id, contactId: contact.id, opportunityId: opportunity.id };
}
