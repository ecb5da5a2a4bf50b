/** The truth of one test of a field or an answer. What cannot be seen, or cannot be compared, is unknown: never zero, never empty. DESIGN §4. */
import type { FieldOperand, FieldTest, Operand, Truth, ValueTest } from './condition';
import type { KnownValue, Subject } from './facts';
import type { Against, Clock, Side } from './compare';
import { contains, daysFromToday, equal, isTextList, momentOrder, numberOrder, ordered, truth } from './compare';
import { parseDaysFromToday } from './dates';

/** `known` is undefined when the field cannot be seen; `other` is what is known of the field that the test compares with. */
export function testField(
  test: FieldTest,
  known: KnownValue | undefined,
  subject: Subject | undefined,
  other: Side | undefined,
  clock: Clock,
): Truth {
  if (known === undefined) return 'unknown';
  if (test.is === 'changed') return changed(known);
  return testValue(test, { value: known.value, label: known.label, subject }, other, clock);
}

/** The same for a value that is there to be seen. */
export function testValue(test: ValueTest, left: Side, other: Side | undefined, clock: Clock): Truth {
  switch (contentOf(left.value)) {
    case 'unreadable':
      return 'unknown';
    case 'empty':
      return truth(test.is === 'empty');
    case 'filled':
      return compare(test, left, other, clock);
  }
}

/** Whether a value is seen to hold something. Blank text and empty lists hold nothing; 0 and false are something. */
export function contentOf(value: unknown): 'filled' | 'empty' | 'unreadable' {
  if (value === null) return 'empty';
  if (typeof value === 'boolean') return 'filled';
  if (typeof value === 'number') return Number.isFinite(value) ? 'filled' : 'unreadable';
  if (typeof value === 'string') return value.trim() === '' ? 'empty' : 'filled';
  if (!isTextList(value)) return 'unreadable';
  return value.every((item) => item.trim() === '') ? 'empty' : 'filled';
}

/** A save that writes the field without anyone knowing what it held before leaves open whether it changes it. */
function changed(known: KnownValue): Truth {
  if (known.changed === undefined && known.source === 'save') return 'unknown';
  return truth(known.changed === true);
}

function compare(test: ValueTest, left: Side, other: Side | undefined, clock: Clock): Truth {
  const { value } = left;
  switch (test.is) {
    case 'filled':
      return 'true';
    case 'empty':
      return 'false';
    case 'equal':
      return against(test.value, other, (right) => equal(left, right, clock));
    case 'oneOf':
      return oneOf(test.value, left, clock);
    case 'contains':
      return contains(left, test.value);
    case 'above':
      return against(test.value, other, (right) => ordered(numberOrder(value, right), (order) => order > 0));
    case 'atLeast':
      return against(test.value, other, (right) => ordered(numberOrder(value, right), (order) => order >= 0));
    case 'below':
      return against(test.value, other, (right) => ordered(numberOrder(value, right), (order) => order < 0));
    case 'atMost':
      return against(test.value, other, (right) => ordered(numberOrder(value, right), (order) => order <= 0));
    case 'before':
      return against(test.value, other, (right) => ordered(momentOrder(value, right, clock), (order) => order < 0));
    case 'after':
      return against(test.value, other, (right) => ordered(momentOrder(value, right, clock), (order) => order > 0));
    case 'between':
      return between(test.value, value, clock);
    case 'within':
      return within(test.value, value, clock);
    default:
      test satisfies never;
      return 'unknown';
  }
}

/** Nothing is above, before or the same as a field that is seen to be empty. */
function against(operand: Operand | FieldOperand, other: Side | undefined, judge: (right: Against) => Truth): Truth {
  if (typeof operand !== 'object') return judge(operand);
  if (!other) return 'unknown';
  switch (contentOf(other.value)) {
    case 'unreadable':
      return 'unknown';
    case 'empty':
      return 'false';
    case 'filled':
      return judge(other);
  }
}

/** True when it equals any of them, by Kleene's `any`. */
function oneOf(operands: readonly Operand[], left: Side, clock: Clock): Truth {
  let result: Truth = 'false';
  for (const operand of operands) {
    const one = equal(left, operand, clock);
    if (one === 'true') return 'true';
    if (one === 'unknown') result = 'unknown';
  }
  return result;
}

/** Both ends count. */
function between(ends: readonly [number, number] | readonly [string, string], value: unknown, clock: Clock): Truth {
  const orderTo = (end: number | string): number | null =>
    typeof end === 'number' ? numberOrder(value, end) : momentOrder(value, end, clock);
  const low = orderTo(ends[0]);
  const high = orderTo(ends[1]);
  return low === null || high === null ? 'unknown' : truth(low >= 0 && high <= 0);
}

/** From today to so many days on, or from so many days ago to today: both ends count. */
function within(span: string, value: unknown, clock: Clock): Truth {
  const limit = parseDaysFromToday(span);
  const days = daysFromToday(value, clock);
  if (limit === null || days === null) return 'unknown';
  return truth(days >= Math.min(0, limit) && days <= Math.max(0, limit));
}
