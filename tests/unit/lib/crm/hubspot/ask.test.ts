/** The one read that a held move allows, in the page's own session. facts/hubspot.md §3.2, §3.6. */
import { describe, expect, it } from 'vitest';
import type { RecordRef } from '../../../../../lib/crm/adapter';
import { hubspotPage } from '../../../../../lib/crm/hubspot/page';
import { recordsIn } from '../../../../../lib/crm/hubspot/records';
import { hubspotWire } from '../../../../../lib/crm/hubspot/wire';
import { graphqlUrl, operation, send, watch } from './requests';

const held = send('POST', graphqlUrl, [operation('7', { dealstage: 'closedwon' })]);
const record = (id: string, object = 'deal'): RecordRef => ({ crm: 'hubspot', org: '4242', object, id });
const COOKIES = 'hubspotutk=1; hubspotapi-csrf=t0ken; other=2';

const asked = (records: readonly RecordRef[], cookies = COOKIES, url = held.url) =>
  hubspotPage.readOf({ ...held, url }, records, ['amount'], cookies);

describe('the read at a held move', () => {
  it('is one GET of all the records, of the same origin, as the page itself would load them', () => {
    const read = asked([record('7'), record('8')]);
    expect(read).toMatchObject({ method: 'GET', body: '', headers: { 'x-hubspot-csrf-hubspotapi': 't0ken' } });
    const url = new URL(read?.url ?? '');
    expect(url.origin + url.pathname).toBe('https://app.hubspot.com/api/inbounddb-objects/v1/crm-objects/0-3/batch');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      portalId: '4242',
      allPropertiesFetchMode: 'latest_version',
      includeAllProperties: 'true',
    });
    expect(url.searchParams.getAll('id')).toEqual(['7', '8']);
  });

  it.each([
    ['the ticket’s own type', 'ticket', '0-5'],
    ['the lead’s own type', 'lead', '0-136'],
    ['a custom type', '2-1234', '2-1234'],
  ])('asks by %s', (_, object, type) => {
    expect(asked([record('7', object)])?.url).toContain(`/crm-objects/${type}/batch?`);
  });

  it('goes to the region of the held request', () => {
    const url = graphqlUrl.replace('app.hubspot.com', 'app-eu1.hubspot.com');
    expect(asked([record('7')], COOKIES, url)?.url).toMatch(/^https:\/\/app-eu1\.hubspot\.com\/api\//);
  });

  it.each([
    ['under either name of the cookie', 'csrf.app=t0ken'],
    ['at the end', 'a=b; hubspotapi-csrf=t0ken'],
    ['beside a cookie whose name only ends alike', 'my-hubspotapi-csrf=wrong; csrf.app=t0ken'],
  ])('carries the page’s token: %s', (_, cookies) => {
    expect(asked([record('7')], cookies)?.headers).toMatchObject({ 'x-hubspot-csrf-hubspotapi': 't0ken' });
  });

  it('asks for records of one object; another object of the same batch stays unknown', () => {
    const read = asked([record('7'), record('3', 'ticket'), record('8')]);
    expect(new URL(read?.url ?? '').searchParams.getAll('id')).toEqual(['7', '8']);
  });

  it.each<[string, Parameters<typeof asked>]>([
    ['no token', [[record('7')], 'a=b']],
    ['no record', [[]]],
    ['the host of the old API', [[record('7')], COOKIES, 'https://api.hubspot.com/deals/v1/deal/7?portalId=4242']],
  ])('cannot be made with %s', (_, given) => {
    expect(asked(...given)).toBeNull();
  });

  it('is no move itself, and its answer tells all that was asked for', () => {
    const read = asked([record('7')]);
    if (!read) throw new Error('There is no read.');
    expect(hubspotWire.movesIn(read, watch)).toEqual([]);
    const answer = { 7: { objectTypeId: '0-3', objectId: 7, properties: { amount: { value: '5' } } } };
    const told = recordsIn(read, JSON.stringify(answer), { stageFields: ['dealstage'], fields: ['amount'] });
    expect(told.map(({ record: { id }, field, value }) => [id, field, value])).toEqual([
      ['7', 'dealstage', null],
      ['7', 'amount', '5'],
    ]);
  });
});
