/** Whether conditions can hold at all. Never a false alarm: what is too much to work out counts as possible. */
import type { Condition, Truth } from '../../criteria/condition';
import { parseDay } from '../../criteria/dates';
import type { KnownValue, Vocabulary } from '../../criteria/facts';
import { testField } from '../../criteria/field-test';
import { type Candidate, candidatesFor } from './candidates';
import { type Literal, literalsOf } from './literals';

/** Values tried, and choices made between parts of a condition; past that it is given up. */
const mostTries = 100_000;
const dayMs = 86_400_000;

/** What must come out as it is wanted. */
interface Goal {
  condition: Condition;
  wanted: boolean;
}

/** Goals of which so many points' worth must be reached. */
interface Choice {
  need: number;
  of: readonly { points: number; goal: Goal }[];
}

type Literals = ReadonlyMap<string, readonly Literal[]>;

/** False only where no record, answers and day from today on can make all of the conditions true. @param today an ISO day */
export function canHold(conditions: readonly Condition[], words: Vocabulary, today: string): boolean {
  return reachable(
    conditions.map((condition) => ({ condition, wanted: true })),
    words,
    today,
  );
}

/** False only where nothing that can be seen of a record makes the condition false. */
export function canFail(condition: Condition, words: Vocabulary, today: string): boolean {
  return reachable([{ condition, wanted: false }], words, today);
}

function reachable(goals: readonly Goal[], words: Vocabulary, today: string): boolean {
  const day = parseDay(today);
  const budget = { left: mostTries };

  /** Takes what must be first, and chooses last. */
  function search(forced: readonly Goal[], choices: readonly Choice[], literals: Literals): boolean {
    budget.left -= 1;
    if (budget.left < 0) return true;
    const [goal, ...others] = forced;
    if (goal) {
      const { condition, wanted } = goal;
      const choice = choiceOf(condition, wanted);
      if (!choice) {
        const added = withLeaf(condition, wanted, literals);
        return added === null ? false : search(others, choices, added);
      }
      const mustAll = pointsOf(choice) === choice.need;
      return mustAll
        ? search([...choice.of.map((part) => part.goal), ...others], choices, literals)
        : search(others, [...choices, choice], literals);
    }
    const [choice, ...later] = choices;
    if (!choice) return true;
    const [first, ...rest] = choice.of;
    if (choice.need <= 0) return search([], later, literals);
    if (!first || pointsOf(choice) < choice.need) return false;
    const without: Choice = { need: choice.need, of: rest };
    return (
      search([first.goal], [{ need: choice.need - first.points, of: rest }, ...later], literals) ||
      search([], [without, ...later], literals)
    );
  }

  /** The literals with those of a leaf; null where they cannot be had together. */
  function withLeaf(leaf: Condition, wanted: boolean, literals: Literals): Literals | null {
    if (!isLeaf(leaf) || day === null) return literals;
    const next = new Map(literals);
    for (const literal of literalsOf(leaf, wanted, words)) {
      const list = [...(next.get(literal.key) ?? []), literal];
      if (!isPossible(list, day, budget)) return null;
      next.set(literal.key, list);
    }
    return next;
  }

  return search(goals, [], new Map());
}

type Leaf = Parameters<typeof literalsOf>[0];

function isLeaf(condition: Condition): condition is Leaf {
  return choiceOf(condition, true) === null;
}

/** A group as a choice; null for a leaf. That it is false means that enough of its parts are. */
function choiceOf(condition: Condition, wanted: boolean): Choice | null {
  const group = groupOf(condition);
  if (!group) return null;
  const { need, of } = group;
  const total = of.reduce((sum, { points }) => sum + points, 0);
  return {
    need: wanted ? need : total - need + 1,
    of: of.map(({ points, goal }) => ({ points, goal: { condition: goal.condition, wanted: goal.wanted === wanted } })),
  };
}

function groupOf(condition: Condition): Choice | null {
  const each = (parts: readonly Condition[], need: number): Choice => ({
    need,
    of: parts.map((part) => ({ points: 1, goal: { condition: part, wanted: true } })),
  });
  if ('all' in condition) return each(condition.all, condition.all.length);
  if ('any' in condition) return each(condition.any, 1);
  if ('not' in condition) return { need: 1, of: [{ points: 1, goal: { condition: condition.not, wanted: false } }] };
  if ('atLeast' in condition) return each(condition.of, condition.atLeast);
  if ('score' in condition)
    return {
      need: condition.score,
      of: condition.of.map(({ points, when }) => ({ points, goal: { condition: when, wanted: true } })),
    };
  return null;
}

function pointsOf({ of }: Choice): number {
  return of.reduce((sum, { points }) => sum + points, 0);
}

/** Whether some value passes all tests of one thing. */
function isPossible(literals: readonly Literal[], today: number, budget: { left: number }): boolean {
  const [first] = literals;
  if (!first) return true;
  const candidates = candidatesFor(first.subject, literals, today);
  if (candidates === null) return true;
  budget.left -= candidates.length * literals.length;
  const changes = literals.some(({ test }) => test.is === 'changed') ? [false, true] : [false];
  return changes.some((changed) => candidates.some((candidate) => literals.every((literal) => passes(literal, candidate, changed))));
}

/** What the evaluator cannot tell may be either. */
function passes({ test, subject, wanted }: Literal, { value, label, today }: Candidate, changed: boolean): boolean {
  const known: KnownValue = { value, source: 'save', at: today * dayMs, changed, ...(label !== undefined && { label }) };
  const result: Truth = testField(test, known, subject, undefined, { now: today * dayMs + dayMs / 2, timeZone: 'UTC' });
  return result === 'unknown' || (result === 'true') === wanted;
}
