/** What HubSpot's responses tell of the fields that are watched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WireRequest } from '../../../../../lib/crm/adapter';
import { recordsIn } from '../../../../../lib/crm/hubspot/records';
import { hubspotWire } from '../../../../../lib/crm/hubspot/wire';
import { api, graphqlUrl, operation, query, searchOperation, send, watch } from './requests';

const crmObjects = `${api}/inbounddb-objects/v1/crm-objects`;
const get = (path: string) => send('GET', `${crmObjects}/${path}`, '');

/** `object/id field=value`, one line for each sighting. */
const told = (request: WireRequest, response: unknown, fields = watch.fields) =>
  recordsIn(request, JSON.stringify(response), { stageFields: [], fields }).map(
    ({ record, field, value }) => `${record.object}/${record.id} ${field}=${JSON.stringify(value)}`,
  );

const stored = (value: string) => ({
  value,
  timestamp: 1,
  source: 'CRM_UI',
  sourceId: 'a@b.c',
  versions: [{ name: 'amount', value: 'old' }],
});
const recordOf = (objectTypeId: string, objectId: number, values: Record<string, string>) => ({
  objectTypeId,
  objectId,
  portalId: 4242,
  properties: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, stored(value)])),
});

describe('which requests are looked into', () => {
  it.each([
    ['GET', `${crmObjects}/0-3/batch${query}&id=7`, true],
    ['POST', graphqlUrl, true],
    ['POST', `${api}/crm-search/search${query}`, true],
    ['PATCH', 'https://api.hubapi.com/crm/v3/objects/deals/7', true],
    ['GET', `${api}/crm/objects/2026-03/deals/7`, true],
    ['PUT', `${api}/deals/v1/deal/7`, true],
    ['POST', `${api}/contacts/v1/contact/vid/55/profile`, true],
    ['GET', `${api}/companies/v2/companies/9`, true],
    ['DELETE', `${crmObjects}/0-3/7`, false],
    ['GET', `${api}/properties/v4/groups/0-3/properties`, false],
    ['GET', 'https://app.hubspot.com/contacts/4242/record/0-3/7', false],
    ['GET', 'https://app.hubspot.com/x?eschref=/api/graphql/crm', false],
    ['POST', 'https://app.hubspot.com/metrics', false],
  ])('%s %s: %s', (method, url, expected) => {
    expect(hubspotWire.mayHoldRecords(method, url)).toBe(expected);
  });
});

describe('what a response tells', () => {
  it.each<[string, WireRequest, unknown, string[]]>([
    [
      'the load of a record',
      get(`0-3/batch${query}&id=7`),
      { 7: recordOf('0-3', 7, { dealstage: 'contractsent', amount: '62000', unwatched: 'x' }) },
      ['deal/7 dealstage="contractsent"', 'deal/7 amount="62000"'],
    ],
    ['one record', get(`0-3/7${query}`), recordOf('0-3', 7, { closedate: '1795305600000' }), ['deal/7 closedate="1795305600000"']],
    [
      'a list by GraphQL, with the type from the question at the same place',
      send('POST', graphqlUrl, [operation('1', {}), searchOperation]),
      [{ data: {} }, { data: { crmObjectsSearch: { total: 1, results: [{ id: 8, properties: [{ name: 'amount', value: '5' }] }] } } }],
      ['deal/8 amount="5"'],
    ],
    [
      'the reply to a GraphQL save',
      send('POST', graphqlUrl, [operation('7', { dealstage: 'closedwon' })]),
      [
        {
          data: {
            updateResponse: {
              updatedObject: {
                id: '7',
                allProperties: [
                  { id: '0-3/dealname', name: 'dealname', value: 'Big' },
                  { name: 'dealstage', value: 'closedwon' },
                ],
              },
            },
          },
        },
      ],
      ['deal/7 dealstage="closedwon"', 'deal/7 dealname="Big"'],
    ],
    [
      'the reply to a public save',
      send('PATCH', `${api}/crm/v3/objects/deals/7`, { properties: { amount: '5' } }),
      { id: '7', properties: { amount: '5', hs_next_step: null } },
      ['deal/7 amount="5"', 'deal/7 hs_next_step=null'],
    ],
    [
      'the reply to a save by the old deals API',
      send('PUT', `${api}/deals/v1/deal/7`, { properties: [{ name: 'amount', value: '5' }] }),
      { portalId: 4242, dealId: 7, properties: { amount: stored('5'), dealname: stored('Big') } },
      ['deal/7 amount="5"', 'deal/7 dealname="Big"'],
    ],
    [
      'a contact of the old API, who has an id by another name',
      send('GET', `${api}/contacts/v1/contact/vid/55/profile`, ''),
      { vid: 55, 'canonical-vid': 55, properties: { dealname: stored('x') } },
      ['contact/55 dealname="x"'],
    ],
    [
      'the reply to a creation',
      send('POST', `${api}/chirp-frontend-app/v1/gateway/any.Rpc/createObjectAndAssociations`, { createRequest: { objectTypeId: '0-3' } }),
      { data: { result: { crmObject: recordOf('0-3', 9, { dealstage: 'contractsent' }) } } },
      ['deal/9 dealstage="contractsent"'],
    ],
    [
      'the results of a search',
      send('POST', `${api}/crm-search/search${query}`, { objectTypeId: '0-3', filterGroups: [] }),
      { results: [{ objectId: 8, properties: { amount: { value: '5' } } }, recordOf('0-2', 9, { dealname: 'odd' })] },
      ['deal/8 amount="5"', 'company/9 dealname="odd"'],
    ],
    [
      'a record within a record, whose type nobody names, is not taken for a deal',
      get(`0-3/7${query}`),
      { ...recordOf('0-3', 7, { amount: '1' }), associations: [{ id: 55, properties: { amount: '999' } }] },
      ['deal/7 amount="1"'],
    ],
    ['a record of unknown type', send('POST', graphqlUrl, '[]'), [{ data: { id: 7, properties: [{ name: 'amount', value: '5' }] } }], []],
    ['an error', get(`0-3/7${query}`), { status: 'error', message: 'no' }, []],
  ])('%s', (_, request, response, sightings) => {
    expect(told(request, response)).toEqual(sightings);
  });

  it('is empty for a property that an answer with all properties lacks, and unknown otherwise', () => {
    const response = { 7: recordOf('0-3', 7, { dealstage: 'contractsent' }) };
    expect(told(get(`0-3/batch${query}&includeAllProperties=true&id=7`), response, ['dealstage', 'amount'])).toEqual([
      'deal/7 dealstage="contractsent"',
      'deal/7 amount=null',
    ]);
    expect(told(get(`0-3/batch${query}&id=7`), response, ['dealstage', 'amount'])).toEqual(['deal/7 dealstage="contractsent"']);
  });

  it('is not taken for empty where the value is there but cannot be read', () => {
    const response = {
      7: { ...recordOf('0-3', 7, { dealstage: 'x' }), properties: { dealstage: stored('x'), amount: { sensitivityLevel: 'high' } } },
    };
    expect(told(get(`0-3/batch${query}&includeAllProperties=true`), response, ['amount'])).toEqual([]);
  });

  it('carries the portal of the request and comes from the wire', () => {
    const [sighting] = recordsIn(get(`0-3/7${query}`), JSON.stringify(recordOf('0-3', 7, { amount: '1' })), watch);
    expect(sighting).toEqual({
      record: { crm: 'hubspot', org: '4242', object: 'deal', id: '7' },
      field: 'amount',
      value: '1',
      source: 'wire',
    });
  });

  it('is nothing, without an error, for whatever else comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.oneof(fc.json(), fc.string()), (body, response) => {
        expect(recordsIn({ method: 'POST', url: graphqlUrl, body }, response, watch)).toEqual([]);
      }),
    );
    expect(recordsIn({ method: 'GET', url: 'no url', body: '' }, '{}', watch)).toEqual([]);
  });
});

describe('a REST save that was answered', () => {
  const stage = { stageFields: ['dealstage'], fields: [] };

  it.each([
    ['one record', `${crmObjects}/0-3/7?portalId=4242`, [[{ name: 'dealstage', value: 'closedwon' }]]],
    [
      'by the old deals API',
      `${api}/deals/v1/deal/7?portalId=4242`,
      { dealId: 7, properties: [{ name: 'dealstage', value: 'closedwon' }] },
    ],
    ['many records', `${crmObjects}/0-3?portalId=4242`, [{ objectId: 7, propertyValues: [{ name: 'dealstage', value: 'closedwon' }] }]],
  ])('has saved what it sent, also where its answer is empty: %s', (_form, url, body) => {
    const [sighting] = recordsIn({ method: 'PUT', url, body: JSON.stringify(body) }, '', stage);
    expect(sighting).toMatchObject({ record: { object: 'deal', id: '7' }, field: 'dealstage', value: 'closedwon' });
  });

  it('has saved what it sent: the profile of a contact in the old API, answered with nothing', () => {
    const body = { properties: [{ property: 'hs_lead_status', value: 'OPEN' }] };
    const request = send('POST', `${api}/contacts/v1/contact/vid/55/profile?portalId=4242`, body);
    const [sighting] = recordsIn(request, '', { stageFields: ['hs_lead_status'], fields: [] });
    expect(sighting).toMatchObject({ record: { object: 'contact', id: '55' }, field: 'hs_lead_status', value: 'OPEN' });
  });

  it('tells nothing of a bulk edit that was only accepted, nor of all that match', () => {
    const bulk = `${api}/inbounddb-objects/v2/batch-mutation/dynamic-search?portalId=4242`;
    const properties = [{ name: 'dealstage', value: 'closedwon' }];
    for (const which of [{ objectIdList: [7] }, { crmSearchRequestProxyEgg: { filterGroups: [], query: '' } }]) {
      const request = send('POST', bulk, { type: 'UPDATE', objectTypeId: '0-3', properties, ...which });
      expect(recordsIn(request, '{"status":"PENDING"}', stage)).toEqual([]);
      expect(recordsIn({ ...request, method: 'PUT' }, '', stage).filter(({ record }) => record.id === '*')).toEqual([]);
    }
  });

  it('tells nothing of what a GraphQL mutation asked for: that may have failed', () => {
    const request = { method: 'POST', url: graphqlUrl, body: JSON.stringify([operation('7', { dealstage: 'closedwon' })]) };
    expect(recordsIn(request, '[{"data":{"updateResponse":{"updatedObject":null}}}]', stage)).toEqual([]);
  });
});
