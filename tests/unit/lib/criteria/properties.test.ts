/** What holds for every condition and whatever the facts are. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Condition, Truth } from '../../../../lib/criteria/condition';
import { evaluate } from '../../../../lib/criteria/evaluate';
import type { Facts } from '../../../../lib/criteria/facts';
import { comparedField } from '../../../../lib/criteria/leaf';
import { truthOf } from '../../../../lib/criteria/kleene';
import { condition as schema } from '../../../../lib/criteria/parse';
import { remark } from '../../../../lib/criteria/remark';
import { sentenceOf } from '../../../../lib/criteria/sentence';
import * as arbitrary from './arbitraries';
import { words } from './fixtures';

const judged = (condition: Condition, facts: Facts): Truth => evaluate(condition, facts, words).result;
const parts = fc.array(arbitrary.condition, { minLength: 1, maxLength: 4 });
const shuffled = parts.chain((list) =>
  fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }).map((other) => ({ list, other })),
);
const leavesOf = (condition: Condition): number => {
  let leaves = 0;
  truthOf(condition, () => {
    leaves += 1;
    return 'unknown';
  });
  return leaves;
};

it('never throws, says one of three things, and tells it in words, whatever the facts hold', () => {
  fc.assert(
    fc.property(arbitrary.condition, arbitrary.strangeFacts, (condition, facts) => {
      // The point of this property is what no typed caller hands over.
      const evaluation = evaluate(condition, facts as Facts, words);
      expect(['true', 'false', 'unknown']).toContain(evaluation.result);
      expect(evaluation.trace).toHaveLength(leavesOf(condition));
      expect(sentenceOf(condition, evaluation, words)).not.toBe('');
      expect(sentenceOf(condition, null, words)).not.toBe('');
      for (const entry of evaluation.trace) expect(typeof remark(entry, { words, timeZone: evaluation.timeZone })).toBe('string');
    }),
    { numRuns: 500 },
  );
});

it('knows nothing where nothing is seen: no test of a field is true or false', () => {
  fc.assert(
    fc.property(arbitrary.leaf, arbitrary.facts, (leaf, facts) => {
      fc.pre('field' in leaf);
      expect(judged(leaf, { ...facts, readings: {} })).toBe('unknown');
    }),
  );
});

it('obeys De Morgan', () => {
  fc.assert(
    fc.property(parts, arbitrary.facts, (list, facts) => {
      const negated = list.map((part) => ({ not: part }));
      expect(judged({ not: { all: list } }, facts)).toBe(judged({ any: negated }, facts));
      expect(judged({ not: { any: list } }, facts)).toBe(judged({ all: negated }, facts));
    }),
  );
});

it('counts "any" as at least one and "all" as at least every one, also in points', () => {
  fc.assert(
    fc.property(parts, arbitrary.facts, (list, facts) => {
      const scored = list.map((when) => ({ points: 1, when }));
      const [any, all] = [judged({ any: list }, facts), judged({ all: list }, facts)];
      expect([judged({ atLeast: 1, of: list }, facts), judged({ score: 1, of: scored }, facts)]).toEqual([any, any]);
      expect([judged({ atLeast: list.length, of: list }, facts), judged({ score: list.length, of: scored }, facts)]).toEqual([all, all]);
    }),
  );
});

it('never turns true to false or back when a field comes into view', () => {
  fc.assert(
    fc.property(arbitrary.condition, arbitrary.facts, fc.func(fc.boolean()), (condition, facts, isSeen) => {
      const fewer = Object.fromEntries(Object.entries(facts.readings).filter(([field]) => isSeen(field)));
      const before = judged(condition, { ...facts, readings: fewer });
      if (before !== 'unknown') expect(judged(condition, facts)).toBe(before);
    }),
    { numRuns: 1000 },
  );
});

it('never turns a comparison of two fields when either of them comes into view', () => {
  const between = fc.tuple(arbitrary.fieldTest, arbitrary.facts).filter(([test]) => comparedField(test) !== null);
  fc.assert(
    fc.property(between, fc.boolean(), ([test, facts], hidesOther) => {
      const { [hidesOther ? (comparedField(test) ?? '') : test.field]: _hidden, ...readings } = facts.readings;
      const before = judged(test, { ...facts, readings });
      if (before !== 'unknown') expect(judged(test, facts)).toBe(before);
    }),
    { numRuns: 1000 },
  );
});

it('does not depend on the order of a list', () => {
  fc.assert(
    fc.property(shuffled, fc.nat({ max: 3 }), arbitrary.facts, ({ list, other }, extra, facts) => {
      const atLeast = Math.min(list.length, 1 + extra);
      expect(judged({ all: other }, facts)).toBe(judged({ all: list }, facts));
      expect(judged({ any: other }, facts)).toBe(judged({ any: list }, facts));
      expect(judged({ atLeast, of: other }, facts)).toBe(judged({ atLeast, of: list }, facts));
      const scored = list.map((when, index) => ({ points: index + 1, when }));
      expect(judged({ score: atLeast, of: scored.toReversed() }, facts)).toBe(judged({ score: atLeast, of: scored }, facts));
    }),
  );
});

it('one value in a list of choices is that value', () => {
  fc.assert(
    fc.property(arbitrary.leaf, arbitrary.facts, (leaf, facts) => {
      if (!('field' in leaf) || leaf.is !== 'equal' || typeof leaf.value === 'object') return;
      expect(judged({ field: leaf.field, is: 'oneOf', value: [leaf.value] }, facts)).toBe(judged(leaf, facts));
    }),
    { numRuns: 1000 },
  );
});

it('judges the same before and after a journey as JSON through the schema', () => {
  fc.assert(
    fc.property(arbitrary.condition, arbitrary.facts, (condition, facts) => {
      const parsed = schema.safeParse(JSON.parse(JSON.stringify(condition)));
      if (parsed.success) expect(judged(parsed.data, facts)).toBe(judged(condition, facts));
    }),
  );
});

it('refuses or accepts any data without throwing', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.anything(), fc.record({ all: fc.anything() }), fc.record({ field: fc.anything(), is: fc.anything() })),
      (data) => {
        expect(() => schema.safeParse(data)).not.toThrow();
      },
    ),
    { numRuns: 500 },
  );
});
