/** What is known of one leaf, in a few words. */
import { expect, it } from 'vitest';
import type { FieldTest, Leaf } from '../../../../lib/criteria/condition';
import { evaluate } from '../../../../lib/criteria/evaluate';
import type { Facts, KnownValue } from '../../../../lib/criteria/facts';
import type { Value } from '../../../../lib/crm/adapter';
import { remark } from '../../../../lib/criteria/remark';
import { factsWith, now, reading, words } from './fixtures';

function told(leaf: Leaf, facts: Facts): string[] {
  return evaluate(leaf, facts, words).trace.map((entry) => remark(entry, words));
}

it.each<[FieldTest, Value, string, Partial<KnownValue>?]>([
  [{ field: 'next-step', is: 'filled' }, null, 'it is empty'],
  [{ field: 'next-step', is: 'filled' }, ' ', 'it is empty'],
  [{ field: 'next-step', is: 'filled' }, ' Call\n on Monday ', 'it is “Call on Monday”'],
  [{ field: 'next-step', is: 'filled' }, 'x'.repeat(80), `it is “${'x'.repeat(59)}…”`],
  [{ field: 'discount', is: 'above', value: 15 }, 12, 'it is 12 %'],
  [{ field: 'amount', is: 'above', value: 15 }, 1234.5, 'it is 1,234.50'],
  [{ field: 'seats', is: 'above', value: 15 }, 0, 'it is 0'],
  [{ field: 'budget-confirmed', is: 'equal', value: true }, false, 'it is no'],
  [{ field: 'close-date', is: 'before', value: 'today' }, '2026-12-01', 'it is Dec 1, 2026'],
  [{ field: 'products', is: 'contains', value: 'Gold' }, ['Silver', 'Bronze'], 'it is “Silver”, “Bronze”'],
  [{ field: 'account', is: 'equal', value: 'Acme' }, '001', 'it is “Acme Ltd”', { label: 'Acme Ltd' }],
  [{ field: 'amount', is: 'above', value: 1 }, '60,000', 'it is “60,000”, which is not a number'],
  [{ field: 'amount', is: 'between', value: [1, 2] }, '60,000', 'it is “60,000”, which is not a number'],
  [{ field: 'close-date', is: 'within', value: 'P1D' }, 'soon', 'it is “soon”, which is not a date'],
  [{ field: 'close-date', is: 'between', value: ['2026-01-01', '2026-01-02'] }, 'soon', 'it is “soon”, which is not a date'],
  [{ field: 'next-step', is: 'equal', value: 5 }, 'five', 'it is “five”, which cannot be compared'],
  [{ field: 'amount', is: 'filled' }, NaN, 'it cannot be read'],
  [{ field: 'discount', is: 'changed' }, 12, 'it is now 12 %', { source: 'save', changed: true }],
  [{ field: 'discount', is: 'changed' }, null, 'it is now empty', { source: 'save', changed: true }],
  [{ field: 'discount', is: 'changed' }, 12, 'it is 12 %'],
  [{ field: 'discount', is: 'changed' }, 12, 'it is now 12 %; what it was before cannot be seen', { source: 'save' }],
])('%j with %j: %s', (test, value, words_, rest) => {
  expect(told(test, reading(test.field, value, rest))).toEqual([words_]);
});

it.each<[Leaf, Partial<Facts>, string]>([
  [{ field: 'amount', is: 'filled' }, {}, 'it cannot be seen here'],
  [{ step: 'confirm-budget', is: 'done' }, {}, 'it is still open'],
  [{ step: 'confirm-budget', is: 'done' }, { steps: { 'confirm-budget': 'na' } }, ''],
  [{ answer: 'who-signs', is: 'filled' }, {}, 'not answered yet'],
  [{ answer: 'who-signs', is: 'equal', value: 'CFO' }, { answers: { 'who-signs': 'CEO' } }, 'not so far'],
  [{ answer: 'who-signs', is: 'equal', value: 'CFO' }, { answers: { 'who-signs': 5 } }, 'it cannot be read'],
  [{ approval: 'big-discount', is: 'granted' }, {}, 'not granted so far'],
  [{ elapsed: 'PT2H', since: 'assigned', until: 'call' }, {}, 'not known yet'],
  [{ elapsed: 'PT2H', since: 'assigned', until: 'call' }, { events: { assigned: now - 8_000_000 } }, 'the time has run out'],
  [{ elapsed: 'PT2H', since: 'assigned', until: 'call' }, { events: { assigned: now, call: now } }, ''],
])('%j under %j: "%s"', (leaf, facts, words_) => {
  expect(told(leaf, factsWith(facts))).toEqual([words_]);
});
