/** Saves by GraphQL, whose text differs from page to page. */
import { describe, expect, it } from 'vitest';
import type { WireRequest } from '../../../../../lib/crm/adapter';
import { salesforceWire } from '../../../../../lib/crm/salesforce/wire';
import { action, boxcar, CUSTOM, OPPORTUNITY, ORG, OTHER, WATCH } from './wire-shapes';

const movesIn = (request: WireRequest) => salesforceWire.movesIn(request, WATCH);
const short = (request: WireRequest) => movesIn(request).map(({ record, field, to }) => [record.object, record.id, field, to]);

describe('a GraphQL mutation is a move', () => {
  const graphql = (query: string, variables?: unknown) =>
    boxcar(action('1;a', 'executeGraphQL', { queryInput: { operationName: 'Save', query, variables } }));
  const found = [['Opportunity', OPPORTUNITY, 'StageName', 'Closed Won']];
  const wrap = (fields: string, head = 'mutation Save') => `${head} { uiapi(input: { allOrNone: true }) { ${fields} } }`;

  it.each([
    [
      'with its input as a variable',
      wrap('OpportunityUpdate(input: $input) { success }', 'mutation Save($input: OpportunityUpdateInput!)'),
      { input: { Id: OPPORTUNITY, Opportunity: { StageName: 'Closed Won' } } },
    ],
    [
      'with its fields as a variable',
      wrap(
        'OpportunityUpdate(input: { Id: $id, Opportunity: $fields }) { success }',
        'mutation Save($id: IdOrRef!, $fields: OpportunityUpdateRepresentation)',
      ),
      { id: OPPORTUNITY, fields: { StageName: 'Closed Won' } },
    ],
    [
      'with each value as a variable of any name',
      wrap(
        'OpportunityUpdate(input: { Id: $a, Opportunity: { StageName: $b } }) { success }',
        'mutation Save($a: IdOrRef!, $b: Picklist = "New")',
      ),
      { a: OPPORTUNITY, b: 'Closed Won' },
    ],
    [
      'with its variables in a text',
      wrap('OpportunityUpdate(input: $it) { success }'),
      JSON.stringify({ it: { Id: OPPORTUNITY, Opportunity: { StageName: 'Closed Won' } } }),
    ],
    [
      'with its values in the text',
      wrap(
        `OpportunityUpdate(input: { Id: "${OPPORTUNITY}", Opportunity: { StageName: "Closed Won" } }) { Record { Id StageName { value } } }`,
      ),
    ],
    [
      'without commas and spaces',
      `mutation{uiapi{OpportunityUpdate(input:{Id:"${OPPORTUNITY}"Opportunity:{StageName:"Closed Won"}}){success}}}`,
    ],
    [
      'under an alias, behind a fragment',
      `fragment F on Opportunity { Id } ${wrap(`first: OpportunityUpdate(input: { Id: "${OPPORTUNITY}", Opportunity: { StageName: "Closed Won" } }) { Record { ...F } }`)}`,
    ],
    [
      'by a field that is not named after an object',
      wrap(`RecordUpdate(input: { Id: "${OPPORTUNITY}", StageName: "Closed Won" }) { success }`),
    ],
  ])('%s', (_, query, variables: unknown = undefined) => {
    expect(short(graphql(query, variables))).toEqual(found);
  });

  it('over fetch', () => {
    const body = JSON.stringify({
      query: wrap('OpportunityUpdate(input: $input) { success }'),
      variables: { input: { Id: OPPORTUNITY, Opportunity: { StageName: 'Closed Won' } } },
    });
    expect(short({ method: 'POST', url: `https://${ORG}/services/data/v66.0/graphql`, body })).toEqual(found);
  });

  it('of several records, each with its own values, whatever these say', () => {
    const text = 'Call: "Bob" {StageName: "x"} OpportunityUpdate(';
    const query = wrap(`
      a: OpportunityUpdate(input: { Id: "${OPPORTUNITY}", Opportunity: { NextStep: ${JSON.stringify(text)}, Amount: 1200.5, CloseDate: null, StageName: "Closed Won" } }) { success }
      b: OpportunityUpdate(input: { Id: "${OTHER}", Opportunity: { StageName: "Closed Lost" } }) { success }
      c: OpportunityCreate(input: { Opportunity: { Name: "Acme", StageName: "Qualification" } }) { success }`);
    const moves = movesIn(graphql(query));
    expect(moves.map(({ record, to }) => [record.object, record.id, to])).toEqual([
      ['Opportunity', OPPORTUNITY, 'Closed Won'],
      ['Opportunity', OTHER, 'Closed Lost'],
      ['Opportunity', '', 'Qualification'],
    ]);
    expect(moves[0]?.values).toMatchObject({
      NextStep: text,
      Amount: '1200.5',
      CloseDate: null,
    });
    expect(moves[1]?.values).not.toHaveProperty('NextStep');
  });

  it('of a custom object, by its name', () => {
    const query = wrap(`Deal__cUpdate(input: { Id: "${CUSTOM}", Deal__c: { Stage__c: "Won" } }) { success }`);
    expect(short(graphql(query))).toEqual([['Deal__c', CUSTOM, 'Stage__c', 'Won']]);
  });
});
