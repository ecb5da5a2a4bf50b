import { describe, expect, it } from 'vitest';
import type { Split, WireRequest } from '../../../../../lib/crm/adapter';
import { salesforceWire } from '../../../../../lib/crm/salesforce/wire';
import { action, answer, boxcar, OPPORTUNITY, OTHER, success, update, WATCH } from './wire-shapes';

const save = action('2;a', 'updateRecord', update(OPPORTUNITY, { StageName: 'Closed Won' }));
const read = action('1;a', 'getRecordWithFields', { recordId: OPPORTUNITY, fields: ['Opportunity.StageName'] });
const other = action('3;a', 'updateRecord', update(OTHER, { NextStep: 'Call + mail & more = 100%' }));
const request = boxcar(read, save, other);

function split(sent: WireRequest, moves = salesforceWire.movesIn(sent, WATCH)): Split {
  const parts = salesforceWire.split(sent, moves);
  if (!parts) throw new Error('not parted');
  return parts;
}

function actionsOf(body: string): unknown {
  return JSON.parse(new URLSearchParams(body).get('message') ?? '');
}

describe('a boxcar is parted', () => {
  it('into what moves and all else, and every other field of the form stays as it was', () => {
    const { rest, moving } = split(request);
    expect(actionsOf(rest)).toEqual({ actions: [read, other] });
    expect(actionsOf(moving)).toEqual({ actions: [save] });
    for (const body of [rest, moving]) expect(body.slice(body.indexOf('&'))).toBe(request.body.slice(request.body.indexOf('&')));
  });

  it('wherever the message stands, with anything beside its actions', () => {
    const message = encodeURIComponent(JSON.stringify({ extra: '$&$1', actions: [save, read] }));
    const { rest } = split({ ...request, body: `aura.token=a%3Db&message=${message}&last=%20` });
    expect(rest).toMatch(/^aura\.token=a%3Db&message=[^&]*&last=%20$/);
    expect(actionsOf(rest)).toEqual({ extra: '$&$1', actions: [read] });
  });

  it('between the moves that are held and one that is not', () => {
    const allowed = action('4;a', 'updateRecord', update(OTHER, { StageName: 'Qualification' }));
    const both = boxcar(save, allowed);
    const { rest } = split(both, salesforceWire.movesIn(both, WATCH).slice(0, 1));
    expect(actionsOf(rest)).toEqual({ actions: [allowed] });
  });

  it('and a read of the record that is being saved does not wait', () => {
    const peers = action('5;a', 'getPeers', { recordId: OPPORTUNITY, StageName: 'Closed Won' });
    expect(actionsOf(split(boxcar(save, peers)).rest)).toEqual({ actions: [peers] });
  });

  it('with nothing innocent where all of it moves', () => {
    const second = action('9;a', 'updateRecord', update(OTHER, { StageName: 'Closed Won' }));
    expect(split(boxcar(save, second))).toMatchObject({ rest: '', apart: true });
  });

  it('and tells when several moves are in one action', () => {
    const rows = [
      { Id: OPPORTUNITY, StageName: 'Closed Won' },
      { Id: OTHER, StageName: 'Closed Won' },
    ];
    expect(split(boxcar(read, action('2;a', 'saveRows', { rows })))).toMatchObject({ apart: false });
  });

  it('but not over REST, which knows no parts', () => {
    const sent = { method: 'PATCH', url: request.url, body: '{"fields":{"StageName":"Closed Won"}}' };
    expect(salesforceWire.split(sent, salesforceWire.movesIn(boxcar(save), WATCH))).toBeNull();
  });
});

describe('the answers of both parts', () => {
  const held = answer(success('2;a', 'moved'));

  it.each([
    ['plain', ''],
    ['with the prefix against hijacking', 'while(1);\n'],
  ])('come as one: %s', (_, before) => {
    const merged = split(request).merge(before + answer(success('3;a', 'saved'), success('1;a', 'read')), before + held);
    expect(merged.startsWith(before)).toBe(true);
    expect(JSON.parse(merged.slice(before.length))).toEqual({
      actions: [success('3;a', 'saved'), success('1;a', 'read'), success('2;a', 'moved')],
      context: { mode: 'PROD' },
      perfSummary: {},
    });
  });

  it.each([
    ['a lost session', '*/{"exceptionEvent":true,"event":{"descriptor":"markup://aura:invalidSession"}}/*ERROR*/'],
    ['an error page', '<html>503</html>'],
    ['nothing', ''],
  ])('%s is about the whole boxcar, whichever part met it', (_, lost) => {
    const { merge } = split(request);
    expect(merge(lost, held)).toBe(lost);
    expect(merge(answer(success('1;a', 'read')), lost)).toBe(lost);
  });
});
