/** Random conditions as packs may hold them, and random facts that are sometimes far from what they should be. */
import fc from 'fast-check';
import type { AnswerTest, Condition, FieldTest, Leaf, ValueTest } from '../../../../lib/criteria/condition';
import type { Facts, KnownValue } from '../../../../lib/criteria/facts';
import { now } from './fixtures';

const field = fc.constantFrom(
  'amount',
  'discount',
  'close-date',
  'next-call',
  'next-step',
  'contract-start',
  'products',
  'lead-source',
  'industry',
  'regions',
  'budget-confirmed',
  'constructor',
);
const day = fc.constantFrom('2026-11-20', '2026-11-22', '2026-11-30', '2026-11-22T10:00:00Z', '2026-11-22T23:30:00Z');
const date = fc.oneof(day, fc.constantFrom('today', 'P8D', '-P2D'));
const text = fc.constantFrom('Web', 'Gold', 'a', 'Demo on Monday', 'tech', 'Software', 'D-A-CH', 'smb');
const number = fc.integer({ min: -2, max: 2 });
const operand = fc.oneof(date, text, number, fc.boolean());
const id = fc.constantFrom('one', 'two', 'toString');

const other = fc.record({ field });

const valueTest: fc.Arbitrary<ValueTest> = fc.oneof(
  fc.record({ is: fc.constantFrom('filled', 'empty') }),
  fc.record({ is: fc.constant('equal'), value: fc.oneof(operand, other) }),
  fc.record({ is: fc.constant('oneOf'), value: fc.array(operand, { minLength: 1, maxLength: 3 }) }),
  fc.record({ is: fc.constant('contains'), value: text }),
  fc.record({ is: fc.constantFrom('above', 'atLeast', 'below', 'atMost'), value: fc.oneof(number, other) }),
  fc.record({ is: fc.constant('between'), value: fc.tuple(number, number) }),
  fc.record({ is: fc.constant('between'), value: fc.tuple(date, date) }),
  fc.record({ is: fc.constantFrom('before', 'after'), value: fc.oneof(date, other) }),
  fc.record({ is: fc.constant('within'), value: fc.constantFrom('P0D', 'P3D', 'P1W', '-P3D') }),
);

export const fieldTest: fc.Arbitrary<FieldTest> = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(field, valueTest).map(([id, test]) => ({ field: id, ...test })) },
  { weight: 1, arbitrary: fc.record({ field, is: fc.constant('changed') }) },
);

const answer = fc.constantFrom('who-signs', 'how-many', 'go-live', 'has-sponsor', 'segment', 'risks', 'toString');
const answerTest: fc.Arbitrary<AnswerTest> = fc.tuple(answer, valueTest).map(([id, test]) => ({ answer: id, ...test }));

export const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  { weight: 5, arbitrary: fieldTest },
  { weight: 1, arbitrary: fc.record({ step: id, is: fc.constant('done') }) },
  { weight: 2, arbitrary: answerTest },
  { weight: 1, arbitrary: fc.record({ approval: id, is: fc.constant('granted') }) },
  { weight: 1, arbitrary: fc.record({ elapsed: fc.constantFrom('PT2H', 'P1D'), since: id, until: id }) },
  {
    weight: 1,
    arbitrary: fc.record({ elapsed: fc.constant('PT2H'), since: id, until: id, calendar: fc.constantFrom('office', 'valueOf') }),
  },
);

export const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition; parts: Condition[] }>((tie) => ({
  parts: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
  node: fc.oneof(
    { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.record({ all: tie('parts') }),
    fc.record({ any: tie('parts') }),
    fc.record({ not: tie('node') }),
    tie('parts').chain((of) => fc.record({ atLeast: fc.integer({ min: 1, max: of.length }), of: fc.constant(of) })),
    fc.record({
      score: fc.integer({ min: 1, max: 60 }),
      of: tie('parts').map((parts) => parts.map((when, index) => ({ points: 10 + index, when }))),
    }),
  ),
})).node;

const value = fc.oneof(
  operand,
  fc.constantFrom(null, '', ' ', NaN, Infinity, -0, '60,000', '2026-02-30'),
  fc.array(text, { maxLength: 3 }),
);

const knownValue: fc.Arbitrary<KnownValue> = fc.record(
  { value, source: fc.constantFrom('wire', 'page', 'rep', 'save'), at: fc.constant(now), label: text, changed: fc.boolean() },
  { requiredKeys: ['value', 'source', 'at'] },
);

export const facts: fc.Arbitrary<Facts> = fc.record({
  readings: fc.dictionary(field, knownValue),
  steps: fc.dictionary(id, fc.constantFrom('done', 'na', 'open')),
  answers: fc.dictionary(answer, value),
  approvals: fc.dictionary(id, fc.constantFrom('granted', 'refused')),
  events: fc.dictionary(id, fc.constantFrom(now - 90_000_000, now - 3_600_000, now)),
  now: fc.constant(now),
  timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Tokyo'),
});

/** Facts with anything at all where a value belongs, as no typed caller would hand them over. */
export const strangeFacts: fc.Arbitrary<unknown> = fc.record({
  readings: fc.oneof(
    fc.anything(),
    fc.dictionary(field, fc.oneof(fc.anything(), fc.record({ value: fc.anything(), label: fc.anything() }))),
  ),
  steps: fc.oneof(fc.anything(), fc.dictionary(id, fc.anything())),
  answers: fc.oneof(fc.anything(), fc.dictionary(answer, fc.anything())),
  approvals: fc.oneof(fc.anything(), fc.dictionary(id, fc.anything())),
  events: fc.oneof(fc.anything(), fc.dictionary(id, fc.anything())),
  now: fc.oneof(fc.double(), fc.constant(now)),
  timeZone: fc.oneof(fc.string(), fc.constant('Europe/Berlin')),
});
