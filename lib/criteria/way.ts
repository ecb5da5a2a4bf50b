/** The shortest way to make a condition true: the fewest leaves that still have to turn. */
import type { Condition, Leaf, Truth } from './condition';
import type { Evaluation, Trace, Vocabulary } from './facts';
import { fieldName, tellLeaf, type Telling } from './leaf-sentence';
import { ways } from './messages';

/** A leaf that has to come out otherwise than it has so far. */
export interface Turn {
  leaf: Leaf;
  from: Truth;
  to: 'true' | 'false';
}

/**
 * The fewest turns, in the pack's order. Of several ways that are as short, one by what is seen to be open rather than by what cannot be
 * seen, and then the one that the pack names first. Empty for what is true already; null where a clock that has run out leaves no way. Each
 * leaf counts for itself, also where two ask for the same field.
 */
export function shortestWay(condition: Condition, { trace }: Pick<Evaluation, 'trace'>): Turn[] | null {
  return turnsTo('true', condition, trace.values());
}

type Seen = Pick<Evaluation, 'trace'> & Pick<Telling, 'timeZone'>;

/** The same in words, "shortest way: Champion"; null where the condition itself says it, being a single leaf, and where there is none to say. */
export function wayOf(condition: Condition, { trace, timeZone }: Seen, words: Vocabulary): string | null {
  const turns = shortestWay(condition, { trace });
  if (!turns || turns.length === 0 || trace.length < 2 || turns.some(undoes)) return null;
  const fields = turns.flatMap(({ leaf, to }) => ('field' in leaf && leaf.is === 'filled' && to === 'true' ? [leaf.field] : []));
  if (fields.length === turns.length) return ways.fill(once(fields.map((field) => fieldName(field, words))));
  return ways.reach(once(turns.map(({ leaf, to }) => tellLeaf(leaf, to === 'false', { words, timeZone }))));
}

/** Nobody should be told to empty a field, or to take back what was done, to pass. */
function undoes({ leaf, to }: Turn): boolean {
  return to === 'false' && 'is' in leaf && (leaf.is === 'filled' || leaf.is === 'done' || leaf.is === 'granted');
}

function once(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** Takes from `trace` the entries of the condition's leaves: both are in the pack's order. */
function turnsTo(to: Turn['to'], condition: Condition, trace: Iterator<Trace>): Turn[] | null {
  if ('not' in condition) return turnsTo(to === 'true' ? 'false' : 'true', condition.not, trace);
  if ('all' in condition) return reach(condition.all.length, counted(condition.all), to, trace);
  if ('any' in condition) return reach(1, counted(condition.any), to, trace);
  if ('atLeast' in condition) return reach(condition.atLeast, counted(condition.of), to, trace);
  if ('score' in condition) return reach(condition.score, condition.of, to, trace);
  const next = trace.next();
  const result = next.done ? 'unknown' : next.value.result;
  if (result === to) return [];
  // What came in time or too late stays so.
  return 'elapsed' in condition && result !== 'unknown' ? null : [{ leaf: condition, from: result, to }];
}

interface Part {
  points: number;
  when: Condition;
}

function counted(parts: readonly Condition[]): Part[] {
  return parts.map((when) => ({ points: 1, when }));
}

/** To stay below a target, so many points must be lost that the rest cannot reach it. */
function reach(target: number, parts: readonly Part[], to: Turn['to'], trace: Iterator<Trace>): Turn[] | null {
  const total = parts.reduce((sum, { points }) => sum + points, 0);
  let missing = to === 'true' ? target : total - target + 1;
  const open: Option[] = [];
  for (const [position, { points, when }] of parts.entries()) {
    const turns = turnsTo(to, when, trace);
    if (turns?.length === 0) missing -= points;
    else if (turns) open.push({ points, turns, position });
  }
  return missing <= 0 ? [] : cheapest(missing, open);
}

interface Option {
  points: number;
  turns: readonly Turn[];
  position: number;
}

/** Options taken together, the last one first. */
interface Taken {
  points: number;
  option: Option | null;
  before: Taken | null;
}

/**
 * Exact: the most points that each number of turns can bring, one option after the other (a knapsack); then the smallest number that does.
 * What comes first stays where another is as good.
 */
function cheapest(missing: number, options: readonly Option[]): Turn[] | null {
  const byCost: (Taken | undefined)[] = [{ points: 0, option: null, before: null }];
  for (const option of options.toSorted((one, other) => unseenIn(one) - unseenIn(other))) {
    for (let cost = byCost.length - 1; cost >= 0; cost -= 1) {
      const before = byCost[cost];
      if (!before) continue;
      const points = before.points + option.points;
      const total = cost + option.turns.length;
      if (points > (byCost[total]?.points ?? 0)) byCost[total] = { points, option, before };
    }
  }
  const found = byCost.find((taken) => taken !== undefined && taken.points >= missing);
  return found ? turnsOf(found) : null;
}

function unseenIn({ turns }: Option): number {
  return turns.filter(({ from }) => from === 'unknown').length;
}

function turnsOf(taken: Taken): Turn[] {
  const options: Option[] = [];
  for (let at: Taken | null = taken; at?.option; at = at.before) options.push(at.option);
  return options.sort((one, other) => one.position - other.position).flatMap(({ turns }) => turns);
}
