/** A boxcar in two: the innocent actions never wait, and the client gets one answer. */
import { describe, expect, it } from 'vitest';
import type { Split, WireRequest } from '../../../../../lib/crm/adapter';
import { salesforceWire } from '../../../../../lib/crm/salesforce/wire';
import { action, answer, boxcar, OPPORTUNITY, ORG, OTHER, success, update, WATCH } from './wire-shapes';

const save = action('2;a', 'updateRecord', update(OPPORTUNITY, { StageName: 'Closed Won' }));
const second = action('4;a', 'updateRecord', update(OTHER, { StageName: 'Closed Won' }));
const read = action('1;a', 'getRecordWithFields', { recordId: OPPORTUNITY, fields: ['Opportunity.StageName'] });
const other = action('3;a', 'updateRecord', update(OTHER, { NextStep: 'Call + mail & more = 100%' }));

function parted(request: WireRequest, moves = salesforceWire.movesIn(request, WATCH)): Split {
  const split = salesforceWire.split(request, moves);
  if (!split) throw new Error('not parted');
  return split;
}
const messageOf = (body: string): unknown => JSON.parse(new URLSearchParams(body).get('message') ?? '');

describe('a boxcar with one save that moves', () => {
  const request = boxcar(read, save, other);

  it('parts into that save and all else, and every other field of the form stays as it was', () => {
    const { rest, moving } = parted(request);
    expect(messageOf(rest)).toEqual({ actions: [read, other] });
    expect(messageOf(moving)).toEqual({ actions: [save] });
    for (const body of [rest, moving]) expect(body.slice(body.indexOf('&'))).toBe(request.body.slice(request.body.indexOf('&')));
  });

  it('parts wherever the message stands, with anything beside its actions', () => {
    const message = encodeURIComponent(JSON.stringify({ extra: '$&$1', actions: [save, read] }));
    const { rest } = parted({ ...request, body: `aura.token=a%3Db&message=${message}&last=%20` });
    expect(rest).toMatch(/^aura\.token=a%3Db&message=[^&]*&last=%20$/);
    expect(messageOf(rest)).toEqual({ extra: '$&$1', actions: [read] });
  });

  it('leaves a read of the record that is being saved to the innocent part', () => {
    const peers = action('5;a', 'getPeers', { recordId: OPPORTUNITY, StageName: 'Closed Won' });
    expect(messageOf(parted(boxcar(save, peers)).rest)).toEqual({ actions: [peers] });
  });

  it.each([
    ['plain', '', ''],
    ['with the prefix against hijacking', 'while(1);\n', ''],
  ])('has one answer with those of all its actions, and all else as the server said it: %s', (_, before, after) => {
    const innocent = before + answer(success('3;a', 'saved'), success('1;a', 'read')) + after;
    const merged = parted(request).merge(innocent, before + answer(success('2;a', 'moved')) + after);
    expect(merged.startsWith(before)).toBe(true);
    expect(JSON.parse(merged.slice(before.length))).toEqual({
      actions: [success('3;a', 'saved'), success('1;a', 'read'), success('2;a', 'moved')],
      context: { mode: 'PROD' },
      perfSummary: {},
    });
  });

  const lost = [
    ['a lost session', '*/{"exceptionEvent":true,"event":{"descriptor":"markup://aura:invalidSession"}}/*ERROR*/'],
    ['an error page', '<html>503</html>'],
    ['nothing', ''],
    ['null', 'null'],
  ] as const;
  it.each(lost)('passes on what is about the whole boxcar: %s', (_, told) => {
    const good = answer(success('1;a', 'read'));
    const { merge } = parted(request);
    expect(merge(told, good)).toBe(told);
    expect(merge(good, told)).toBe(told);
  });
});

describe('a boxcar of which every action moves', () => {
  it('has no innocent part', () => {
    expect(parted(boxcar(save)).rest).toBe('');
    expect(parted(boxcar(save, second)).rest).toBe('');
  });

  it('parts between the moves that are asked for and the others', () => {
    const request = boxcar(save, second);
    const [first] = salesforceWire.movesIn(request, WATCH);
    const { rest, moving } = parted(request, first ? [first] : []);
    expect([messageOf(rest), messageOf(moving)]).toEqual([{ actions: [second] }, { actions: [save] }]);
  });

  it('says whether each move stands in an action of its own', () => {
    const both = action('6;a', 'saveAll', {
      records: [update(OPPORTUNITY, { StageName: 'Closed Won' }), update(OTHER, { StageName: 'Closed Won' })],
    });
    expect([boxcar(save, second), boxcar(read, both)].map((request) => parted(request).apart)).toEqual([true, false]);
  });
});

it('a save by REST has no parts', () => {
  const request = {
    method: 'PATCH',
    url: `https://${ORG}/services/data/v66.0/ui-api/records/${OPPORTUNITY}`,
    body: '{"fields":{"StageName":"Closed Won"}}',
  };
  expect(salesforceWire.split(request, salesforceWire.movesIn(request, WATCH))).toBeNull();
});
