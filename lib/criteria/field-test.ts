/** The truth of one test of one field. What cannot be seen, or cannot be compared, is unknown: never zero, never empty. DESIGN §4. */
import type { FieldTest, Operand, Truth } from './condition';
import type { Facts, FieldType, KnownValue } from './facts';
import { dayIn, parseDuration, parseMoment, todayIn, wholeDays } from './dates';
import type { Moment } from './dates';
import { hasText, sameText } from './text';

type Clock = Pick<Facts, 'now' | 'timeZone'>;

/** `known` is undefined when the field cannot be seen; `type` is undefined when the pack does not name the field. */
export function testField(test: FieldTest, known: KnownValue | undefined, type: FieldType | undefined, clock: Clock): Truth {
  if (known === undefined) return 'unknown';
  if (test.is === 'changed') return changed(known);
  switch (contentOf(known.value)) {
    case 'unreadable':
      return 'unknown';
    case 'empty':
      return truth(test.is === 'empty');
    case 'filled':
      return compare(test, known, type, clock);
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

function compare(test: FieldTest, known: KnownValue, type: FieldType | undefined, clock: Clock): Truth {
  const { value } = known;
  switch (test.is) {
    case 'filled':
      return 'true';
    case 'empty':
      return 'false';
    case 'changed':
      return changed(known);
    case 'equal':
      return equal(test.value, known, type, clock);
    case 'oneOf':
      return oneOf(test.value, known, type, clock);
    case 'contains':
      return contains(test.value, known);
    case 'above':
      return ordered(numberOrder(value, test.value), (order) => order > 0);
    case 'atLeast':
      return ordered(numberOrder(value, test.value), (order) => order >= 0);
    case 'below':
      return ordered(numberOrder(value, test.value), (order) => order < 0);
    case 'atMost':
      return ordered(numberOrder(value, test.value), (order) => order <= 0);
    case 'before':
      return ordered(momentOrder(value, test.value, clock), (order) => order < 0);
    case 'after':
      return ordered(momentOrder(value, test.value, clock), (order) => order > 0);
    case 'between':
      return between(test.value, value, clock);
    case 'within':
      return within(test.value, value, clock);
    default:
      test satisfies never;
      return 'unknown';
  }
}

function equal(operand: Operand, { value, label }: KnownValue, type: FieldType | undefined, clock: Clock): Truth {
  if (type === 'date' || type === 'datetime') return ordered(momentOrder(value, operand, clock), (order) => order === 0);
  if (typeof operand !== 'string') return typeof value === typeof operand ? truth(value === operand) : 'unknown';
  if (isNumeric(type) || type === 'boolean') return 'unknown';
  if (typeof value === 'string') return truth(sameText(value, operand) || labelled(label, (text) => sameText(text, operand)));
  if (!isTextList(value)) return 'unknown';
  const [first, ...others] = value;
  if (first === undefined || others.length > 0) return 'false';
  return truth(sameText(first, operand) || labelled(label, (text) => sameText(text, operand)));
}

/** True when it equals any of them, by Kleene's `any`. */
function oneOf(operands: readonly Operand[], known: KnownValue, type: FieldType | undefined, clock: Clock): Truth {
  let result: Truth = 'false';
  for (const operand of operands) {
    const one = equal(operand, known, type, clock);
    if (one === 'true') return 'true';
    if (one === 'unknown') result = 'unknown';
  }
  return result;
}

/** A multi-picklist holds a value or it does not ("Gold" is not in "Gold plus"); a text holds a piece of text. */
function contains(operand: string, { value, label }: KnownValue): Truth {
  if (typeof value === 'string') return truth(hasText(value, operand) || labelled(label, (text) => hasText(text, operand)));
  if (!isTextList(value)) return 'unknown';
  const whole = value.some((item) => sameText(item, operand));
  return truth(whole || (value.length === 1 && labelled(label, (text) => sameText(text, operand))));
}

/** Both ends count. */
function between(ends: readonly [number, number] | readonly [string, string], value: unknown, clock: Clock): Truth {
  const orderTo = (end: number | string): number | null =>
    typeof end === 'number' ? numberOrder(value, end) : momentOrder(value, end, clock);
  const low = orderTo(ends[0]);
  const high = orderTo(ends[1]);
  return low === null || high === null ? 'unknown' : truth(low >= 0 && high <= 0);
}

function within(span: string, value: unknown, clock: Clock): Truth {
  const duration = parseDuration(span);
  const days = duration && wholeDays(duration);
  const today = todayIn(clock.timeZone, clock.now);
  const day = dayOf(momentOf(value), clock);
  if (days === null || today === null || day === null) return 'unknown';
  return truth(day >= today && day <= today + days);
}

/** Negative, zero or positive as `value` is below, the same as or above `operand`; null when either is no number. */
function numberOrder(value: unknown, operand: unknown): number | null {
  if (typeof value !== 'number' || typeof operand !== 'number') return null;
  return value - operand;
}

/** The same for moments. Two instants are compared as instants; where one of the two is a day, both are compared as days of the rep. */
function momentOrder(value: unknown, operand: unknown, clock: Clock): number | null {
  const left = momentOf(value);
  const right = operand === 'today' ? todayOf(clock) : momentOf(operand);
  if (!left || !right) return null;
  if ('at' in left && 'at' in right) return left.at - right.at;
  const leftDay = dayOf(left, clock);
  const rightDay = dayOf(right, clock);
  return leftDay === null || rightDay === null ? null : leftDay - rightDay;
}

function momentOf(value: unknown): Moment | null {
  return typeof value === 'string' ? parseMoment(value.trim()) : null;
}

function todayOf(clock: Clock): Moment | null {
  const day = todayIn(clock.timeZone, clock.now);
  return day === null ? null : { day };
}

function dayOf(moment: Moment | null, clock: Clock): number | null {
  if (!moment) return null;
  return 'day' in moment ? moment.day : dayIn(clock.timeZone, moment.at);
}

function ordered(order: number | null, holds: (order: number) => boolean): Truth {
  return order === null ? 'unknown' : truth(holds(order));
}

function labelled(label: unknown, holds: (text: string) => boolean): boolean {
  return typeof label === 'string' && holds(label);
}

function isNumeric(type: FieldType | undefined): boolean {
  return type === 'number' || type === 'currency' || type === 'percent';
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function truth(holds: boolean): Truth {
  return holds ? 'true' : 'false';
}
