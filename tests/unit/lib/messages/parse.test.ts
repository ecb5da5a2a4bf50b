import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../../lib/crm/adapter';
import type { Health, Held, TabState, WrongHere } from '../../../../lib/messages/protocol';
import { decided, health, held, missed, tabState, watchListAsk, wrongHere } from '../../../../lib/messages/parse';

const record = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006000000000001AAA' } as const;
const move = { record, field: 'StageName', to: 'Closed Won', values: { Amount: 5, Tags__c: ['a', 'b'], NextStep: null, Won__c: true } };
const onWire: Reading = { record, field: 'Amount', value: 5, label: '$5', source: 'wire', at: 1 };
const onPage: Reading = { record, field: 'Tags__c', value: ['a'], locale: 'en-US', source: 'page', at: 2 };

const state: TabState = {
  view: { kind: 'record', record },
  name: 'Acme renewal',
  readings: [onWire, onPage],
  unread: null,
  at: 3,
};
const hold: Held = {
  id: '0b8f2c1e-5a7d-4c3b-9e21-7f6a5d4c3b21',
  moves: [move],
  readings: [onWire, { ...onPage, by: 'the highlights' }],
  names: ['Acme renewal'],
  splits: false,
};
const gap = { move: 0, sop: 'discovery', criterion: 'budget' };
const unfit: WrongHere = { record, sop: 'discovery', criterion: 'budget', comment: 'A renewal has no budget talk.' };

describe('what the watcher sends comes through as it was', () => {
  it.each<{ what: string; shape: { parse: (data: unknown) => unknown }; data: unknown }>([
    { what: 'a record in view', shape: tabState, data: state },
    { what: 'a record that cannot be read', shape: tabState, data: { ...state, name: null, readings: [], unread: ['the path'] } },
    { what: 'a list', shape: tabState, data: { ...state, view: { kind: 'list', crm: 'hubspot', org: '4242', object: 'deal' } } },
    { what: 'no CRM page', shape: tabState, data: { ...state, view: { kind: 'none', crm: null, why: 'not-a-crm' } } },
    { what: 'a classic page', shape: tabState, data: { ...state, view: { kind: 'none', crm: 'salesforce', why: 'classic' } } },
    { what: 'a held save', shape: held, data: hold },
    { what: 'a held save that makes a record', shape: held, data: { ...hold, moves: [{ ...move, record: { ...record, id: '' } }] } },
    { what: 'going back', shape: decided, data: { held: hold, decision: { kind: 'back' } } },
    { what: 'going on', shape: decided, data: { held: hold, decision: { kind: 'on' } } },
    {
      what: 'going on with a reason',
      shape: decided,
      data: { held: hold, decision: { kind: 'on', reasonCode: 'other', note: 'By phone' } },
    },
    {
      what: 'a held save that goes to all that match',
      shape: held,
      data: { ...hold, moves: [{ ...move, record: { ...record, id: '*' } }], matching: 214 },
    },
    {
      what: 'a held save that can be parted, of records without a name',
      shape: held,
      data: { ...hold, moves: [move, move], names: ['Acme', null], splits: true },
    },
    {
      what: 'going on with what the rep stands for, until a day',
      shape: decided,
      data: { held: hold, decision: { kind: 'on', until: 1_700_000_000_000, confirmed: [gap] } },
    },
    { what: 'going on with some', shape: decided, data: { held: hold, decision: { kind: 'some', confirmed: [gap] } } },
    { what: 'that a rule does not fit', shape: wrongHere, data: unfit },
    { what: 'that it does not, without a comment', shape: wrongHere, data: { ...unfit, comment: '' } },
    { what: 'a missed check', shape: missed, data: { moves: [move], why: 'late' } },
    { what: 'the question for a watch list', shape: watchListAsk, data: { crm: 'hubspot' } },
  ])('$what', ({ shape, data }) => {
    expect(shape.parse(data)).toEqual(data);
    // Messages travel as JSON.
    expect(shape.parse(JSON.parse(JSON.stringify(data)))).toEqual(data);
  });
});

describe('a tab state is refused', () => {
  it.each<{ with: string; data: unknown }>([
    { with: 'nothing', data: undefined },
    { with: 'an array', data: [state] },
    { with: 'no view', data: { ...state, view: undefined } },
    { with: 'a view of no known kind', data: { ...state, view: { kind: 'board' } } },
    { with: 'another CRM', data: { ...state, view: { kind: 'record', record: { ...record, crm: 'pipedrive' } } } },
    { with: 'a record without an org', data: { ...state, view: { kind: 'record', record: { ...record, org: undefined } } } },
    { with: 'an object for a value', data: { ...state, readings: [{ ...onWire, value: { raw: 5 } }] } },
    { with: 'a number that is none', data: { ...state, readings: [{ ...onWire, value: Number.NaN }] } },
    { with: 'a reading from nowhere', data: { ...state, readings: [{ ...onWire, source: 'guess' }] } },
    { with: 'a reading before there was time', data: { ...state, readings: [{ ...onWire, at: -1 }] } },
    { with: 'a reading after the end of time', data: { ...state, readings: [{ ...onWire, at: 8.65e15 }] } },
    { with: 'a way of reading longer than a name', data: { ...state, readings: [{ ...onWire, by: 'x'.repeat(501) }] } },
    { with: 'more tries than there are', data: { ...state, unread: Array(51).fill('the path') } },
    { with: 'a reading without a time', data: { ...state, readings: [{ ...onWire, at: undefined }] } },
    { with: 'more readings than a record has', data: { ...state, readings: Array(5001).fill(onWire) } },
    { with: 'a value longer than a field', data: { ...state, readings: [{ ...onWire, value: 'x'.repeat(20_001) }] } },
    { with: 'a name longer than a name', data: { ...state, readings: [{ ...onWire, field: 'x'.repeat(501) }] } },
  ])('with $with', ({ data }) => {
    expect(tabState.safeParse(data).success).toBe(false);
  });
});

describe('a held save is refused', () => {
  it.each<{ with: string; data: unknown }>([
    { with: 'a name of its own making', data: { ...hold, id: 'mine' } },
    { with: 'no moves', data: { ...hold, moves: [] } },
    { with: 'more moves than a save has', data: { ...hold, moves: Array(1001).fill(move) } },
    { with: 'a move to nowhere', data: { ...hold, moves: [{ ...move, to: undefined }] } },
    { with: 'a value that is a function’s worth of data', data: { ...hold, moves: [{ ...move, values: { Amount: { deep: [] } } }] } },
    { with: 'no names', data: { ...hold, names: undefined } },
    { with: 'more names than a save has records', data: { ...hold, names: Array(1001).fill(null) } },
    { with: 'a name that is a number', data: { ...hold, names: [7] } },
    { with: 'a split that is neither yes nor no', data: { ...hold, splits: 'yes' } },
    { with: 'half a record more that matches', data: { ...hold, matching: 1.5 } },
    { with: 'fewer than no records that match', data: { ...hold, matching: -1 } },
    { with: 'more readings than all its records have', data: { ...hold, readings: Array(20_001).fill(onWire) } },
    { with: 'readings that are none', data: { ...hold, readings: [null] } },
  ])('with $with', ({ data }) => {
    expect(held.safeParse(data).success).toBe(false);
    expect(decided.safeParse({ held: data, decision: { kind: 'back' } }).success).toBe(false);
  });

  it.each<{ decision: unknown }>([
    { decision: undefined },
    { decision: 'on' },
    { decision: { kind: 'allow' } },
    { decision: { kind: 'on', note: 7 } },
    { decision: { kind: 'on', note: 'x'.repeat(2001) } },
    { decision: { kind: 'on', reasonCode: 'x'.repeat(501) } },
    { decision: { kind: 'on', until: -1 } },
    { decision: { kind: 'on', until: Number.POSITIVE_INFINITY } },
    { decision: { kind: 'on', until: 'tomorrow' } },
    { decision: { kind: 'on', confirmed: 'all' } },
    { decision: { kind: 'on', confirmed: [{ ...gap, move: -1 }] } },
    { decision: { kind: 'on', confirmed: [{ ...gap, move: 0.5 }] } },
    { decision: { kind: 'some', confirmed: [{ ...gap, sop: undefined }] } },
    { decision: { kind: 'some', confirmed: [{ ...gap, criterion: 'x'.repeat(501) }] } },
    { decision: { kind: 'some', confirmed: Array(1001).fill(gap) } },
    { decision: { kind: 'some', confirmed: [null] } },
  ])('with a decision that is none: $decision.kind', ({ decision }) => {
    expect(decided.safeParse({ held: hold, decision }).success).toBe(false);
  });
});

it.each([
  { what: 'a missed check without a move', shape: missed, data: { moves: [], why: 'late' } },
  { what: 'a missed check without a reason', shape: missed, data: { moves: [move] } },
  { what: 'a rule that does not fit no record', shape: wrongHere, data: { ...unfit, record: undefined } },
  { what: 'a rule that does not fit, with a comment that is none', shape: wrongHere, data: { ...unfit, comment: { text: 'x' } } },
  { what: 'a rule that does not fit, with an endless comment', shape: wrongHere, data: { ...unfit, comment: 'x'.repeat(2001) } },
  { what: 'a rule that does not fit, without its name', shape: wrongHere, data: { ...unfit, criterion: undefined } },
  { what: 'a watch list for another CRM', shape: watchListAsk, data: { crm: 'pipedrive' } },
])('refuses $what', ({ shape, data }) => {
  expect(shape.safeParse(data).success).toBe(false);
});

it('what is not declared is dropped', () => {
  expect(tabState.parse({ ...state, secret: 'x', view: { ...state.view, secret: 'x' } })).toEqual(state);
  expect(wrongHere.parse({ ...unfit, pack: 'another', by: 'somebody' })).toEqual(unfit);
  const told = { held: hold, decision: { kind: 'back', confirmed: [gap], reasonCode: 'other' } };
  expect(decided.parse(told)).toEqual({ held: hold, decision: { kind: 'back' } });
});

describe('how well a page is read', () => {
  const told: Health = {
    page: '/lightning/r/Opportunity/…/view',
    view: { kind: 'record', record },
    fields: [
      { field: 'StageName', by: 'the path', at: 5 },
      { field: 'Amount', by: null, at: null },
    ],
    requests: [{ at: 5, method: 'POST', url: '/aura', kind: 'move' }],
  };

  it('is taken as the watcher tells it, and what is not declared is dropped', () => {
    expect(health.parse({ ...told, values: { Amount: 5 } })).toEqual(told);
  });

  it.each([
    { ...told, page: undefined },
    { ...told, view: { kind: 'record' } },
    { ...told, fields: [{ field: 'Amount', by: 7, at: 1 }] },
    { ...told, requests: [{ at: 5, method: 'POST', url: '/aura', kind: 'secret' }] },
    { ...told, requests: Array(101).fill(told.requests[0]) },
  ])('is refused where it is not well-formed', (data) => {
    expect(health.safeParse(data).success).toBe(false);
  });
});
