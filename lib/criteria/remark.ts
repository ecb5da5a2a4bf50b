/** What is known about one leaf, in a few words: "it is empty", "it is 12 %", "it cannot be seen here". */
import type { Leaf, Truth } from './condition';
import type { KnownValue, Subject, Trace } from './facts';
import { parseMoment } from './dates';
import { contentOf } from './field-test';
import { formatValue } from './format';
import { comparedField } from './leaf';
import { fieldName, type Telling } from './leaf-sentence';
import { own } from './own';
import { known as says, subjects, values } from './messages';

/** Without full stop or parentheses; '' where the result says it all (a step that is done). */
export function remark(entry: Trace, telling: Telling): string {
  const { leaf, result } = entry;
  if ('field' in leaf || 'answer' in leaf) {
    const parts = [ofSubject(entry, telling)];
    const compared = comparedField(leaf);
    if (compared !== null) parts.push(ofOther(leaf, compared, entry, telling));
    return says.together(parts);
  }
  if (result === 'unknown') return 'elapsed' in leaf ? says.clockOpen() : says.unreadable(subjects.it());
  if (result === 'true') return '';
  if ('step' in leaf) return says.stepOpen();
  return 'approval' in leaf ? says.notApproved() : says.tooLate();
}

function ofSubject({ leaf, result, known, other, answer }: Trace, telling: Telling): string {
  const it = subjects.it();
  if ('answer' in leaf) {
    if (contentOf(answer) === 'empty') return says.noAnswer();
    return tell(it, leaf, { value: answer }, own(telling.words.answers, leaf.answer), suspect(leaf, result, other), telling);
  }
  if (!('field' in leaf)) return '';
  if (!known) return says.unseen(it);
  const subject = own(telling.words.fields, leaf.field);
  if (leaf.is === 'changed' && contentOf(known.value) !== 'unreadable' && result !== 'false') {
    const value = nowIs(known, subject, telling);
    return result === 'true' ? says.changedTo(value) : says.beforeUnseen(value);
  }
  return tell(it, leaf, known, subject, suspect(leaf, result, other), telling);
}

/** Whether the value itself may be why nobody can tell: not where the field that it is compared with is no help. */
function suspect(leaf: Leaf, result: Truth, other: KnownValue | undefined): boolean {
  return result === 'unknown' && (comparedField(leaf) === null || (other !== undefined && contentOf(other.value) === 'filled'));
}

function ofOther(leaf: Leaf, field: string, { result, other }: Trace, telling: Telling): string {
  const name = fieldName(field, telling.words);
  if (!other) return says.unseen(name);
  return tell(name, leaf, other, own(telling.words.fields, field), result === 'unknown', telling);
}

/** `suspect`: the value may be of a kind that the test cannot compare, and if so that is told. */
function tell(
  what: string,
  leaf: Leaf,
  known: { value: unknown; label?: unknown },
  subject: Subject | undefined,
  isSuspect: boolean,
  telling: Telling,
): string {
  if (contentOf(known.value) === 'unreadable') return says.unreadable(what);
  const value = nowIs(known, subject, telling);
  if (!isSuspect || contentOf(known.value) === 'empty' || !('value' in leaf)) return says.value(what, value);
  switch (leaf.is) {
    case 'above':
    case 'atLeast':
    case 'below':
    case 'atMost':
      return notNumber(what, known.value, value);
    case 'before':
    case 'after':
    case 'within':
      return notDate(what, known.value, value);
    case 'between':
      return typeof leaf.value[0] === 'number' ? notNumber(what, known.value, value) : notDate(what, known.value, value);
    case 'equal':
    case 'oneOf':
    case 'contains':
      return says.notComparable(what, value);
    default:
      leaf satisfies never;
      return value;
  }
}

function notNumber(what: string, known: unknown, value: string): string {
  return typeof known === 'number' ? says.value(what, value) : says.noNumber(what, value);
}

function notDate(what: string, known: unknown, value: string): string {
  const isDate = typeof known === 'string' && parseMoment(known.trim()) !== null;
  return isDate ? says.value(what, value) : says.noDate(what, value);
}

function nowIs({ value, label }: { value: unknown; label?: unknown }, subject: Subject | undefined, { timeZone }: Telling): string {
  return contentOf(value) === 'empty' ? values.nothing() : formatValue(value, subject, timeZone, label);
}
