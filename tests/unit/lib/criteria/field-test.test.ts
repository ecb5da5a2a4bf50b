/** Every operator of a field test: when it is true, when it is false, and when nobody can tell. */
import { describe, expect, it } from 'vitest';
import type { FieldTest, Truth } from '../../../../lib/criteria/condition';
import { evaluate } from '../../../../lib/criteria/evaluate';
import type { KnownValue } from '../../../../lib/criteria/facts';
import type { Value } from '../../../../lib/crm/adapter';
import { factsWith, known, reading, words } from './fixtures';

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
  { field: 'close-date', is: 'within', value: '-P14D' },
  { field: 'close-date', is: 'before', value: 'P14D' },
  { field: 'close-date', is: 'after', value: { field: 'contract-start' } },
  { field: 'amount', is: 'equal', value: { field: 'budget' } },
  { field: 'amount', is: 'atLeast', value: { field: 'budget' } },
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

describe('a choice', () => {
  it.each<[string, Value, string, Truth]>([
    ['industry', 'TECH_1', 'tech', 'true'],
    ['industry', 'TECH_1', 'Technology', 'true'],
    ['industry', 'TECH_1', 'Software', 'true'],
    ['industry', ' technology ', 'tech', 'true'],
    ['industry', 'TECH_1', 'TECH_1', 'true'],
    ['industry', 'TECH_1', 'health', 'false'],
    ['industry', 'TECH_2', 'tech', 'false'],
    ['industry', 'Mining', 'mining', 'true'],
    ['regions', ['US_1'], 'us', 'true'],
    ['regions', ['US_1', 'D-A-CH'], 'us', 'false'],
  ])('of %s that the CRM calls %j is "%s": %s', (field, value, operand, expected) => {
    expect(result({ field, is: 'equal', value: operand }, value)).toBe(expected);
    expect(result({ field, is: 'oneOf', value: ['nothing', operand] }, value)).toBe(expected);
  });

  it('is known by the label beside the CRM’s value too', () => {
    expect(result({ field: 'industry', is: 'equal', value: 'health' }, '42', { label: 'Health care' })).toBe('true');
  });

  it('among several is found by each of its names', () => {
    const truths = ['dach', 'Germany and around', 'd-a-ch', 'us', 'Asia'].map((value) =>
      result({ field: 'regions', is: 'contains', value }, ['Germany and around', 'Europe']),
    );
    expect(truths).toEqual(['true', 'true', 'true', 'false', 'false']);
  });
});

describe('another field', () => {
  const compared = (field: string, is: 'equal' | 'above' | 'atLeast' | 'below' | 'atMost' | 'before' | 'after', other: string) =>
    ({ field, is, value: { field: other } }) as FieldTest;
  const truthOf = (test: FieldTest, value: Value, other: Value, label?: string): Truth => {
    const named =
      typeof test === 'object' && 'value' in test && typeof test.value === 'object' && 'field' in test.value ? test.value.field : '';
    const readings = { [test.field]: known(value), [named]: known(other, label === undefined ? {} : { label }) };
    return evaluate(test, factsWith({ readings }), words).result;
  };

  it.each<['equal' | 'above' | 'atLeast' | 'below' | 'atMost', Truth, Truth, Truth]>([
    ['equal', 'false', 'true', 'false'],
    ['above', 'false', 'false', 'true'],
    ['atLeast', 'false', 'true', 'true'],
    ['below', 'true', 'false', 'false'],
    ['atMost', 'true', 'true', 'false'],
  ])('"%s" one that is 5, for 4, 5 and 6, is %s, %s, %s', (is, less, same, more) => {
    expect([4, 5, 6].map((value) => truthOf(compared('amount', is, 'budget'), value, 5))).toEqual([less, same, more]);
  });

  it.each<['equal' | 'before' | 'after', Truth, Truth, Truth]>([
    ['equal', 'false', 'true', 'false'],
    ['before', 'true', 'false', 'false'],
    ['after', 'false', 'false', 'true'],
  ])('"%s" one that holds the day, for the day before, the day and the day after, is %s, %s, %s', (is, earlier, same, later) => {
    const days = ['2026-11-30', '2026-12-01', '2026-12-02'];
    expect(days.map((day) => truthOf(compared('close-date', is, 'contract-start'), day, '2026-12-01'))).toEqual([earlier, same, later]);
  });

  it.each<[string, string, Value, Value, Truth, string?]>([
    ['next-step', 'metrics', 'Call  Jo', 'call jo', 'true'],
    ['next-step', 'account', 'Acme', '001', 'true', 'Acme'],
    ['industry', 'lead-source', 'TECH_1', 'Technology', 'true'],
    ['lead-source', 'industry', 'Technology', 'TECH_1', 'true'],
    ['industry', 'lead-source', 'TECH_1', 'Health care', 'false'],
    ['products', 'regions', ['United States', 'Gold'], ['Gold', 'US_1'], 'true'],
    ['regions', 'products', ['US_1', 'Gold'], ['Gold', 'us'], 'true'],
    ['regions', 'products', ['US_1', 'Gold'], ['Gold'], 'false'],
    ['regions', 'products', ['US_1'], ['Gold', 'us'], 'false'],
    ['budget-confirmed', 'seats', true, 1, 'unknown'],
    ['next-step', 'seats', '5', 5, 'unknown'],
    ['seats', 'next-step', 5, '5', 'unknown'],
    ['close-date', 'next-step', '2026-11-22', 'today', 'unknown'],
    ['close-date', 'next-step', '2026-11-22', 'P0D', 'unknown'],
    ['close-date', 'next-call', '2026-11-23', '2026-11-22T23:30:00Z', 'true'],
  ])('%s equal to %s: %j and %j: %s', (field, other, value, otherValue, expected, label) => {
    expect(truthOf(compared(field, 'equal', other), value, otherValue, label)).toBe(expected);
  });

  const everyComparison = (['equal', 'above', 'atLeast', 'below', 'atMost', 'before', 'after'] as const).map(
    (is) =>
      [is, is === 'before' || is === 'after' ? compared('close-date', is, 'contract-start') : compared('amount', is, 'budget')] as const,
  );
  it.each(everyComparison)('"%s" is unknown where it cannot be seen or read, false where it is empty', (is, test) => {
    const value = is === 'before' || is === 'after' ? '2026-12-01' : 5;
    expect(result(test, value)).toBe('unknown');
    expect(truthOf(test, value, NaN)).toBe('unknown');
    expect(truthOf(test, value, null)).toBe('false');
    expect(truthOf(test, null, null)).toBe('false');
    expect(truthOf(test, NaN, null)).toBe('unknown');
  });

  it('is not taken from what every object inherits', () => {
    expect(result(compared('next-step', 'equal', 'toString'), 'x')).toBe('unknown');
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

  it('within runs from so many days ago to today, both included', () => {
    const truths = ['2026-11-07', '2026-11-08', '2026-11-22', '2026-11-23'].map((day) =>
      result({ field: 'close-date', is: 'within', value: '-P14D' }, day),
    );
    expect(truths).toEqual(['false', 'true', 'true', 'false']);
  });

  it('are counted from the rep’s today', () => {
    const days = ['2026-11-14', '2026-11-15', '2026-11-16', '2026-11-28', '2026-11-29', '2026-11-30'];
    const truths = (test: FieldTest): string => days.map((day) => result(test, day)[0]).join('');
    expect({
      before: truths({ field: 'close-date', is: 'before', value: 'P7D' }),
      after: truths({ field: 'close-date', is: 'after', value: '-P1W' }),
      equal: truths({ field: 'close-date', is: 'equal', value: 'P7D' }),
      between: truths({ field: 'close-date', is: 'between', value: ['-P7D', 'P7D'] }),
    }).toEqual({ before: 'ttttff', after: 'fftttt', equal: 'fffftf', between: 'fttttf' });
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
