/** Which of HubSpot's requests would change a stage, of which records, and to what. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value, WireRequest } from '../../../../../lib/crm/adapter';
import { hubspotWire } from '../../../../../lib/crm/hubspot/wire';
import { api, graphqlUrl, mutationText, operation, query, searchOperation, send, watch } from './requests';

const list = (values: Record<string, unknown>) =>
  Object.entries(values).map(([name, value]) => ({ name, value, source: 'CRM_UI', sourceId: { email: 'a@b.c' } }));
const saved = { dealstage: 'contractsent', amount: '62000' };

/** `object/id field=to {other values}`, one line for each move. */
function told(request: WireRequest): string[] {
  return hubspotWire.movesIn(request, watch).map(({ record, field, to, values }) => {
    expect(record.crm).toBe('hubspot');
    expect(record.org).toBe('4242');
    return `${record.object}/${record.id} ${field}=${to} ${JSON.stringify(values)}`;
  });
}

const crmObjects = `${api}/inbounddb-objects/v1/crm-objects`;
const bulk = `${api}/inbounddb-objects/v2/batch-mutation/dynamic-search${query}`;
const chirp = `${api}/chirp-frontend-app/v1/gateway/com.hubspot.crm.object.builder.rpc.ObjectBuilderRpc/createObjectAndAssociations${query}`;

describe('a save that changes a stage', () => {
  it.each<[string, WireRequest, string[]]>([
    ['GraphQL from a record page', send('POST', graphqlUrl, [operation('7', saved)]), ['deal/7 dealstage=contractsent {"amount":"62000"}']],
    [
      'GraphQL with one plain operation',
      send('POST', graphqlUrl, operation('7', { dealstage: 'contractsent' })),
      ['deal/7 dealstage=contractsent {}'],
    ],
    [
      'GraphQL under its older name',
      send('POST', graphqlUrl, [{ ...operation('7', { dealstage: 'contractsent' }), operationName: 'UpdateProperties' }]),
      ['deal/7 dealstage=contractsent {}'],
    ],
    [
      'GraphQL persisted, with a hash and no text',
      send('POST', graphqlUrl, [operation('7', { dealstage: 'contractsent' }, { id: 'c0ffee12' })]),
      ['deal/7 dealstage=contractsent {}'],
    ],
    [
      'GraphQL batch with other operations',
      send('POST', graphqlUrl, [
        operation('6', { amount: '1' }),
        searchOperation,
        operation('7', { dealstage: 'closedwon' }),
        operation('8', { dealstage: 'closedlost' }),
      ]),
      ['deal/7 dealstage=closedwon {}', 'deal/8 dealstage=closedlost {}'],
    ],
    [
      'GraphQL on a ticket',
      send('POST', graphqlUrl, [
        {
          variables: {
            propertyUpdatesInput: { objectType: '0-5', objectId: 123, properties: [{ name: 'hs_pipeline_stage', value: '4' }] },
          },
          query: mutationText,
        },
      ]),
      ['ticket/123 hs_pipeline_stage=4 {}'],
    ],
    [
      'REST on one record',
      send('PUT', `${crmObjects}/0-3/7${query}&allPropertiesFetchMode=latest_version`, [list(saved)]),
      ['deal/7 dealstage=contractsent {"amount":"62000"}'],
    ],
    [
      'REST on one record, a flat list',
      send('PUT', `${crmObjects}/0-3/7${query}`, list({ dealstage: 'closedwon' })),
      ['deal/7 dealstage=closedwon {}'],
    ],
    [
      'REST on many records',
      send('PUT', `${crmObjects}/0-3${query}`, [
        { objectId: 7, objectTypeId: '0-3', propertyValues: list({ dealstage: 'closedwon' }) },
        { objectId: 8, propertyValues: list({ amount: '1' }) },
        { objectId: 9, propertyValues: list({ dealstage: 'closedlost' }) },
      ]),
      ['deal/7 dealstage=closedwon {}', 'deal/9 dealstage=closedlost {}'],
    ],
    [
      'bulk edit by ids',
      send('POST', bulk, { type: 'EDIT', objectTypeId: '0-3', properties: list({ dealstage: 'closedwon' }), objectIdList: [7, 8] }),
      ['deal/7 dealstage=closedwon {}', 'deal/8 dealstage=closedwon {}'],
    ],
    [
      'bulk edit of all that match, without ids',
      send('POST', bulk, {
        applyToAll: true,
        objectTypeId: '0-3',
        properties: list({ dealstage: 'closedwon' }),
        crmSearchRequestProxyEgg: {
          objectTypeId: '0-3',
          query: '',
          filterGroups: [{ filters: [{ property: 'dealstage', operator: 'EQ', value: 'contractsent' }] }],
        },
      }),
      ['deal/* dealstage=closedwon {}'],
    ],
    [
      'bulk edit of all that match a filter: HubSpot calls it “all” only where there is none',
      send('POST', bulk, {
        applyToAll: false,
        type: 'UPDATE',
        objectTypeId: '0-3',
        properties: list({ dealstage: 'closedwon', closedate: '1795305600000' }),
        crmSearchRequestProxyEgg: {
          filterGroups: [{ filters: [{ property: 'dealstage', operator: 'EQ', value: 'contractsent' }] }],
          objectTypeId: '0-3',
          query: 'acme',
        },
        headers: { 'x-properties-source': 'CRM_UI' },
      }),
      ['deal/* dealstage=closedwon {"closedate":"1795305600000"}'],
    ],
    [
      'a mutation of all that match, its filters beside its values',
      send('POST', graphqlUrl, [
        {
          operationName: 'BulkUpdate',
          id: 'c0ffee12',
          variables: {
            search: { filterGroups: [{ filters: [{ property: 'amount', operator: 'GT', value: '5' }] }] },
            update: { objectTypeId: '0-5', properties: list({ hs_pipeline_stage: '4' }) },
          },
        },
      ]),
      ['ticket/* hs_pipeline_stage=4 {}'],
    ],
    [
      'a mutation of many records by their ids',
      send('POST', graphqlUrl, {
        operationName: 'BulkUpdate',
        id: 'c0ffee12',
        variables: {
          input: { objectTypeId: '0-136', objectIds: ['7', '8'], properties: list({ hs_pipeline_stage: 'connected-stage-id' }) },
        },
      }),
      ['lead/7 hs_pipeline_stage=connected-stage-id {}', 'lead/8 hs_pipeline_stage=connected-stage-id {}'],
    ],
    [
      'a new record and a search in one batch: the search is not what is written',
      send('POST', graphqlUrl, [
        searchOperation,
        { operationName: 'CreateDeal', id: 'c0ffee12', variables: { request: { objectTypeId: '0-3', properties: list(saved) } } },
      ]),
      ['deal/ dealstage=contractsent {"amount":"62000"}'],
    ],
    [
      'the old deals API',
      send('PUT', `${api}/deals/v1/deal/7${query}`, { properties: list({ dealstage: 'closedwon' }) }),
      ['deal/7 dealstage=closedwon {}'],
    ],
    [
      'the old deals API with the id in the body',
      send('PUT', `${api}/deals/v1${query}`, { dealId: 7, properties: list({ dealstage: 'closedwon' }) }),
      ['deal/7 dealstage=closedwon {}'],
    ],
    [
      'the old contacts API',
      send('POST', `${api}/contacts/v1/contact/vid/55/profile${query}`, {
        properties: [
          { property: 'lifecyclestage', value: 'customer' },
          { property: 'email', value: 'a@b.c' },
        ],
      }),
      ['contact/55 lifecyclestage=customer {"email":"a@b.c"}'],
    ],
    [
      'the old contacts API, many at once',
      send('POST', `${api}/contacts/v1/contact/batch${query}`, [
        { vid: 55, properties: [{ property: 'hs_lead_status', value: 'OPEN' }] },
        { vid: 56, properties: [{ property: 'email', value: 'a@b.c' }] },
      ]),
      ['contact/55 hs_lead_status=OPEN {}'],
    ],
    [
      'the old companies API',
      send('PUT', `https://api.hubspot.com/companies/v2/companies/9${query}`, { properties: list({ lifecyclestage: 'customer' }) }),
      ['company/9 lifecyclestage=customer {}'],
    ],
    [
      'a drop on the board by a remote call, in a form that nobody has seen',
      send('POST', `${api}/chirp-frontend-app/v1/gateway/com.hubspot.crm.board.rpc.BoardRpc/moveCard${query}`, {
        request: { objectTypeId: '0-3', objectId: '7', propertyUpdates: { dealstage: { value: 'closedwon' }, closedate: { value: '1' } } },
      }),
      ['deal/7 dealstage=closedwon {"closedate":"1"}'],
    ],
    [
      'the public API',
      send('PATCH', `https://api.hubapi.com/crm/v3/objects/deals/7${query}`, { properties: saved }),
      ['deal/7 dealstage=contractsent {"amount":"62000"}'],
    ],
    [
      'the public batch API',
      send('POST', `${api}/crm/v3/objects/tickets/batch/update${query}`, { inputs: [{ id: '1', properties: { hs_pipeline_stage: '2' } }] }),
      ['ticket/1 hs_pipeline_stage=2 {}'],
    ],
    [
      'the public API of 2026',
      send('PATCH', `${api}/crm/objects/2026-03/deals/7${query}`, { properties: { dealstage: 'closedwon' } }),
      ['deal/7 dealstage=closedwon {}'],
    ],
    [
      'a new record',
      send('POST', chirp, {
        createRequest: {
          objectTypeId: '0-3',
          properties: list({ dealstage: 'contractsent', dealname: 'New' }),
          associations: [{ objectId: 5, objectTypeId: '0-2' }],
        },
      }),
      ['deal/ dealstage=contractsent {"dealname":"New"}'],
    ],
    [
      'a custom object',
      send('PUT', `${crmObjects}/2-1234/7${query}`, [list({ hs_pipeline_stage: 's2' })]),
      ['2-1234/7 hs_pipeline_stage=s2 {}'],
    ],
    [
      'a service that nobody has seen',
      send('POST', `${api}/chirp-frontend-app/v1/gateway/any.Rpc/move${query}`, {
        request: { id: 'r1', object: { objectType: 'DEAL', objectId: '7', propertyUpdates: { dealstage: { value: 'closedwon' } } } },
      }),
      ['deal/7 dealstage=closedwon {}'],
    ],
    [
      'two stage fields at once',
      send('PUT', `${crmObjects}/0-1/7${query}`, [list({ lifecyclestage: 'lead', hs_lead_status: 'OPEN' })]),
      ['contact/7 lifecyclestage=lead {"hs_lead_status":"OPEN"}', 'contact/7 hs_lead_status=OPEN {"lifecyclestage":"lead"}'],
    ],
  ])('%s', (_, request, moves) => {
    expect(told(request)).toEqual(moves);
  });

  it('is told once, also where its field is watched twice', () => {
    const twice = { ...watch, stageFields: [...watch.stageFields, ...watch.stageFields] };
    expect(hubspotWire.movesIn(send('POST', graphqlUrl, [operation('7', saved)]), twice)).toHaveLength(1);
  });

  it('has no portal where the URL names none', () => {
    const [move] = hubspotWire.movesIn(send('PUT', `${crmObjects}/0-3/7`, [list(saved)]), watch);
    expect(move?.record).toEqual({ crm: 'hubspot', org: '', object: 'deal', id: '7' });
  });
});

describe('what is no stage change', () => {
  it.each<[string, WireRequest]>([
    ['a save of other fields', send('POST', graphqlUrl, [operation('7', { amount: '1' })])],
    ['a read of the record', send('GET', `${crmObjects}/0-3/batch${query}&id=7`, '')],
    ['a search by GraphQL', send('POST', graphqlUrl, [searchOperation])],
    ['a persisted search', send('POST', graphqlUrl, [{ ...searchOperation, query: undefined, id: 'abc' }])],
    [
      'a persisted read with a filter in the form of a save',
      send('POST', graphqlUrl, [
        {
          operationName: 'DealsByStage',
          id: 'abc',
          variables: {
            objectTypeId: '0-3',
            filter: { properties: list({ dealstage: 'x' }) },
            filters: [{ properties: list({ dealstage: 'x' }) }],
          },
        },
      ]),
    ],
    [
      'a persisted read of the records of a board',
      send('POST', graphqlUrl, [
        {
          operationName: 'BoardColumns',
          id: 'abc',
          variables: { objectTypeId: '0-3', properties: ['dealstage'], stages: [{ name: 'dealstage', value: 'x' }], count: 50 },
        },
      ]),
    ],
    [
      'a read of many records',
      send('POST', `${crmObjects}/0-3/batch${query}`, { objectIds: [7, 8], properties: ['dealstage'], filterGroups: [] }),
    ],
    [
      'a deletion of all that match',
      send('POST', bulk, {
        type: 'DELETE',
        objectTypeId: '0-3',
        crmSearchRequestProxyEgg: { filterGroups: [{ filters: [{ property: 'dealstage', operator: 'EQ', value: 'x' }] }], query: '' },
      }),
    ],
    [
      'a GraphQL query with values like those of a save',
      send('POST', graphqlUrl, [operation('7', { dealstage: 'x' }, { query: 'query Preview($i: I!) { preview(input: $i) { id } }' })]),
    ],
    ['a search', send('POST', `${api}/crm-search/search${query}`, { objectTypeId: '0-3', properties: list({ dealstage: 'x' }) })],
    [
      'a batch read',
      send('POST', `${api}/crm/v3/objects/deals/batch/read${query}`, { inputs: [{ id: 1 }], properties: { dealstage: 'x' } }),
    ],
    [
      'a saved view with its filters',
      send('PUT', `${api}/views/v4/0-3/77${query}`, {
        filterGroups: [{ filters: [{ property: 'dealstage', operator: 'EQ', value: 'closedwon' }] }],
        properties: ['dealstage', 'amount'],
      }),
    ],
    ['a saved view', send('PUT', `${api}/views/v4/0-3/77${query}`, [{ property: 'dealstage', operator: 'EQ', value: 'closedwon' }])],
    [
      'the settings of a property',
      send('PUT', `${api}/properties/v4/0-3${query}`, { name: 'dealstage', label: 'Stage', options: [{ value: 'x' }] }),
    ],
    [
      'a form with blank stages',
      send('POST', chirp, { createRequest: { objectTypeId: '0-1', properties: list({ lifecyclestage: '', hs_lead_status: null }) } }),
    ],
    ['another host', send('POST', `https://example.com/deals/7${query}`, { properties: { dealstage: 'x' } })],
    ['a host that only sounds like it', send('POST', `https://evilhubspot.com/deals/7${query}`, { properties: { dealstage: 'x' } })],
    ['a deletion', send('DELETE', `${crmObjects}/0-3/7${query}`, [list(saved)])],
    ['what is not JSON', send('POST', graphqlUrl, 'dealstage=closedwon')],
    ['what is no URL', send('POST', 'dealstage', [list(saved)])],
  ])('%s', (_, request) => {
    expect(hubspotWire.movesIn(request, watch)).toEqual([]);
  });

  it('never throws, whatever the body', () => {
    const names = fc.constantFrom('properties', 'name', 'value', 'variables', 'dealstage', 'objectId', '__proto__', 'query');
    const body = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', maxDepth: 6 },
        fc.constantFrom('dealstage', 'closedwon', null, 7),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(names, tie('node'), { maxKeys: 4 }),
      ),
    })).node;
    fc.assert(
      fc.property(body, (node) => {
        const moves = hubspotWire.movesIn(send('POST', graphqlUrl, node), watch);
        for (const { values } of moves)
          expect(Object.values<Value>(values).every((value) => typeof value !== 'object' || value === null)).toBe(true);
      }),
    );
    expect(hubspotWire.movesIn(send('POST', graphqlUrl, `${'['.repeat(50_000)}"dealstage"${']'.repeat(50_000)}`), watch)).toEqual([]);
  });
});
