/** The one read at a held move: in the page's own session, for the records of the move and nothing else. */
import { describe, expect, it } from 'vitest';
import type { RecordRef, WireRequest } from '../../../../../lib/crm/adapter';
import { readOf } from '../../../../../lib/crm/salesforce/ask';
import { recordsIn } from '../../../../../lib/crm/salesforce/records';
import { salesforceWire } from '../../../../../lib/crm/salesforce/wire';
import { action, answer, boxcar, CUSTOM, LEAD, OPPORTUNITY, ORG, OTHER, record, success, update, WATCH } from './wire-shapes';

const ref = (object: string, id: string): RecordRef => ({ crm: 'salesforce', org: ORG, object, id });
const FIELDS = ['StageName', 'Amount', 'Account.Industry'];
const held = boxcar(
  action('7;a', 'updateRecord', update(OPPORTUNITY, { StageName: 'Closed Won' })),
  action('8;a', 'updateRecord', update(OTHER, { StageName: 'Closed Won' })),
);

function actionsOf({ body }: WireRequest): unknown {
  return (JSON.parse(new URLSearchParams(body).get('message') ?? '') as { actions: unknown }).actions;
}

describe('the records of a held boxcar', () => {
  const ask = readOf(held, [ref('Opportunity', OPPORTUNITY), ref('Opportunity', OTHER)], FIELDS);

  it('are asked for in one boxcar of one read each, by full names that the org need not have', () => {
    expect(ask).toMatchObject({ method: 'POST', url: `https://${ORG}/aura?r=0&aura.RecordUi.getRecordWithFields=2` });
    expect(ask && actionsOf(ask)).toEqual(
      [OPPORTUNITY, OTHER].map((recordId, index) => ({
        id: `handrail-${index};a`,
        descriptor: 'aura://RecordUiController/ACTION$getRecordWithFields',
        callingDescriptor: 'UNKNOWN',
        params: {
          recordId,
          fields: ['Opportunity.Id'],
          optionalFields: ['Opportunity.StageName', 'Opportunity.Amount', 'Opportunity.Account.Industry'],
        },
      })),
    );
  });

  it('are asked for with the context, the page and the token of the held request, byte by byte', () => {
    const rest = (body: string) => body.slice(body.indexOf('&'));
    expect(rest(ask?.body ?? '')).toBe(rest(held.body));
    expect(rest(held.body)).toContain('aura.token=');
    expect(ask?.headers).toEqual({ 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' });
  });

  it('are asked for by a request that itself is no move, and whose answer may be kept', () => {
    expect(ask && salesforceWire.movesIn(ask, WATCH)).toEqual([]);
    expect(ask && salesforceWire.mayHoldRecords(ask.method, ask.url)).toBe(true);
  });

  it('are known from the answer', () => {
    const account = record('Account', '001Hs00001AbCdeIAF', { Industry: { value: 'Energy', displayValue: null } });
    const told = { Amount: { value: 5, displayValue: '$5' }, Account: { value: account, displayValue: 'Acme' } };
    const reply = `while(1);\n${answer(success('handrail-0;a', record('Opportunity', OPPORTUNITY, told)))}`;
    expect(ask && recordsIn(ask, reply, { stageFields: [], fields: FIELDS })).toMatchObject([
      { record: ref('Opportunity', OPPORTUNITY), field: 'Amount', value: 5 },
      { record: ref('Opportunity', OPPORTUNITY), field: 'Account.Industry', value: 'Energy' },
    ]);
  });
});

describe('a record that is saved over REST', () => {
  const save = (path: string): WireRequest => ({ method: 'PATCH', url: `https://${ORG}${path}`, body: '{"fields":{"StageName":"x"}}' });

  it('is read where it would be saved', () => {
    const ask = readOf(save(`/services/data/v66.0/ui-api/records/${OPPORTUNITY}?x=1`), [ref('Opportunity', OPPORTUNITY)], FIELDS);
    expect(ask).toMatchObject({ method: 'GET', body: '' });
    const { pathname, searchParams } = new URL(ask?.url ?? '');
    expect(pathname).toBe(`/services/data/v66.0/ui-api/records/${OPPORTUNITY}`);
    expect([...searchParams]).toEqual([
      ['fields', 'Opportunity.Id'],
      ['optionalFields', 'Opportunity.StageName,Opportunity.Amount,Opportunity.Account.Industry'],
    ]);
    expect(ask && recordsIn(ask, JSON.stringify(record('Opportunity', OPPORTUNITY, { Amount: { value: 5 } })), WATCH)).toHaveLength(1);
  });

  it('cannot be asked for by way of another endpoint', () => {
    expect(readOf(save('/services/data/v66.0/graphql'), [ref('Opportunity', OPPORTUNITY)], FIELDS)).toBeNull();
  });
});

describe('nobody is asked for', () => {
  it.each([
    ['a record that does not exist yet', ref('Opportunity', '')],
    ['a record whose object no one tells', ref('', CUSTOM)],
  ])('%s', (_, unknown) => {
    expect(readOf(held, [unknown], FIELDS)).toBeNull();
    const ask = readOf(held, [unknown, ref('Lead', LEAD)], FIELDS);
    expect(ask && actionsOf(ask)).toMatchObject([{ params: { recordId: LEAD, fields: ['Lead.Id'] } }]);
  });
});
