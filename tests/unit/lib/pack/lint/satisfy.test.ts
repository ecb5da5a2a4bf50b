/** What can hold and what cannot: every contradiction here is a real one, and no condition that some record meets is ever called one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../../../lib/criteria/condition';
import { evaluate } from '../../../../../lib/criteria/evaluate';
import type { Facts, FieldType, Subject, Vocabulary } from '../../../../../lib/criteria/facts';
import type { Value } from '../../../../../lib/crm/adapter';
import { canFail, canHold } from '../../../../../lib/pack/lint/satisfy';

const today = '2026-11-22';
const subject = (type: FieldType, choices?: Subject['choices']): Subject => ({ label: type, type, ...(choices && { choices }) });
const words: Vocabulary = {
  fields: {
    amount: subject('currency'),
    cost: subject('currency'),
    close: subject('date'),
    start: subject('date'),
    call: subject('datetime'),
    next: subject('text'),
    stage: subject('picklist'),
    source: subject('picklist', [
      { id: 'web', label: 'Website', aliases: ['WEB_FORM'] },
      { id: 'phone', label: 'Phone', aliases: [] },
    ]),
    products: subject('multi-picklist'),
    budget: subject('boolean'),
  },
  steps: { demo: { title: 'Demo' } },
  answers: { signer: subject('text'), seats: subject('number') },
  approvals: { terms: { title: 'Terms' } },
  events: {},
  calendars: {},
};

const is = (field: string, operator: string, value?: unknown): Condition =>
  ({ field, is: operator, ...(value !== undefined && { value }) }) as Condition;
const answer = (id: string, operator: string, value?: unknown): Condition =>
  ({ answer: id, is: operator, ...(value !== undefined && { value }) }) as Condition;
const not = (condition: Condition): Condition => ({ not: condition });
const demo: Condition = { step: 'demo', is: 'done' };
const clock = (elapsed: string, calendar?: string): Condition => ({ elapsed, since: 'a', until: 'b', ...(calendar && { calendar }) });

describe('this cannot hold', () => {
  it.each<[why: string, parts: Condition[]]>([
    ['filled and empty', [is('next', 'filled'), is('next', 'empty')]],
    ['neither filled nor empty', [not(is('next', 'filled')), not(is('next', 'empty'))]],
    ['empty and compared', [is('amount', 'empty'), is('amount', 'above', 0)]],
    ['above and below the same number', [is('amount', 'above', 5), is('amount', 'below', 5)]],
    ['above one number and at most it', [is('amount', 'above', 5), is('amount', 'atMost', 5)]],
    ['between, and beyond', [is('amount', 'between', [1, 5]), is('amount', 'above', 5)]],
    ['equal to two numbers', [is('amount', 'equal', 1), is('amount', 'equal', 2)]],
    ['filled, and neither above nor at most', [is('amount', 'filled'), not(is('amount', 'above', 5)), not(is('amount', 'atMost', 5))]],
    ['two texts at once', [is('next', 'equal', 'call'), is('next', 'equal', 'mail')]],
    ['a text without its own piece', [is('next', 'contains', 'call back'), not(is('next', 'contains', 'call'))]],
    ['two values of a picklist', [is('source', 'equal', 'web'), is('source', 'equal', 'phone')]],
    ['a value that is not its own label', [is('source', 'equal', 'web'), not(is('source', 'equal', 'Website'))]],
    ['a value that is none of those', [is('stage', 'oneOf', ['A', 'B']), is('stage', 'equal', 'C')]],
    ['exactly one value, and another', [is('products', 'equal', 'gold'), is('products', 'contains', 'tin')]],
    ['yes and no', [is('budget', 'equal', true), is('budget', 'equal', false)]],
    ['before and after a day', [is('close', 'before', '2026-12-01'), is('close', 'after', '2026-12-01')]],
    ['in the past and in the next days', [is('close', 'before', 'today'), is('close', 'within', 'P30D')]],
    ['after a day from today, and before an earlier one', [is('close', 'after', 'P10D'), is('close', 'before', 'P5D')]],
    ['after today and before a day that is over', [is('close', 'after', 'today'), is('close', 'before', '2026-01-01')]],
    ['two times of day', [is('call', 'before', '2026-12-01T09:00:00Z'), is('call', 'after', '2026-12-01T10:00:00Z')]],
    ['a field above another and below it', [is('amount', 'above', { field: 'cost' }), is('amount', 'below', { field: 'cost' })]],
    ['a comparison with a field that is empty', [is('amount', 'above', { field: 'cost' }), is('cost', 'empty')]],
    ['a step that is done and is not', [demo, not(demo)]],
    ['an approval that is there and is not', [{ approval: 'terms', is: 'granted' }, not({ approval: 'terms', is: 'granted' })]],
    ['two answers at once', [answer('seats', 'equal', 1), answer('seats', 'above', 3)]],
    ['within an hour, and not within two', [clock('PT1H'), not(clock('PT2H'))]],
    ['a clock of working time and its opposite', [clock('PT1H', 'business'), not(clock('PT1H', 'business'))]],
    ['more than there can be', [{ atLeast: 2, of: [is('next', 'filled'), demo] }, is('next', 'empty')]],
    [
      'a score that is out of reach',
      [
        {
          score: 60,
          of: [
            { points: 50, when: demo },
            { points: 20, when: is('next', 'filled') },
          ],
        },
        not(demo),
      ],
    ],
    ['alternatives that are all excluded', [{ any: [is('next', 'empty'), not(demo)] }, is('next', 'filled'), demo]],
    ['what every way of a “not” excludes', [not({ any: [demo, is('next', 'filled')] }), is('next', 'filled')]],
  ])('%s', (_, parts) => {
    expect(canHold([{ all: parts }], words, today)).toBe(false);
    expect(canHold(parts, words, today)).toBe(false);
    expect(canFail(not({ all: parts }), words, today)).toBe(false);
  });
});

describe('this can', () => {
  it.each<[why: string, parts: Condition[]]>([
    ['not above, which an empty field meets', [is('amount', 'empty'), not(is('amount', 'above', 5))]],
    ['between two neighbours', [is('amount', 'above', 1), is('amount', 'below', 2)]],
    ['two pieces of a text', [is('next', 'contains', 'call'), is('next', 'contains', 'mail'), not(is('next', 'equal', 'call'))]],
    ['a text without a piece', [is('next', 'filled'), not(is('next', 'contains', 'call'))]],
    ['a multi-picklist without a value', [is('products', 'filled'), not(is('products', 'contains', 'gold'))]],
    ['a value and its label', [is('source', 'equal', 'web'), is('source', 'equal', 'Website'), is('source', 'equal', 'WEB_FORM')]],
    [
      'a value that the pack does not list',
      [is('source', 'filled'), not(is('source', 'equal', 'web')), not(is('source', 'equal', 'phone'))],
    ],
    ['an internal name and its label', [is('stage', 'equal', 'closedwon'), is('stage', 'equal', 'Closed Won')]],
    ['an internal number and its label', [is('stage', 'equal', '4711'), is('stage', 'equal', 'Closed Won')]],
    ['two values of a multi-picklist', [is('products', 'contains', 'gold'), is('products', 'contains', 'tin')]],
    ['after today and before a day to come', [is('close', 'after', 'today'), is('close', 'before', '2026-12-01')]],
    ['before today and after a day to come, once it is over', [is('close', 'before', 'today'), is('close', 'after', '2030-01-01')]],
    ['a moment between two of one day', [is('call', 'after', '2026-12-01T09:00:00Z'), is('call', 'before', '2026-12-01T09:30:00Z')]],
    [
      'not above another field, nor below: it may be empty',
      [not(is('amount', 'above', { field: 'cost' })), not(is('amount', 'below', { field: 'cost' }))],
    ],
    ['changed, and still the same kind of value', [is('next', 'changed'), is('next', 'equal', 'call')]],
    ['not within an hour, but within two', [not(clock('PT1H')), clock('PT2H')]],
    ['a day of working time and not 24 hours of it', [clock('P1D', 'business'), not(clock('PT24H', 'business'))]],
    ['enough of several', [{ atLeast: 2, of: [is('next', 'filled'), demo, is('amount', 'filled')] }, is('next', 'empty')]],
    ['something that the pack does not know', [is('nothing', 'filled'), not(is('nothing', 'filled'))]],
  ])('%s', (_, parts) => {
    expect(canHold(parts, words, today)).toBe(true);
  });
});

it.each([
  ['a few parts are worked out', 6, false],
  ['what is too much to work out can hold', 24, true],
])('%s', (_, count, possible) => {
  const half = { atLeast: count / 2, of: Array.from({ length: count }, (__, at): Condition => ({ step: `s${at}`, is: 'done' })) };
  expect(canHold([half, not(half)], words, today)).toBe(possible);
});

const dates = ['2026-11-20', '2026-11-22', '2026-11-30'];
const moments = [...dates, '2026-11-22T09:00:00Z', 'today', 'P3D', '-P2D'];
const test = (field: string, operands: readonly unknown[], compared: readonly string[], values: readonly Value[]) => ({
  field,
  operands,
  compared,
  values,
});
const sorts = [
  test('amount', [0, 1, 2], ['equal', 'above', 'atLeast', 'below', 'atMost'], [null, 0, 0.5, 1, 2, 3]),
  test('cost', [0, 1, { field: 'amount' }], ['equal', 'above', 'atMost'], [null, 0, 1, 2]),
  test('close', moments, ['equal', 'before', 'after'], [null, ...dates, '2026-11-25']),
  test('start', [...moments, { field: 'close' }], ['before', 'after'], [null, ...dates]),
  test('call', moments, ['before', 'after', 'equal'], [null, '2026-11-22T08:00:00Z', '2026-11-22T09:00:00Z', '2026-11-30T12:00:00Z']),
  test('next', ['call', 'call back'], ['equal', 'contains'], [null, 'call', 'Call back', 'mail']),
  test('source', ['web', 'WEB_FORM', 'phone'], ['equal'], [null, 'WEB_FORM', 'Phone', 'fair']),
  test('products', ['gold', 'tin'], ['equal', 'contains'], [null, ['gold'], ['gold', 'tin'], ['lead']]),
  test('budget', [true, false], ['equal'], [null, true, false]),
];
const leaf = fc.constantFrom(...sorts).chain(({ field, operands, compared }) =>
  fc.oneof(
    fc.constantFrom('filled', 'empty').map((operator) => is(field, operator)),
    fc.tuple(fc.constantFrom(...compared), fc.constantFrom(...operands)).map(([operator, value]) => is(field, operator, value)),
  ),
);
const condition = fc.letrec<{ node: Condition; parts: Condition[] }>((tie) => ({
  parts: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.record({ all: tie('parts') }),
    fc.record({ any: tie('parts') }),
    fc.record({ not: tie('node') }),
    tie('parts').chain((of) => fc.record({ atLeast: fc.integer({ min: 1, max: of.length }), of: fc.constant(of) })),
    tie('parts').chain((of) =>
      fc.record({ score: fc.integer({ min: 1, max: of.length * 10 }), of: fc.constant(of.map((when, at) => ({ points: 10 + at, when }))) }),
    ),
  ),
})).node;
const facts = fc.record(Object.fromEntries(sorts.map(({ field, values }) => [field, fc.constantFrom(...values)]))).map((values): Facts => ({
  readings: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, source: 'wire', at: 0 }])),
  steps: {},
  answers: {},
  approvals: {},
  events: {},
  now: Date.parse(`${today}T12:00:00Z`),
  timeZone: 'UTC',
}));

it('what a record meets can hold, and what it does not meet can fail', () => {
  fc.assert(
    fc.property(condition, facts, (one, seen) => {
      const { result } = evaluate(one, seen, words);
      if (result === 'true') expect(canHold([one], words, today)).toBe(true);
      if (result === 'false') expect(canFail(one, words, today)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
