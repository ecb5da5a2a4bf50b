/** What mentions a stage and saves none is never taken for a move. */
import { describe, expect, it } from 'vitest';
import type { WireRequest } from '../../../../../lib/crm/adapter';
import { salesforceWire } from '../../../../../lib/crm/salesforce/wire';
import { action, boxcar, OPPORTUNITY, ORG, OTHER, update, WATCH } from './wire-shapes';

const ACCOUNT = '001Hs00001AbCdeIAF';
const movesIn = (request: WireRequest) => salesforceWire.movesIn(request, WATCH);

describe('no move is', () => {
  it.each([
    ['a save of other fields', action('1;a', 'updateRecord', update(OPPORTUNITY, { NextStep: 'StageName' }))],
    ['a read that names the stage', action('1;a', 'getRecordWithFields', { recordId: OPPORTUNITY, fields: ['Opportunity.StageName'] })],
    ['a read with a value of the stage', action('1;a', 'getList', { recordId: OPPORTUNITY, StageName: 'Closed Won' })],
    ['a search for duplicates', action('1;a', 'findDuplicates', { recordInput: { apiName: 'Lead', fields: { Status: 'Open' } } })],
    [
      'a cacheable Apex method',
      action('1;a', 'execute', { method: 'peers', cacheable: true, params: { recordId: OPPORTUNITY, StageName: 'Closed Won' } }),
    ],
    [
      'an Apex method that fetches',
      action('1;a', 'execute', { method: 'fetchPeers', params: { recordId: OPPORTUNITY, StageName: 'Closed Won' } }),
    ],
    [
      'an Apex method that only reads',
      action('1;a', 'execute', { method: 'getPeers', params: { recordId: OPPORTUNITY, StageName: 'Closed Won' } }),
    ],
    [
      'a list filter',
      action('1;a', 'postListRecordsByName', { id: OPPORTUNITY, where: JSON.stringify({ StageName: { eq: 'Closed Won' } }) }),
    ],
    [
      'a GraphQL query',
      action('1;a', 'executeGraphQL', {
        queryInput: { query: ' query Q($s: Picklist) { uiapi { query } }', variables: { id: OPPORTUNITY, StageName: 'Closed Won' } },
      }),
    ],
    [
      'a GraphQL query behind its fragment',
      action('1;a', 'executeGraphQL', {
        queryInput: {
          query: '# the board\nfragment F on Opportunity { Id } query Q { uiapi { query } }',
          variables: { Id: OPPORTUNITY, StageName: 'Closed Won' },
        },
      }),
    ],
    [
      'a GraphQL query with a filter in its text',
      action('1;a', 'executeGraphQL', {
        queryInput: {
          query: `{ uiapi { query { Opportunity(where: { Id: { eq: "${OPPORTUNITY}" }, StageName: { eq: "Closed Won" } }, orderBy: { StageName: { order: ASC } }) { edges { node { Id StageName { value } } } } } } }`,
        },
      }),
    ],
    [
      'a composite of reads',
      action('1;a', 'executeAggregateUi', {
        input: {
          compositeRequest: [
            { url: `/services/data/v66.0/ui-api/records/${OPPORTUNITY}?fields=Opportunity.StageName`, referenceId: 'StageName' },
          ],
        },
      }),
    ],
    [
      'a composite with a search for duplicates',
      action('1;a', 'executeAggregateUi', {
        input: {
          compositeRequest: [
            { method: 'POST', url: '/services/data/v66.0/ui-api/predupe', body: { apiName: 'Lead', fields: { Status: 'Open' } } },
          ],
        },
      }),
    ],
    [
      'a read of the values to choose from',
      action('1;a', 'getPicklistValuesByRecordType', { id: OPPORTUNITY, fieldApiName: 'StageName', StageName: 'Closed Won' }),
    ],
    [
      'a list read',
      action('1;a', 'postListRecordsByName', {
        objectApiName: 'Opportunity',
        id: OPPORTUNITY,
        fields: ['Opportunity.StageName'],
        sortBy: ['StageName'],
      }),
    ],
    ['a name that only looks like an id', action('1;a', 'execute', { method: 'run', params: { account: ACCOUNT, Status: 'Closed' } })],
    ['a stage of nothing', action('1;a', 'save', { StageName: 'Closed Won' })],
    ['an id whose checksum is wrong', action('1;a', 'save', { recordId: OPPORTUNITY.slice(0, 17) + 'A', StageName: 'Closed Won' })],
    ['a related record under the name of the stage', action('1;a', 'save', { recordId: OPPORTUNITY, StageName: { value: { id: OTHER } } })],
  ])('%s', (_, sent) => {
    expect(movesIn(boxcar(sent))).toEqual([]);
  });

  it('a save that only begins like a read', () => {
    const sent = action('1;a', 'issueStage', { recordId: OPPORTUNITY, StageName: 'Closed Won' });
    expect(movesIn(boxcar(sent))).toHaveLength(1);
  });

  it.each([
    ['a GET', { ...boxcar(action('1;a', 'save', { recordId: OPPORTUNITY, StageName: 'x' })), method: 'GET' }],
    [
      'a search for duplicates over REST',
      { method: 'POST', url: `https://${ORG}/services/data/v66.0/ui-api/predupe`, body: '{"apiName":"Lead","fields":{"Status":"x"}}' },
    ],
    ['text of another kind', { method: 'POST', url: `https://${ORG}/log`, body: `{"id":"${OPPORTUNITY}","StageName":"x"}` }],
    ['a broken form', { method: 'POST', url: `https://${ORG}/aura`, body: 'message=%E0%A4%A&StageName' }],
    ['a broken message', { method: 'POST', url: `https://${ORG}/aura`, body: 'message={"actions":[{"params":{"StageName"' }],
    ['a message of another shape', { method: 'POST', url: `https://${ORG}/aura`, body: 'message={"actions":{"StageName":"x"}}' }],
    ['a request without an address', { method: 'POST', url: 'aura', body: 'message={"actions":[]}StageName' }],
  ])('%s', (_, request) => {
    expect(movesIn(request)).toEqual([]);
  });
});
