/** What a pack's conditions may look like; and for what is refused, the place and the words that a manager reads. */
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../../lib/criteria/condition';
import { condition } from '../../../../lib/criteria/parse';
import { z } from '../../../../lib/zod';

/** Every issue as "path: message". */
function refusalsOf(data: unknown): string[] {
  const parsed = condition.safeParse(data);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const done: Condition = { step: 'confirm-budget', is: 'done' };
const within = (depth: number): Condition => (depth === 1 ? done : { not: within(depth - 1) });

const accepted: Condition[] = [
  { field: 'amount', is: 'filled' },
  { field: 'amount', is: 'empty' },
  { field: 'amount', is: 'changed' },
  { field: 'amount', is: 'equal', value: 0 },
  { field: 'budget-confirmed', is: 'equal', value: false },
  { field: 'lead-source', is: 'oneOf', value: ['Web', 3, true] },
  { field: 'next-step', is: 'contains', value: 'demo' },
  { field: 'amount', is: 'above', value: -1.5 },
  { field: 'amount', is: 'atLeast', value: 1 },
  { field: 'amount', is: 'below', value: 1 },
  { field: 'amount', is: 'atMost', value: 1 },
  { field: 'amount', is: 'between', value: [1, 1] },
  { field: 'close-date', is: 'between', value: ['2026-01-01', '2026-12-31'] },
  { field: 'close-date', is: 'between', value: ['today', '2020-01-01'] },
  { field: 'close-date', is: 'before', value: 'today' },
  { field: 'close-date', is: 'after', value: '2026-11-22T09:00:00+01:00' },
  { field: 'close-date', is: 'within', value: 'P2W' },
  { field: 'close-date', is: 'within', value: '-P30D' },
  { field: 'close-date', is: 'before', value: 'P14D' },
  { field: 'close-date', is: 'after', value: '-P2W' },
  { field: 'close-date', is: 'between', value: ['-P30D', 'P14D'] },
  { field: 'close-date', is: 'between', value: ['-P1D', 'today'] },
  { field: 'close-date', is: 'equal', value: { field: 'contract-start' } },
  { field: 'close-date', is: 'after', value: { field: 'contract-start' } },
  { field: 'close-date', is: 'before', value: { field: 'contract-start' } },
  { field: 'amount', is: 'above', value: { field: 'budget' } },
  { field: 'amount', is: 'atLeast', value: { field: 'budget' } },
  { field: 'amount', is: 'below', value: { field: 'budget' } },
  { field: 'amount', is: 'atMost', value: { field: 'budget' } },
  done,
  { answer: 'who-signs', is: 'filled' },
  { answer: 'who-signs', is: 'empty' },
  { answer: 'who-signs', is: 'equal', value: 'The CFO' },
  { answer: 'who-signs', is: 'contains', value: 'CFO' },
  { answer: 'segment', is: 'oneOf', value: ['smb', 'ent'] },
  { answer: 'how-many', is: 'above', value: 5 },
  { answer: 'how-many', is: 'atMost', value: { field: 'seats' } },
  { answer: 'how-many', is: 'between', value: [1, 2] },
  { answer: 'go-live', is: 'before', value: 'P14D' },
  { answer: 'go-live', is: 'within', value: 'P14D' },
  { approval: 'big-discount', is: 'granted' },
  { elapsed: 'PT2H', since: 'assigned', until: 'first-contact' },
  { elapsed: 'PT2H', since: 'assigned', until: 'first-contact', calendar: 'business' },
  { all: [done, { any: [done, { not: done }] }] },
  { atLeast: 2, of: [done, done] },
  {
    score: 75,
    of: [
      { points: 50, when: done },
      { points: 25, when: { not: done } },
    ],
  },
  within(8),
  { all: Array.from({ length: 199 }, () => done) },
];

it.each(accepted)('accepts %j as it stands', (data) => {
  expect(condition.parse(structuredClone(data))).toEqual(data);
});

const tests = 'filled, empty, equal, oneOf, contains, above, atLeast, below, atMost, between, before, after, within';
const operators = `${tests}, changed`;
const kinds = 'field, step, answer, approval, all, any, not, atLeast, score, elapsed';
const aCondition = "must be a condition, such as { field: 'budget', is: 'filled' }";
const aNumber = 'must be a number without quotes or separators, such as 50000';
const aPair = "must be a list of two numbers or two dates, such as [10, 20] or ['2026-01-01', '2026-03-31']";
const aDate =
  "must be a date such as '2026-11-22', a time such as '2026-11-22T09:00:00Z', 'today', or a duration from today such as 'P14D' or '-P30D'";
const days = "must be a duration of whole days or weeks, such as 'P14D', or '-P30D' for the days before today";
const orField = (message: string) => `${message}; or another field, such as { field: 'start-date' }`;
const duration = "must be a duration of weeks, days, hours and minutes, such as 'P14D' or 'PT2H'";
const operand = 'must be a text in quotes, a number, or true or false';
const atLeastOne = 'must be a whole number of 1 or more';
const emptyList = 'is an empty list; add at least one entry or leave the condition out';

const refused: [string, unknown, string[]][] = [
  ['nothing', undefined, [`: ${aCondition}`]],
  ['null', null, [`: ${aCondition}`]],
  ['text', 'amount > 5', [`: ${aCondition}`]],
  ['a list', [done], [`: ${aCondition}`]],
  ['an object of a class', new Date(0), [`: ${aCondition}`]],
  ['what is only inherited', Object.create(done), [`: ${aCondition}`]],
  [
    'a kind that every object inherits',
    JSON.parse('{"__proto__":{"step":"demo","is":"done"}}'),
    [`: says nothing to check; start with one of: ${kinds}`],
  ],
  ['an empty object', {}, [`: says nothing to check; start with one of: ${kinds}`]],
  ['a strange object', { greaterThan: 5 }, [`: says nothing to check; start with one of: ${kinds}`]],
  ['a mistyped kind', { feild: 'amount', is: 'filled' }, ["feild: 'feild' is not known here; did you mean 'field'?"]],
  ['"of" alone', { of: [done] }, ["of: 'of' needs 'atLeast' or 'score' beside it"]],
  ['two kinds in one', { all: [done], any: [done] }, ["any: 'any' is not known here; use only: all"]],

  ['a mistyped operator', { field: 'amount', is: 'fillled' }, ["is: 'fillled' is not known here; did you mean 'filled'?"]],
  ['an unknown operator', { field: 'amount', is: 'matches' }, [`is: 'matches' is not known here; use one of: ${operators}`]],
  ['an inherited operator', { field: 'amount', is: 'toString' }, [`is: 'toString' is not known here; use one of: ${operators}`]],
  ['a very long operator', { step: 'demo', is: 'x'.repeat(99) }, [`is: '${'x'.repeat(59)}…' is not known here; use 'done'`]],
  ['an operator that is no text', { field: 'amount', is: 7 }, [`is: must be one of: ${operators}`]],
  ['an operator that cannot be told', { field: 'amount', is: { a: 1 } }, [`is: must be one of: ${operators}`]],
  ['a missing operator', { field: 'amount' }, [`is: must be one of: ${operators}`]],
  ['an operator of fields on a step', { step: 'demo', is: 'filled' }, ["is: 'filled' is not known here; use 'done'"]],
  ['"changed" of an answer', { answer: 'who', is: 'changed' }, [`is: 'changed' is not known here; use one of: ${tests}`]],

  [
    'a mistyped key',
    { any: [done, { field: 'amount', is: 'above', valeu: 5 }] },
    ["any.1.valeu: 'valeu' is not known here; did you mean 'value'?", `any.1.value: is missing; it ${orField(aNumber)}`],
  ],
  ['a value that is not used', { field: 'amount', is: 'filled', value: 1 }, ["value: 'value' is not known here; use only: field, is"]],
  [
    'another field that is mistyped',
    { field: 'amount', is: 'above', value: { feild: 'budget' } },
    ["value.feild: 'feild' is not known here; did you mean 'field'?", 'value.field: is missing; it must be a name, in quotes'],
  ],
  [
    'another field that is inherited',
    { field: 'a', is: 'equal', value: { field: 'constructor' } },
    ['value.field: must be a name, in quotes'],
  ],
  ['another field in a list', { field: 'a', is: 'oneOf', value: [{ field: 'b' }] }, [`value.0: ${operand}`]],
  ['another field to contain', { field: 'a', is: 'contains', value: { field: 'b' } }, ['value: must be a text in quotes']],
  ['another field at an end', { field: 'a', is: 'between', value: [{ field: 'b' }, '2026-01-01'] }, [`value.0: ${aDate}`]],
  ['hours from today', { field: 'close', is: 'after', value: 'PT4H' }, [`value: ${orField(aDate)}`]],
  ['a clock that runs back', { elapsed: '-PT2H', since: 'a', until: 'b' }, [`elapsed: ${duration}`]],
  ['a calendar that is no name', { elapsed: 'PT2H', since: 'a', until: 'b', calendar: 5 }, ['calendar: must be a name, in quotes']],
  [
    'days from today in the wrong order',
    { field: 'close', is: 'between', value: ['P14D', '-P30D'] },
    ['value: must start with the smaller of the two'],
  ],
  [
    '__proto__ as a key',
    JSON.parse('{"step":"a","is":"done","__proto__":{"x":1}}'),
    ["__proto__: '__proto__' is not known here; use only: step, is"],
  ],
  ['constructor as a key', { not: done, constructor: 1 }, ["constructor: 'constructor' is not known here; use only: not"]],
  ['__proto__ as a field', { field: '__proto__', is: 'filled' }, ['field: must be a name, in quotes']],
  ['prototype as a step', { step: 'prototype', is: 'done' }, ['step: must be a name, in quotes']],
  ['a blank field', { field: ' ', is: 'filled' }, ['field: must be a name, in quotes']],
  ['a field that is no text', { field: 7, is: 'filled' }, ['field: must be a name, in quotes']],

  ['a missing value', { any: [done, { field: 'amount', is: 'above' }] }, [`any.1.value: is missing; it ${orField(aNumber)}`]],
  ['a number as text', { field: 'amount', is: 'above', value: '50,000' }, [`value: ${orField(aNumber)}`]],
  ['a number that is none', { field: 'amount', is: 'atMost', value: NaN }, [`value: ${orField(aNumber)}`]],
  ['a number without end', { field: 'amount', is: 'below', value: Infinity }, [`value: ${orField(aNumber)}`]],
  ['nothing to be equal to', { field: 'amount', is: 'equal' }, [`value: is missing; it ${orField(operand)}`]],
  ['null to be equal to', { field: 'amount', is: 'equal', value: null }, [`value: ${orField(operand)}`]],
  ['blank text to be equal to', { field: 'amount', is: 'equal', value: ' ' }, ['value: must be a text in quotes']],
  ['long text', { field: 'amount', is: 'contains', value: 'x'.repeat(256) }, ['value: must be at most 255 characters long']],
  ['one value for oneOf', { field: 'loss', is: 'oneOf', value: 'Price' }, ["value: must be a list of values, such as ['Price', 'Timing']"]],
  ['no value for oneOf', { field: 'loss', is: 'oneOf', value: [] }, [`value: ${emptyList}`]],
  ['too many values', { field: 'loss', is: 'oneOf', value: Array(201).fill('x') }, ['value: must have at most 200 entries']],
  ['a strange value in oneOf', { field: 'loss', is: 'oneOf', value: ['Price', {}] }, [`value.1: ${operand}`]],
  ['one end', { field: 'amount', is: 'between', value: [1] }, [`value: ${aPair}`]],
  ['three ends', { field: 'amount', is: 'between', value: [1, 2, 3] }, [`value: ${aPair}`]],
  ['no ends', { field: 'amount', is: 'between' }, [`value: is missing; it ${aPair}`]],
  ['a number and a date', { field: 'amount', is: 'between', value: [1, '2026-01-01'] }, [`value.1: ${aNumber}`]],
  ['ends in the wrong order', { field: 'amount', is: 'between', value: [20, 10] }, ['value: must start with the smaller of the two']],
  [
    'dates in the wrong order',
    { field: 'close', is: 'between', value: ['2026-02-01', '2026-01-01'] },
    ['value: must start with the smaller of the two'],
  ],
  [
    'times in the wrong order',
    { field: 'close', is: 'between', value: ['2026-01-01T02:00Z', '2026-01-01T02:00+01:00'] },
    ['value: must start with the smaller of the two'],
  ],
  ['a day that does not exist', { field: 'close', is: 'before', value: '2026-02-30' }, [`value: ${orField(aDate)}`]],
  ['a date of another country', { field: 'close', is: 'after', value: '22.11.2026' }, [`value: ${orField(aDate)}`]],
  ['a time without its zone', { field: 'close', is: 'after', value: '2026-11-22T09:00' }, [`value: ${orField(aDate)}`]],
  ['months', { field: 'close', is: 'within', value: 'P1M' }, [`value: ${days}`]],
  ['hours for a date', { field: 'close', is: 'within', value: 'PT4H' }, [`value: ${days}`]],
  ['a duration in words', { elapsed: '2 hours', since: 'a', until: 'b' }, [`elapsed: ${duration}`]],
  ['a clock without its end', { elapsed: 'PT2H', since: 'a' }, ['until: is missing; it must be a name, in quotes']],

  ['an empty list', { all: [] }, [`all: ${emptyList}`]],
  ['an empty list inside', { not: { any: [] } }, [`not.any: ${emptyList}`]],
  ['no list', { all: done }, ['all: must be a list of conditions']],
  ['a list under not', { not: [done] }, [`not: ${aCondition}`]],
  [
    'more than there are',
    { atLeast: 3, of: [done, done] },
    ['atLeast: asks for 3, but its list makes 2 at most, so it could never be met'],
  ],
  ['at least none', { atLeast: 0, of: [done] }, [`atLeast: ${atLeastOne}`]],
  ['at least one and a half', { atLeast: 1.5, of: [done, done] }, [`atLeast: ${atLeastOne}`]],
  ['at least some of nothing', { atLeast: 1 }, ['of: must be a list of conditions']],
  ['at least some of an empty list', { atLeast: 1, of: [] }, [`of: ${emptyList}`]],
  [
    'a score out of reach',
    { score: 75, of: [{ points: 50, when: done }] },
    ['score: asks for 75, but its list makes 50 at most, so it could never be met'],
  ],
  ['points of none', { score: 1, of: [{ points: 0, when: done }] }, [`of.0.points: ${atLeastOne}`]],
  ['points without a condition', { score: 1, of: [{ points: 1 }] }, [`of.0.when: ${aCondition}`]],
  [
    'a condition without points',
    { score: 1, of: [done] },
    [
      "of.0.step: 'step' is not known here; use only: points, when",
      "of.0.is: 'is' is not known here; use only: points, when",
      `of.0.points: ${atLeastOne}`,
      `of.0.when: ${aCondition}`,
    ],
  ],
  [
    'no entry with points',
    { score: 1, of: [7] },
    ["of.0: must be an entry with points, such as { points: 20, when: { field: 'budget', is: 'filled' } }"],
  ],
  [
    'two mistakes at once',
    { all: [{ field: 'a', is: 'abov' }, done, { score: 1, of: [{ points: 1, when: { step: 'a' } }] }] },
    ["all.0.is: 'abov' is not known here; did you mean 'above'?", "all.2.of.0.when.is: must be 'done'"],
  ],

  ['nine deep', within(9), ['not.not.not.not.not.not.not.not: conditions can be nested 8 deep at most']],
  ['201 parts', { all: Array(200).fill(done) }, [': a condition can have 200 parts at most; split it into several criteria']],
];

it.each(refused)('refuses %s', (_, data, messages) => {
  expect(refusalsOf(data)).toEqual(messages);
});

describe('data made to do harm', () => {
  it('that refers to itself is refused', () => {
    const list: unknown[] = [];
    list.push({ all: list });
    expect(refusalsOf({ all: list })).toHaveLength(1);
  });

  it('that is nested without end is refused without using up the stack', () => {
    let data: unknown = done;
    for (let depth = 0; depth < 100_000; depth += 1) data = { not: data };
    expect(refusalsOf(data)).toHaveLength(1);
  });

  it('that repeats itself in a small file is refused', () => {
    let data: unknown = done;
    for (let level = 0; level < 7; level += 1) data = { all: Array(50).fill(data) };
    expect(refusalsOf(data)).toEqual([': a condition can have 200 parts at most; split it into several criteria']);
  });
});

describe('as a part of a larger schema', () => {
  const criterion = z.strictObject({ when: condition, doneWhen: condition.optional() });

  it('puts its place behind the place it stands in', () => {
    const parsed = criterion.safeParse({ when: { any: [done, { field: 'a', is: 'above' }] } });
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([['when', 'any', 1, 'value']]);
  });

  it('is refused when it is missing, unless it may be', () => {
    expect(criterion.safeParse({}).error?.issues.map(({ path, message }) => [path, message])).toEqual([[['when'], aCondition]]);
    expect(criterion.parse({ when: done })).toEqual({ when: done });
  });

  it('leaves the larger schema tellable as JSON Schema', () => {
    expect(z.toJSONSchema(criterion, { io: 'input' })).toMatchObject({ properties: { when: {}, doneWhen: {} }, required: ['when'] });
  });
});
