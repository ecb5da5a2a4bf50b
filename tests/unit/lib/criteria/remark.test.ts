/** What is known of one leaf, in a few words. */
import { expect, it } from 'vitest';
import type { FieldTest, Leaf } from '../../../../lib/criteria/condition';
import { evaluate } from '../../../../lib/criteria/evaluate';
import type { Facts, KnownValue } from '../../../../lib/criteria/facts';
import type { Value } from '../../../../lib/crm/adapter';
import { remark } from '../../../../lib/criteria/remark';
import { factsWith, known, now, reading, words } from './fixtures';

function told(leaf: Leaf, facts: Facts): string[] {
  return evaluate(leaf, facts, words).trace.map((entry) => remark(entry, { words, timeZone: facts.timeZone }));
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
  [{ field: 'close-date', is: 'before', value: 'today' }, '2026-12-01', 'it is 1 Dec 2026'],
  [{ field: 'products', is: 'contains', value: 'Gold' }, ['Silver', 'Bronze'], 'it is “Silver”, “Bronze”'],
  [{ field: 'account', is: 'equal', value: 'Acme' }, '001', 'it is “Acme Ltd”', { label: 'Acme Ltd' }],
  [{ field: 'amount', is: 'above', value: 1 }, '60,000', 'it is “60,000”, which is not a number'],
  [{ field: 'amount', is: 'between', value: [1, 2] }, '60,000', 'it is “60,000”, which is not a number'],
  [{ field: 'close-date', is: 'within', value: 'P1D' }, 'soon', 'it is “soon”, which is not a date'],
  [{ field: 'close-date', is: 'between', value: ['2026-01-01', '2026-01-02'] }, 'soon', 'it is “soon”, which is not a date'],
  [{ field: 'next-call', is: 'before', value: 'today' }, '2026-11-22T23:30:00Z', 'it is 23 Nov 2026, 00:30'],
  [{ field: 'industry', is: 'equal', value: 'tech' }, 'HLTH', 'it is “Health care”'],
  [{ field: 'industry', is: 'equal', value: 'tech' }, 'HLTH', 'it is “Health care”', { label: 'Healthcare (old)' }],
  [{ field: 'industry', is: 'equal', value: 'tech' }, 'mining', 'it is “Mining”', { label: 'Mining' }],
  [{ field: 'regions', is: 'contains', value: 'us' }, ['D-A-CH', 'Asia'], 'it is “Germany and around”, “Asia”'],
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
  [{ answer: 'how-many', is: 'above', value: 5 }, {}, 'not answered yet'],
  [{ answer: 'how-many', is: 'above', value: 5 }, { answers: { 'how-many': 3 } }, 'it is 3'],
  [{ answer: 'segment', is: 'equal', value: 'ent' }, { answers: { segment: 'smb' } }, 'it is “Small business”'],
  [{ answer: 'who-signs', is: 'equal', value: 'CFO' }, { answers: { 'who-signs': 'CEO' } }, 'it is “CEO”'],
  [{ answer: 'who-signs', is: 'equal', value: 'CFO' }, { answers: { 'who-signs': 5 } }, 'it is 5, which cannot be compared'],
  [{ answer: 'who-signs', is: 'equal', value: 'CFO' }, { answers: { 'who-signs': NaN } }, 'it cannot be read'],
  [{ approval: 'big-discount', is: 'granted' }, {}, 'not granted so far'],
  [{ elapsed: 'PT2H', since: 'assigned', until: 'call' }, {}, 'not known yet'],
  [{ elapsed: 'PT2H', since: 'assigned', until: 'call' }, { events: { assigned: now - 8_000_000 } }, 'the time has run out'],
  [{ elapsed: 'PT2H', since: 'assigned', until: 'call' }, { events: { assigned: now, call: now } }, ''],
])('%j under %j: "%s"', (leaf, facts, words_) => {
  expect(told(leaf, factsWith(facts))).toEqual([words_]);
});

const later: FieldTest = { field: 'close-date', is: 'after', value: { field: 'contract-start' } };
const more: FieldTest = { field: 'amount', is: 'atMost', value: { field: 'budget' } };
const same: FieldTest = { field: 'next-step', is: 'equal', value: { field: 'seats' } };
it.each<[FieldTest, Record<string, Value>, string]>([
  [later, { 'close-date': '2026-12-03', 'contract-start': '2026-12-01' }, 'it is 3 Dec 2026; Contract Start is 1 Dec 2026'],
  [later, { 'close-date': '2026-12-03' }, 'it is 3 Dec 2026; Contract Start cannot be seen here'],
  [later, { 'close-date': '2026-12-03', 'contract-start': null }, 'it is 3 Dec 2026; Contract Start is empty'],
  [later, { 'close-date': '2026-12-03', 'contract-start': NaN }, 'it is 3 Dec 2026; Contract Start cannot be read'],
  [later, { 'close-date': '2026-12-03', 'contract-start': 'soon' }, 'it is 3 Dec 2026; Contract Start is “soon”, which is not a date'],
  [later, { 'contract-start': '2026-12-01' }, 'it cannot be seen here; Contract Start is 1 Dec 2026'],
  [later, {}, 'it cannot be seen here; Contract Start cannot be seen here'],
  [more, { amount: 'lots', budget: 5 }, 'it is “lots”, which is not a number; Budget is 5'],
  [more, { amount: 6, budget: 5 }, 'it is 6; Budget is 5'],
  [same, { 'next-step': 'five' }, 'it is “five”; Seats cannot be seen here'],
  [same, { 'next-step': 'five', seats: 5 }, 'it is “five”, which cannot be compared; Seats is 5, which cannot be compared'],
])('%j with %j: %s', (test, values, words_) => {
  const readings = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, known(value)]));
  expect(told(test, factsWith({ readings }))).toEqual([words_]);
});
