import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Reading, View } from '../../../../lib/crm/adapter';
import type { Passed } from '../../../../lib/gate/channel';
import type { TabState } from '../../../../lib/messages/protocol';
import { healthOf } from '../../../../lib/watcher/health';
import { NOWHERE, opportunity, sighting, viewOf } from './fixtures';

const WATCH = { stageFields: ['StageName'], fields: ['Amount', 'NextStep'] };
const stateOf = (view: View, readings: Reading[] = []): TabState => ({ view, name: 'Acme renewal', readings, unread: null, at: 1 });
const at = (path: string): void => void vi.stubGlobal('location', { pathname: path });
const passed = (url: string): Passed => ({ at: 7, method: 'POST', url, kind: 'write' });

afterEach(() => void vi.unstubAllGlobals());

describe('the fields', () => {
  const reading = (change: Partial<Reading>): Reading => ({ ...sighting('Amount', '$5,000'), at: 3, ...change });

  it.each<{ what: string; readings: Reading[]; by: string | null; when: number | null }>([
    { what: 'the way it was read', readings: [reading({ by: 'details field' })], by: 'details field', when: 3 },
    { what: 'the source where no way is told', readings: [reading({ source: 'wire' })], by: 'wire', when: 3 },
    { what: 'the newest of several', readings: [reading({ by: 'new', at: 9 }), reading({ by: 'old' })], by: 'new', when: 9 },
    { what: 'nothing where it was not found', readings: [], by: null, when: null },
  ])('each with $what', ({ readings, by, when }) => {
    const { fields } = healthOf(stateOf(viewOf(opportunity()), readings), WATCH, []);
    expect(fields).toEqual([
      { field: 'StageName', by: null, at: null },
      { field: 'Amount', by, at: when },
      { field: 'NextStep', by: null, at: null },
    ]);
  });

  it('that are watched twice stand once', () => {
    const { fields } = healthOf(stateOf(NOWHERE), { stageFields: ['Status'], fields: ['Status'] }, []);
    expect(fields.map(({ field }) => field)).toEqual(['Status']);
  });
});

describe('the view', () => {
  const deal = (org: string): View => viewOf({ crm: 'hubspot', org, object: 'deal', id: '17' });

  it.each<{ view: View; shown: unknown }>([
    { view: viewOf(opportunity()), shown: { record: { object: 'Opportunity', org: '….lightning.force.com', id: '…' } } },
    {
      view: viewOf(opportunity(undefined, 'acme--uat.sandbox.lightning.force.com')),
      shown: { record: { org: '….sandbox.lightning.force.com' } },
    },
    { view: deal('62515'), shown: { record: { object: 'deal', org: '…', id: '…' } } },
    { view: { kind: 'list', crm: 'hubspot', org: '62515', object: 'deal' }, shown: { kind: 'list', object: 'deal', org: '…' } },
    { view: NOWHERE, shown: NOWHERE },
  ])('is told by its kind, never whose it is: $shown', ({ view, shown }) => {
    expect(healthOf(stateOf(view), WATCH, []).view).toMatchObject(shown as object);
  });
});

describe('an address', () => {
  it.each([
    { url: '/lightning/r/Opportunity/006Hs00001AbcDeFGH/view', shown: '/lightning/r/Opportunity/…/view' },
    { url: '/lightning/r/Opportunity/006AbCdEfGhIjKl/view', shown: '/lightning/r/Opportunity/…/view' },
    { url: '/lightning/o/Opportunity/list', shown: '/lightning/o/Opportunity/list' },
    { url: '/contacts/1/record/0-3/2', shown: '/contacts/…/record/0-3/…' },
    { url: '/contacts/62515/objects/0-3/views/all/board', shown: '/contacts/…/objects/0-3/views/all/board' },
    { url: '/aura?r=12&aura.RecordUi.updateRecord=1', shown: '/aura?r=…&aura.RecordUi.updateRecord=…' },
    { url: '/api/crm-search/search?portalId=62515&query=Jane%20Doe', shown: '/api/crm-search/search?portalId=…&query=…' },
    {
      url: 'https://acme.my.salesforce.com/services/data/v62.0/ui-api/records/006AbCdEfGhIjKl',
      shown: '/services/data/v62.0/ui-api/records/…',
    },
    { url: '/search/jane.doe@acme.example', shown: '/search/…' },
    { url: '/search/Jane%20Doe#tab', shown: '/search/…' },
    { url: '/graphql?0061U00001AbCdE', shown: '/graphql?…=…' },
    { url: '/reports/7f1c2d3e-0000-4000-8000-1234567890ab', shown: '/reports/…' },
    { url: '//', shown: '//' },
  ])('tells the way and what is asked for, no value and no id: $url', ({ url, shown }) => {
    at(url.replace(/^https:\/\/[^/]*/, '').replace(/[?#].*/, ''));
    const { requests, page } = healthOf(stateOf(NOWHERE), WATCH, [passed(url)]);
    expect(requests.map((request) => request.url)).toEqual([shown]);
    expect(page).toBe(shown.replace(/\?.*/, ''));
  });
});

describe('a request', () => {
  it.each<{ kind: Passed['kind']; url: string; told: Passed['kind'] }>([
    { kind: 'write', url: '/aura?r=1&aura.RecordUi.updateRecord=1', told: 'write' },
    { kind: 'write', url: '/aura?r=1&aura.RecordUi.getRecordWithFields=1', told: 'read' },
    { kind: 'write', url: '/api/crm-search/search?portalId=1', told: 'read' },
    { kind: 'write', url: '/api/crm-objects/budget', told: 'write' },
    { kind: 'move', url: '/aura?r=1&aura.RecordUi.getRecord=1&aura.RecordUi.updateRecord=1', told: 'move' },
    { kind: 'read', url: '/aura?r=1&aura.RecordUi.updateRecord=1', told: 'read' },
  ])('that only asks is told as one, where its address says so: $kind $url', ({ kind, url, told }) => {
    expect(healthOf(stateOf(NOWHERE), WATCH, [{ ...passed(url), kind }]).requests).toMatchObject([{ at: 7, method: 'POST', kind: told }]);
  });
});

it('holds nothing that was read', () => {
  const readings = [sighting('Amount', '$5,000'), sighting('StageName', 'Negotiation')].map((each) => ({ ...each, label: 'Five', at: 3 }));
  at('/lightning/r/Opportunity/006000000000001AAA/view');
  const told = JSON.stringify(healthOf(stateOf(viewOf(opportunity()), readings), WATCH, [passed('/aura?x=Negotiation')]));
  expect(told).not.toMatch(/5,000|Negotiation|Five|Acme|006000000000001AAA|acme/);
});
