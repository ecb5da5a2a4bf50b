/** The shortest way to make a condition true: named in words, exact, and never longer than it must be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Leaf, Truth } from '../../../../lib/criteria/condition';
import { evaluate } from '../../../../lib/criteria/evaluate';
import type { Evaluation, Facts } from '../../../../lib/criteria/facts';
import { truthOf } from '../../../../lib/criteria/kleene';
import { shortestWay, wayOf } from '../../../../lib/criteria/way';
import * as arbitrary from './arbitraries';
import { factsWith, known, now, words } from './fixtures';

const filled = (field: string): Condition => ({ field, is: 'filled' });
const hours = (count: number): number => now + count * 3_600_000;

describe('in words', () => {
  const facts: Facts = factsWith({
    readings: { metrics: known('3 h'), champion: known(null), competition: known(null), discount: known(20) },
    steps: { 'confirm-budget': 'open' },
    events: { 'lead-assigned': hours(-9) },
  });
  const tooLate: Condition = { elapsed: 'PT2H', since: 'lead-assigned', until: 'first-call' };
  const step: Condition = { step: 'confirm-budget', is: 'done' };
  const cheap: Condition = { field: 'discount', is: 'atMost', value: 15 };
  const points = (...scored: [number, Condition][]) => scored.map(([points, when]) => ({ points, when }));

  it.each<[string, Condition, string | null]>([
    ['a single leaf says it itself', filled('champion'), null],
    ['what is true needs nothing', { atLeast: 1, of: [filled('metrics'), filled('champion')] }, null],
    ['one is missing', { atLeast: 2, of: [filled('metrics'), filled('champion'), filled('competition')] }, 'shortest way: Champion'],
    ['what is seen to be empty goes before what cannot be seen', { any: [filled('seats'), filled('champion')] }, 'shortest way: Champion'],
    [
      'in the pack’s order',
      { all: [filled('seats'), filled('champion'), filled('competition')] },
      'shortest way: Seats, Champion and Competition',
    ],
    [
      'sentences',
      { all: [filled('champion'), step, cheap] },
      'shortest way: Champion is filled; “Confirm the budget” is done; Discount is at most 15 %',
    ],
    [
      'turned round',
      {
        not: {
          any: [
            { field: 'amount', is: 'below', value: 100 },
            { field: 'discount', is: 'above', value: 15 },
          ],
        },
      },
      'shortest way: Amount is not below 100; Discount is not above 15 %',
    ],
    ['nobody is told to empty a field', { not: { any: [filled('metrics'), { field: 'discount', is: 'above', value: 15 }] } }, null],
    [
      'the shorter branch',
      { any: [{ all: [filled('champion'), filled('competition')] }, { all: [filled('metrics'), step] }] },
      'shortest way: “Confirm the budget” is done',
    ],
    ['the same field twice is told once', { all: [filled('champion'), { any: [filled('champion'), tooLate] }] }, 'shortest way: Champion'],
    [
      'the fewest for a score, not the first',
      { score: 50, of: points([20, filled('champion')], [30, filled('competition')], [50, step]) },
      'shortest way: “Confirm the budget” is done',
    ],
    [
      'a score by two',
      { score: 50, of: points([20, filled('champion')], [10, filled('seats')], [30, filled('competition')]) },
      'shortest way: Champion and Competition',
    ],
    ['a time that has run out leaves none', { all: [filled('champion'), tooLate] }, null],
    ['a time that has run out leaves the others', { atLeast: 1, of: [tooLate, filled('champion')] }, 'shortest way: Champion'],
  ])('%s', (_, condition, expected) => {
    expect(wayOf(condition, evaluate(condition, facts, words), words)).toBe(expected);
  });

  it.each<[string, Facts['events'], boolean]>([
    ['that runs', { 'lead-assigned': hours(-1) }, true],
    ['that was stopped in time', { 'lead-assigned': hours(-9), 'first-call': hours(-8) }, false],
  ])('a clock %s can still be missed: %j', (_, events, can) => {
    const missed: Condition = { not: tooLate };
    expect(shortestWay(missed, evaluate(missed, factsWith({ events }), words)) !== null).toBe(can);
  });
});

/** Every leaf is an object of its own, as it is after parsing. */
const judged = fc.tuple(arbitrary.condition, arbitrary.facts).map(([condition, facts]) => {
  const own = JSON.parse(JSON.stringify(condition)) as Condition;
  return { condition: own, evaluation: evaluate(own, facts, words) };
});

/** The truth of a condition once some of its leaves have turned. */
function after(condition: Condition, { trace }: Evaluation, turned: ReadonlyMap<Leaf, Truth>): Truth {
  const results = new Map(trace.map(({ leaf, result }) => [leaf, result]));
  return truthOf(condition, (leaf) => turned.get(leaf) ?? results.get(leaf) ?? 'unknown');
}

describe('for every condition', () => {
  it('makes it true', () => {
    fc.assert(
      fc.property(judged, ({ condition, evaluation }) => {
        const way = shortestWay(condition, evaluation);
        if (!way) return;
        expect(after(condition, evaluation, new Map(way.map(({ leaf, to }) => [leaf, to])))).toBe('true');
      }),
      { numRuns: 1000 },
    );
  });

  it('is as short as the best of all ways, and is there whenever one is', () => {
    fc.assert(
      fc.property(judged, ({ condition, evaluation }) => {
        const { trace } = evaluation;
        fc.pre(trace.length <= 6);
        let least = Infinity;
        for (let chosen = 0; chosen < 3 ** trace.length; chosen += 1) {
          const turned = new Map<Leaf, Truth>();
          const digits = trace.map((_, at) => Math.floor(chosen / 3 ** at) % 3);
          const possible = trace.every(({ leaf, result }, at) => digits[at] === 0 || !('elapsed' in leaf) || result === 'unknown');
          if (!possible) continue;
          trace.forEach(({ leaf }, at) => digits[at] && turned.set(leaf, digits[at] === 1 ? 'true' : 'false'));
          if (turned.size < least && after(condition, evaluation, turned) === 'true') least = turned.size;
        }
        expect(shortestWay(condition, evaluation)?.length ?? Infinity).toBe(least);
      }),
      { numRuns: 150 },
    );
  });

  it('is empty for what is true, and only for that', () => {
    fc.assert(
      fc.property(judged, ({ condition, evaluation }) => {
        expect(shortestWay(condition, evaluation)?.length === 0).toBe(evaluation.result === 'true');
      }),
      { numRuns: 500 },
    );
  });
});
