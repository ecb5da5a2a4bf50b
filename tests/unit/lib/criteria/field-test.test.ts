/** Every operator of a field test: when it is true, when it is false, and when nobody can tell. */
import { describe, expect, it } from 'vitest';
import type { FieldTest, Truth } from '../../../../lib/criteria/condition';
import { evaluate } from '../../../../lib/criteria/evaluate';
import type { KnownValue } from '../../../../lib/criteria/facts';
import type { Value } from '../../../../lib/crm/adapter';
import { factsWith, reading, words } from './fixtures';

const result = (test: FieldTest, value: Value, rest: Partial<KnownValue> = {}): Truth =>
  evaluate(test, reading(test.field, value, rest), words).result;

const oneOfEach: FieldTest[] = [
  { field: 'amount', is: 'filled' },
  { field: 'amount', is: 'empty' },
  { field: 'amount', is: 'changed' },
  { field: 'amount', is: 'equal', value: 5 },
  { field: 'lead-source', is: 'oneOf', value: ['Web', 'Phone'] },
  { field: 'next-step', is: 'contains', value: 'demo' },
  { field: 'amount', is: 'above', value: 0 },
  { field: 'amount', is: 'atLeast', value: 0 },
  { field: 'amount', is: 'below', value: 1 },
  { field: 'amount', is: 'atMost', value: 15 },
  { field: 'amount', is: 'between', value: [-1, 1] },
  { field: 'close-date', is: 'between', value: ['1970-01-01', '2099-01-01'] },
  { field: 'close-date', is: 'before', value: '2099-01-01' },
  { field: 'close-date', is: 'after', value: '1900-01-01' },
  { field: 'close-date', is: 'within', value: 'P14D' },
];
const comparisons = oneOfEach.filter(({ is }) => is !== 'filled' && is !== 'empty' && is !== 'changed');

describe('a field that cannot be seen', () => {
  it.each(oneOfEach)('leaves "$is" unknown', (test) => {
    expect(evaluate(test, factsWith(), words).result).toBe('unknown');
  });

  it('is not taken from what every object inherits', () => {
    expect(evaluate({ field: 'constructor', is: 'filled' }, factsWith(), words).result).toBe('unknown');
    expect(evaluate({ field: '__proto__', is: 'filled' }, factsWith(), words).result).toBe('unknown');
  });
});

describe('a field that is seen to be empty', () => {
  it.each(comparisons.flatMap((test) => [null, '', ' \n ', [], ['']].map((value): [FieldTest, Value] => [test, value])))(
    'makes the comparison %j false for %j',
    (test, value) => {
      expect(result(test, value)).toBe('false');
    },
  );
});

describe('a value that cannot be compared', () => {
  it.each<[FieldTest, Value]>([
    [{ field: 'amount', is: 'equal', value: 60000 }, '60,000'],
    [{ field: 'amount', is: 'equal', value: '60,000' }, '60,000'],
    [{ field: 'amount', is: 'above', value: 50000 }, '60,000'],
    [{ field: 'amount', is: 'atLeast', value: 50000 }, '60000'],
    [{ field: 'amount', is: 'below', value: 50000 }, 'about ten'],
    [{ field: 'amount', is: 'atMost', value: 50000 }, true],
    [{ field: 'amount', is: 'between', value: [1, 2] }, '1'],
    [{ field: 'amount', is: 'above', value: 1 }, NaN],
    [{ field: 'amount', is: 'filled' }, Infinity],
    [{ field: 'next-step', is: 'equal', value: 5 }, '5'],
    [{ field: 'next-step', is: 'contains', value: '5' }, 55],
    [{ field: 'products', is: 'equal', value: 5 }, ['5']],
    [{ field: 'budget-confirmed', is: 'equal', value: true }, 'true'],
    [{ field: 'budget-confirmed', is: 'equal', value: 'true' }, 'true'],
    [{ field: 'lead-source', is: 'oneOf', value: [1, 'Phone'] }, 'Web'],
    [{ field: 'close-date', is: 'equal', value: '2026-11-22' }, 'next week'],
    [{ field: 'close-date', is: 'before', value: '2026-11-22' }, '22.11.2026'],
    [{ field: 'close-date', is: 'before', value: '2026-11-22' }, 'today'],
    [{ field: 'close-date', is: 'after', value: '2026-11-22' }, 1_700_000_000_000],
    [{ field: 'close-date', is: 'after', value: '2026-11-22' }, '2026-02-30'],
    [{ field: 'close-date', is: 'within', value: 'P14D' }, 'soon'],
    [{ field: 'close-date', is: 'between', value: ['2026-01-01', '2026-12-31'] }, 7],
    [{ field: 'next-call', is: 'before', value: 'today' }, '2026-11-22T10:00'],
  ])('leaves %j unknown for %j', (test, value) => {
    expect(result(test, value)).toBe('unknown');
  });
});

describe('filled and empty', () => {
  it.each<[Value, boolean]>([
    ['Call on Monday', true],
    [0, true],
    [false, true],
    [true, true],
    [['Gold'], true],
    [['', 'Gold'], true],
    [null, false],
    ['', false],
    [' \t\n\u00a0', false],
    [[], false],
    [['', ' '], false],
  ])('%j is filled: %j', (value, filled) => {
    expect(result({ field: 'next-step', is: 'filled' }, value)).toBe(String(filled));
    expect(result({ field: 'next-step', is: 'empty' }, value)).toBe(String(!filled));
  });
});

describe('equal', () => {
  it.each<[string, Value, string | number | boolean, Truth]>([
    ['amount', 50000, 50000, 'true'],
    ['amount', 0, 0, 'true'],
    ['amount', 50000.01, 50000, 'false'],
    ['budget-confirmed', false, false, 'true'],
    ['budget-confirmed', true, false, 'false'],
    ['lead-source', 'Web', 'Web', 'true'],
    ['lead-source', ' partner   REFERRAL ', 'Partner Referral', 'true'],
    ['lead-source', 'Web form', 'Web', 'false'],
    ['products', ['Gold'], 'gold', 'true'],
    ['products', ['Gold', 'Silver'], 'Gold', 'false'],
    ['close-date', '2026-11-22', '2026-11-22', 'true'],
    ['close-date', '2026-11-22', 'today', 'true'],
    ['close-date', '2026-11-23', 'today', 'false'],
    ['next-call', '2026-11-22T09:00:00Z', '2026-11-22T10:00:00+01:00', 'true'],
    ['next-call', '2026-11-22T09:00:00.000+0000', '2026-11-22T09:00:00Z', 'true'],
    ['next-call', '2026-11-22T09:00:00Z', '2026-11-22', 'true'],
    ['next-step', 'today', 'today', 'true'],
  ])('%s holding %j compared with %j is %s', (field, value, operand, expected) => {
    expect(result({ field, is: 'equal', value: operand }, value)).toBe(expected);
  });

  it.each<[string, Value, string]>([
    ['lead-source', 'web_form', 'Web form'],
    ['account', '001000000000001AAA', 'Acme'],
    ['products', ['gold_2024'], 'Gold'],
  ])('of %s takes the label as well as the exact value', (field, value, label) => {
    expect(result({ field, is: 'equal', value: label.toUpperCase() }, value, { label })).toBe('true');
    expect(result({ field, is: 'equal', value: String(value) }, value, { label })).toBe('true');
  });
});

describe('oneOf', () => {
  it.each<[string, Value, (string | number)[], Truth]>([
    ['lead-source', 'price', ['Price', 'Timing'], 'true'],
    ['lead-source', 'Fit', ['Price', 'Timing'], 'false'],
    ['seats', 10, [5, 10], 'true'],
    ['seats', 7, [5, 10], 'false'],
    ['lead-source', 'Web', [1, 'Web'], 'true'],
  ])('%s holding %j among %j is %s', (field, value, operands, expected) => {
    expect(result({ field, is: 'oneOf', value: operands }, value)).toBe(expected);
  });
});

describe('contains', () => {
  it.each<[string, Value, string, Truth]>([
    ['next-step', 'Book the Demo on Monday', 'demo', 'true'],
    ['next-step', 'Book the call', 'demo', 'false'],
    ['products', ['Gold plus', 'Silver'], 'silver', 'true'],
    ['products', ['Gold plus', 'Silver'], 'Gold', 'false'],
  ])('%s holding %j contains %j: %s', (field, value, operand, expected) => {
    expect(result({ field, is: 'contains', value: operand }, value)).toBe(expected);
  });

  it('looks into the label too', () => {
    expect(result({ field: 'account', is: 'contains', value: 'acme' }, '001000000000001AAA', { label: 'Acme Ltd' })).toBe('true');
    expect(result({ field: 'products', is: 'contains', value: 'Gold' }, ['g'], { label: 'Gold' })).toBe('true');
  });
});

describe('numbers', () => {
  it.each<['above' | 'atLeast' | 'below' | 'atMost', Truth, Truth, Truth]>([
    ['above', 'false', 'false', 'true'],
    ['atLeast', 'false', 'true', 'true'],
    ['below', 'true', 'false', 'false'],
    ['atMost', 'true', 'true', 'false'],
  ])('"%s 15" for 14.9, 15 and 15.1 is %s, %s, %s', (is, under, at, over) => {
    expect([14.9, 15, 15.1].map((value) => result({ field: 'discount', is, value: 15 }, value))).toEqual([under, at, over]);
  });

  it('between takes both ends in', () => {
    const truths = [9, 10, 15, 20, 21].map((value) => result({ field: 'discount', is: 'between', value: [10, 20] }, value));
    expect(truths).toEqual(['false', 'true', 'true', 'true', 'false']);
  });
});

describe('dates', () => {
  it.each<['before' | 'after', Truth, Truth, Truth]>([
    ['before', 'true', 'false', 'false'],
    ['after', 'false', 'false', 'true'],
  ])('"%s" for the day before, the day itself and the day after is %s, %s, %s', (is, earlier, same, later) => {
    const days = ['2026-11-21', '2026-11-22', '2026-11-23'];
    expect(days.map((day) => result({ field: 'close-date', is, value: '2026-11-22' }, day))).toEqual([earlier, same, later]);
    expect(days.map((day) => result({ field: 'close-date', is, value: 'today' }, day))).toEqual([earlier, same, later]);
  });

  it('compares two instants as instants', () => {
    expect(result({ field: 'next-call', is: 'before', value: '2026-11-22T10:00:00Z' }, '2026-11-22T10:30:00+01:00')).toBe('true');
    expect(result({ field: 'next-call', is: 'after', value: '2026-11-22T10:00:00Z' }, '2026-11-22T10:30:00+01:00')).toBe('false');
  });

  it('compares an instant and a day as days of the rep', () => {
    const lateEvening = '2026-11-22T23:30:00Z';
    const test: FieldTest = { field: 'next-call', is: 'after', value: '2026-11-22' };
    const truthIn = (timeZone: string): Truth => evaluate(test, { ...reading('next-call', lateEvening), timeZone }, words).result;
    expect(truthIn('Europe/Berlin')).toBe('true');
    expect(truthIn('America/New_York')).toBe('false');
  });

  it('between takes both ends in', () => {
    const truths = ['2026-01-09', '2026-01-10', '2026-01-20', '2026-01-21'].map((day) =>
      result({ field: 'close-date', is: 'between', value: ['2026-01-10', '2026-01-20'] }, day),
    );
    expect(truths).toEqual(['false', 'true', 'true', 'false']);
  });

  it('within runs from today to the last day, both included', () => {
    const truths = ['2026-11-21', '2026-11-22', '2026-12-06', '2026-12-07'].map((day) =>
      result({ field: 'close-date', is: 'within', value: 'P2W' }, day),
    );
    expect(truths).toEqual(['false', 'true', 'true', 'false']);
  });

  it('within starts on the rep’s own day, not on the day in London', () => {
    const facts = { ...reading('close-date', '2026-11-22'), now: Date.parse('2026-11-22T22:00:00Z') };
    const test: FieldTest = { field: 'close-date', is: 'within', value: 'P0D' };
    expect(evaluate(test, { ...facts, timeZone: 'Europe/London' }, words).result).toBe('true');
    expect(evaluate(test, { ...facts, timeZone: 'Asia/Tokyo' }, words).result).toBe('false');
  });

  it('are unknown in a time zone that does not exist', () => {
    const facts = { ...reading('close-date', '2026-11-22'), timeZone: 'Mars/Olympus' };
    expect(evaluate({ field: 'close-date', is: 'within', value: 'P1D' }, facts, words).result).toBe('unknown');
    expect(evaluate({ field: 'close-date', is: 'after', value: 'today' }, facts, words).result).toBe('unknown');
  });
});

describe('changed', () => {
  it.each<[Partial<KnownValue>, Truth]>([
    [{ source: 'save', changed: true }, 'true'],
    [{ source: 'save', changed: false }, 'false'],
    [{ source: 'wire' }, 'false'],
    [{ source: 'save' }, 'unknown'],
  ])('with %j is %s', (rest, expected) => {
    expect(result({ field: 'amount', is: 'changed' }, 5, rest)).toBe(expected);
    expect(result({ field: 'amount', is: 'changed' }, null, rest)).toBe(expected);
  });
});
