/** One plain sentence for a whole condition: "Budget is filled (it is empty)". */
import type { Condition, Leaf } from './condition';
import type { Evaluation, Trace, Vocabulary } from './facts';
import { truthOf } from './kleene';
import { comparedField } from './leaf';
import { fieldName, leafSentence, tellLeaf, type Telling, toldOnce } from './leaf-sentence';
import { groups } from './messages';
import { remark } from './remark';
import { wayOf } from './way';

/** Walks the trace beside the condition: both are in the pack's order. */
interface Walk extends Telling {
  trace: readonly Trace[] | null;
  next: number;
  /** Inside a choice whose shortest way is told at its end. */
  chosen: boolean;
}

/**
 * The sentence of a condition, without a full stop. With an evaluation of the same condition, what is known stands in parentheses: after
 * each leaf, or once as a count ("3 so far, 2 cannot be seen here") after a number of conditions to reach; and where there is a choice, what
 * would do ("shortest way: Champion").
 */
export function sentenceOf(condition: Condition, evaluation: Evaluation | null, words: Vocabulary): string {
  const walk = { words, timeZone: evaluation?.timeZone ?? null, trace: evaluation?.trace ?? null, next: 0, chosen: false };
  return tell(condition, false, walk).text;
}

/** `group` is true when the text is made of several and wants parentheses inside another. */
interface Told {
  text: string;
  group: boolean;
}

function tell(condition: Condition, negated: boolean, walk: Walk): Told {
  if ('not' in condition) return tell(condition.not, !negated, walk);
  if (walk.chosen || !isChoice(condition, negated)) return tellPlain(condition, negated, walk);
  const start = walk.next;
  walk.chosen = true;
  const told = tellPlain(condition, negated, walk);
  walk.chosen = false;
  const trace = walk.trace?.slice(start, walk.next);
  const way = trace && wayOf(negated ? { not: condition } : condition, { ...walk, trace }, walk.words);
  return way ? { ...told, text: groups.way(told.text, way) } : told;
}

/** Whether there are several ways, and more to them than their leaves: "Amount is filled or Seats is filled" says all that there is to say. */
function isChoice(condition: Condition, negated: boolean): boolean {
  const either = negated ? 'all' in condition && condition.all : 'any' in condition && condition.any;
  return either ? !either.every(isLeaf) : 'atLeast' in condition || 'score' in condition;
}

function isLeaf(condition: Condition): boolean {
  if ('not' in condition) return isLeaf(condition.not);
  return !('all' in condition || 'any' in condition || 'of' in condition);
}

function tellPlain(condition: Exclude<Condition, { not: Condition }>, negated: boolean, walk: Walk): Told {
  if ('all' in condition) return together(condition.all, negated ? 'any' : 'all', negated, walk);
  if ('any' in condition) return together(condition.any, negated ? 'all' : 'any', negated, walk);
  if ('atLeast' in condition) {
    const { atLeast, of } = condition;
    const count = countOf(
      of.map((when) => ({ points: 1, when })),
      walk,
    );
    const text = (): string => {
      const filled = filledFields(of, walk.words);
      return filled ? groups.atLeastFilled(atLeast, filled, negated) : groups.atLeast(atLeast, partsOf(of, walk), negated);
    };
    return { text: (negated ? text() : toldOnce(condition, walk, text)) + count, group: true };
  }
  if ('score' in condition) {
    const { score, of } = condition;
    const count = countOf(of, walk);
    const text = (): string => {
      const sentences = partsOf(
        of.map(({ when }) => when),
        walk,
      );
      const parts = of.map(({ points }, index) => groups.points(points, sentences[index] ?? ''));
      return groups.score(score, parts, negated);
    };
    return { text: (negated ? text() : toldOnce(condition, walk, text)) + count, group: true };
  }
  const text = negated ? tellLeaf(condition, true, walk) : leafSentence(condition, walk);
  return { text: text + parenthesised(leafRemark(walk)), group: false };
}

/** A list under `all` or `any`. Turned round, each part is turned round and the two words change places. */
function together(parts: readonly Condition[], kind: 'all' | 'any', negated: boolean, walk: Walk): Told {
  const told = parts.map((part) => tell(part, negated, walk));
  const [only] = told;
  if (only && told.length === 1) return only;
  const texts = told.map(nested);
  if (texts.length === 2) return { text: kind === 'all' ? groups.both(texts) : groups.either(texts), group: true };
  return { text: kind === 'all' ? groups.allOf(texts) : groups.anyOf(texts), group: true };
}

function nested({ text, group }: Told): string {
  return group ? `(${text})` : text;
}

/** The parts of a count, without what is known: the count tells it for all of them. */
function partsOf(parts: readonly Condition[], telling: Telling): string[] {
  return parts.map((part) => nested(tell(part, false, { ...telling, trace: null, next: 0, chosen: true })));
}

/** The labels, when every part asks for one filled field and nothing else. */
function filledFields(parts: readonly Condition[], words: Vocabulary): string[] | null {
  const labels: string[] = [];
  for (const part of parts) {
    if (!('field' in part) || part.is !== 'filled') return null;
    labels.push(fieldName(part.field, words));
  }
  return labels;
}

function leafRemark(walk: Walk): string {
  const entry = walk.trace?.[walk.next];
  walk.next += 1;
  return entry ? remark(entry, walk) : '';
}

/** " (3 so far, 2 cannot be seen here)", or '' without an evaluation. */
function countOf(parts: readonly { points: number; when: Condition }[], walk: Walk): string {
  const { trace } = walk;
  if (!trace) return '';
  let sure = 0;
  let unseen = 0;
  let open = 0;
  for (const { points, when } of parts) {
    let otherReasons = 0;
    const truth = truthOf(when, (leaf) => {
      const entry = trace[walk.next];
      walk.next += 1;
      const result = entry?.result ?? 'unknown';
      if (result === 'unknown' && !isUnseen(leaf, entry)) otherReasons += 1;
      return result;
    });
    if (truth === 'true') sure += points;
    else if (truth === 'unknown' && otherReasons === 0) unseen += points;
    else if (truth === 'unknown') open += points;
  }
  const told = [groups.soFar(sure)];
  if (unseen > 0) told.push(groups.unseen(unseen));
  if (open > 0) told.push(groups.open(open));
  return parenthesised(told.join(', '));
}

function isUnseen(leaf: Leaf, entry: Trace | undefined): boolean {
  const unseenField = 'field' in leaf && entry?.known === undefined;
  return unseenField || (comparedField(leaf) !== null && entry?.other === undefined);
}

function parenthesised(text: string): string {
  return text === '' ? '' : ` (${text})`;
}
