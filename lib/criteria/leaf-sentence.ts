/** What one leaf asks for, in one sentence: "Amount is at most 50,000". */
import type { Condition, Elapsed, FieldOperand, FieldTest, Leaf, Operand, ValueTest } from './condition';
import type { Subject, Vocabulary } from './facts';
import { parseDaysFromToday } from './dates';
import { formatDate, formatOperand, formatSpan } from './format';
import { own } from './own';
import { asks, subjects, values } from './messages';

interface Kept {
  timeZone: string | null;
  sentences: WeakMap<Condition, string>;
}
const remembered = new WeakMap<Vocabulary, Kept>();

/**
 * What a condition asks for never changes under the same words in the same zone, and a pack has thousands of them that are judged again and
 * again: it is told once.
 */
export function toldOnce(condition: Condition, { words, timeZone }: Telling, tell: () => string): string {
  let kept = remembered.get(words);
  if (kept?.timeZone !== timeZone) {
    kept = { timeZone, sentences: new WeakMap() };
    remembered.set(words, kept);
  }
  let sentence = kept.sentences.get(condition);
  if (sentence === undefined) {
    sentence = tell();
    kept.sentences.set(condition, sentence);
  }
  return sentence;
}

/** The sentence of a leaf, without what is known. */
export function leafSentence(leaf: Leaf, telling: Telling): string {
  return toldOnce(leaf, telling, () => tellLeaf(leaf, false, telling));
}

/** Whom a sentence is for: the pack's words, and the rep's time zone where one is known. */
export interface Telling {
  words: Vocabulary;
  timeZone: string | null;
}

/** The same, turned round when `negated`: "Discount is not above 15 %". A name that the pack does not explain stands for itself. */
export function tellLeaf(leaf: Leaf, negated: boolean, telling: Telling): string {
  const { words } = telling;
  if ('field' in leaf) return tellTest(leaf, fieldName(leaf.field, words), own(words.fields, leaf.field), negated, telling);
  if ('step' in leaf) return asks.stepDone(own(words.steps, leaf.step)?.title ?? leaf.step, negated);
  if ('approval' in leaf) return asks.approved(own(words.approvals, leaf.approval)?.title ?? leaf.approval, negated);
  if ('elapsed' in leaf) return tellElapsed(leaf, negated, words);
  const question = own(words.answers, leaf.answer);
  const name = question?.label ?? leaf.answer;
  if (leaf.is === 'filled' || leaf.is === 'empty') return asks.answered(name, leaf.is === 'empty' ? !negated : negated);
  return tellTest(leaf, subjects.answer(name), question, negated, telling);
}

/** A field by its label, or by its id where the pack does not know it. */
export function fieldName(id: string, words: Vocabulary): string {
  return own(words.fields, id)?.label ?? id;
}

type Test = ValueTest | Pick<Extract<FieldTest, { is: 'changed' }>, 'is'>;

function tellTest(test: Test, name: string, subject: Subject | undefined, negated: boolean, telling: Telling): string {
  const { timeZone } = telling;
  switch (test.is) {
    case 'filled':
    case 'empty':
    case 'changed':
      return asks[test.is](name, negated);
    case 'contains':
      return asks.contains(name, tellOperand(test.value, subject, telling), negated);
    case 'equal':
      if (typeof test.value === 'object') return asks.sameAs(name, tellOperand(test.value, subject, telling), negated);
      return asks.equal(name, tellOperand(test.value, subject, telling), negated);
    case 'above':
    case 'atLeast':
    case 'below':
    case 'atMost':
      return asks[test.is](name, tellOperand(test.value, subject, telling), negated);
    case 'oneOf': {
      const choices = test.value.map((value) => formatOperand(value, subject, timeZone));
      return choices.length === 1 ? asks.equal(name, values.choice(choices), negated) : asks.oneOf(name, values.choice(choices), negated);
    }
    case 'between': {
      const [low, high] = test.value.map((end) =>
        typeof end === 'number' ? formatOperand(end, subject, timeZone) : formatDate(end, timeZone),
      );
      return asks.between(name, low ?? '', high ?? '', negated);
    }
    case 'before':
    case 'after': {
      if (typeof test.value === 'object') return asks[test.is](name, tellOperand(test.value, subject, telling), negated);
      const fromToday = (parseDaysFromToday(test.value) ?? 0) !== 0;
      const say = test.is === 'before' ? (fromToday ? asks.earlier : asks.before) : fromToday ? asks.later : asks.after;
      return say(name, formatDate(test.value, timeZone), negated);
    }
    case 'within': {
      const days = parseDaysFromToday(test.value);
      return days === 0 ? asks.isToday(name, negated) : asks.within(name, formatSpan(test.value), (days ?? 0) < 0, negated);
    }
    default:
      test satisfies never;
      return name;
  }
}

function tellOperand(operand: Operand | FieldOperand, subject: Subject | undefined, { words, timeZone }: Telling): string {
  return typeof operand === 'object' ? fieldName(operand.field, words) : formatOperand(operand, subject, timeZone);
}

function tellElapsed({ elapsed, since, until, calendar }: Elapsed, negated: boolean, words: Vocabulary): string {
  const hours = calendar === undefined ? null : (own(words.calendars, calendar)?.title ?? calendar);
  return asks.elapsed(eventName(until, words), formatSpan(elapsed), eventName(since, words), hours, negated);
}

function eventName(id: string, words: Vocabulary): string {
  return own(words.events, id)?.label ?? id.replaceAll('-', ' ');
}
