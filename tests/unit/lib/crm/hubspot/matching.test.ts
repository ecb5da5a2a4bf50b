/** How many records a bulk edit to "all that match" goes to: the total of the same search, as the page was last told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matching } from '../../../../../lib/crm/hubspot/matching';
import { api, graphqlUrl, operation, query, searchOperation, send } from './requests';

const stage = (value: string) => [{ filters: [{ property: 'dealstage', operator: 'EQ', value }] }];
const search = (filterGroups: unknown, rest: object = {}) =>
  send('POST', `${api}/crm-search/search${query}`, { objectTypeId: '0-3', filterGroups, query: '', count: 25, offset: 0, ...rest });
const bulk = (filterGroups: unknown, rest: object = {}) =>
  send('POST', `${api}/inbounddb-objects/v2/batch-mutation/dynamic-search${query}`, {
    type: 'UPDATE',
    objectTypeId: '0-3',
    properties: [{ name: 'dealstage', value: 'closedwon' }],
    crmSearchRequestProxyEgg: { objectTypeId: '0-3', query: '', ...rest, filterGroups },
  });
const told = (total: number) => JSON.stringify({ total, results: [{ objectId: 7, properties: { total: { value: '1' } } }] });

/** The count for `save` once the page has heard `answers`. */
function counted(save: ReturnType<typeof send>, ...answers: [ReturnType<typeof send>, string][]): number | undefined {
  const totals = new Map<string, number>();
  for (const [request, response] of answers) matching(request, totals, response);
  return matching(save, totals);
}

describe('a bulk edit goes to as many records as', () => {
  it('the search with the same filters has found', () => {
    expect(counted(bulk([]), [search([]), told(214)], [search(stage('closedlost')), told(3)])).toBe(214);
    expect(counted(bulk(stage('closedlost')), [search([]), told(214)], [search(stage('closedlost')), told(3)])).toBe(3);
  });

  it('it was last told, on any page and in any order', () => {
    const later = search([], { offset: 25, sorts: [{ property: 'amount' }] });
    expect(counted(bulk([]), [search([]), told(214)], [later, told(213)])).toBe(213);
  });

  it('a search by GraphQL has found, in a batch among others', () => {
    const { variables } = searchOperation;
    const batch = send('POST', graphqlUrl, [
      operation('7', { amount: '1' }),
      searchOperation,
      { ...searchOperation, variables: { ...variables, filterGroups: [] } },
    ]);
    const answer = [
      { data: {} },
      { data: { crmObjectsSearch: { results: [], total: 12 } } },
      { data: { crmObjectsSearch: { results: [], total: 214 } } },
    ];
    expect(counted(bulk(variables.filterGroups), [batch, JSON.stringify(answer)])).toBe(12);
    expect(counted(bulk([]), [batch, JSON.stringify(answer)])).toBe(214);
  });
});

describe('how many there are is not known', () => {
  it.each([
    ['nothing was searched for', []],
    ['the search had other filters', [[search(stage('closedwon')), told(9)]]],
    ['the search looked for words', [[search([], { query: 'acme' }), told(9)]]],
    ['the search was of another object', [[search([], { objectTypeId: '0-5' }), told(9)]]],
    ['the search failed', [[search([]), '{"status":"error"}']]],
    ['the answer is cut off', [[search([]), '{"total":21']]],
    ['the total is no number', [[search([]), '{"total":"many"}']]],
  ] as [string, [ReturnType<typeof send>, string][]][])('where %s', (_, answers) => {
    expect(counted(bulk([]), ...answers)).toBeUndefined();
  });

  it('for any other request, whatever it holds', () => {
    const totals = new Map([['["0-3",[],""]', 214]]);
    expect(matching(send('POST', graphqlUrl, [operation('7', { dealstage: 'closedwon' })]), totals)).toBeUndefined();
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.oneof(fc.json(), fc.string()), (body, response) => {
        matching({ method: 'POST', url: graphqlUrl, body: `{"filterGroups":${body}}` }, totals, response);
      }),
    );
    expect(totals.size).toBeGreaterThan(0);
  });
});
