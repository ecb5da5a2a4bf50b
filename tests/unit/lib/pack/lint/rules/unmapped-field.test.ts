/** Fields that records of a pipeline do not have. */
import { expect, it } from 'vitest';
import { linted } from '../linted';

const budget = ['fields', 1, 'in'];

it.each([
  [
    'in one of the CRMs',
    { salesforce: 'Opportunity.Budget__c' },
    'advice | fields[1] › in | “Budget” cannot be seen on a HubSpot deal, and “Discovery call” asks for it there | give the field of deal that holds it under hubspot',
  ],
  [
    'on another object than the one that moves',
    { salesforce: 'Lead.Budget__c', hubspot: 'deal.budget' },
    'advice | fields[1] › in | “Budget” cannot be seen on a Salesforce Opportunity, and “Discovery call” asks for it there | give the field of Opportunity that holds it under salesforce',
  ],
])('a field that is not there %s is told', async (_, mapping, line) => {
  expect(await linted('unmapped-field', [budget, mapping])).toEqual([line]);
});

it('a field of a related record counts as one of the object, and one org is enough', async () => {
  const org = { crm: 'hubspot', org: '4242', fields: [{ field: 'budget', in: 'deal.budget' }] };
  expect(await linted('unmapped-field', [budget, { salesforce: 'Opportunity.Account.Budget__c' }], [['orgs'], [org]])).toEqual([]);
});

it('a field that no SOP asks for may be anywhere', async () => {
  expect(await linted('unmapped-field', [['fields', 0, 'in'], {}])).toEqual([]);
});
