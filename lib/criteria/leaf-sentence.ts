/** What one leaf asks for, in one sentence: "Amount is at most 50,000". */
import type { FieldTest, Leaf } from './condition';
import type { FieldType, Vocabulary } from './facts';
import { parseDuration } from './dates';
import { formatOperand } from './format';
import { own } from './own';
import { asks, values } from './messages';

/** A leaf's sentence never changes under the same words, and a pack has thousands of leaves that are judged again and again. */
const remembered = new WeakMap<Vocabulary, WeakMap<Leaf, string>>();

/** The sentence of a leaf, without what is known. */
export function leafSentence(leaf: Leaf, words: Vocabulary): string {
  let sentences = remembered.get(words);
  if (!sentences) {
    sentences = new WeakMap();
    remembered.set(words, sentences);
  }
  let sentence = sentences.get(leaf);
  if (sentence === undefined) {
    sentence = tellLeaf(leaf, words, false);
    sentences.set(leaf, sentence);
  }
  return sentence;
}

/** The same, turned round when `negated`: "Discount is not above 15 %". A name that the pack does not explain stands for itself. */
export function tellLeaf(leaf: Leaf, words: Vocabulary, negated: boolean): string {
  if ('field' in leaf) {
    const field = own(words.fields, leaf.field);
    return tellField(leaf, field?.label ?? leaf.field, field?.type, negated);
  }
  if ('step' in leaf) return asks.stepDone(own(words.steps, leaf.step)?.title ?? leaf.step, negated);
  if ('answer' in leaf) {
    const question = own(words.answers, leaf.answer)?.label ?? leaf.answer;
    return leaf.is === 'filled'
      ? asks.answered(question, negated)
      : asks.answerEqual(question, formatOperand(leaf.value, undefined), negated);
  }
  if ('approval' in leaf) return asks.approved(own(words.approvals, leaf.approval)?.title ?? leaf.approval, negated);
  return asks.elapsed(eventName(leaf.until), span(leaf.elapsed), eventName(leaf.since), negated);
}

function tellField(test: FieldTest, field: string, type: FieldType | undefined, negated: boolean): string {
  switch (test.is) {
    case 'filled':
    case 'empty':
    case 'changed':
      return asks[test.is](field, negated);
    case 'contains':
      return asks.contains(field, formatOperand(test.value, 'text'), negated);
    case 'equal':
    case 'above':
    case 'atLeast':
    case 'below':
    case 'atMost':
      return asks[test.is](field, formatOperand(test.value, type), negated);
    case 'oneOf': {
      const choices = test.value.map((value) => formatOperand(value, type));
      return choices.length === 1 ? asks.equal(field, values.choice(choices), negated) : asks.oneOf(field, values.choice(choices), negated);
    }
    case 'between': {
      const [low, high] = test.value.map((end) => formatOperand(end, typeof end === 'number' ? type : 'date'));
      return asks.between(field, low ?? '', high ?? '', negated);
    }
    case 'before':
    case 'after':
      return asks[test.is](field, formatOperand(test.value, 'date'), negated);
    case 'within':
      return isNothing(test.value) ? asks.isToday(field, negated) : asks.within(field, span(test.value), negated);
    default:
      test satisfies never;
      return field;
  }
}

function span(duration: string): string {
  const parsed = parseDuration(duration);
  return parsed ? values.duration(parsed) : duration;
}

function isNothing(duration: string): boolean {
  const parsed = parseDuration(duration);
  return parsed !== null && parsed.weeks === 0 && parsed.days === 0;
}

/** Events have ids only, `stage-entered`. */
function eventName(id: string): string {
  return id.replaceAll('-', ' ');
}
