/** Comparing what a field or an answer holds with a pack's own value, or with what another field holds. Null or unknown: they cannot be compared. */
import type { Operand, Truth } from './condition';
import type { Choice, Facts, Subject } from './facts';
import { choiceNamed } from './choices';
import { dayIn, parseDateOperand, parseMoment, todayIn } from './dates';
import type { Moment } from './dates';
import { hasText, sameText } from './text';

export type Clock = Pick<Facts, 'now' | 'timeZone'>;

/** A value as it is known. `subject` is undefined where the pack does not name the field. */
export interface Side {
  value: unknown;
  label?: unknown;
  subject: Subject | undefined;
}

/** What a value is compared with; undefined where that is a field which cannot be seen. */
export type Against = Operand | Side | undefined;

/** By the type of `left`: as moments, as numbers, as truths or as words. A list equals a list of the same words, and a word when it holds only that. */
export function equal(left: Side, right: Against, clock: Clock): Truth {
  const type = left.subject?.type;
  const value = plainOf(right);
  if (type === 'date' || type === 'datetime') return ordered(momentOrder(left.value, right, clock), (order) => order === 0);
  if (typeof value === 'number' || typeof value === 'boolean')
    return typeof left.value === typeof value ? truth(left.value === value) : 'unknown';
  if (type === 'number' || type === 'currency' || type === 'percent' || type === 'boolean') return 'unknown';
  const ours = wordsOf(left);
  const theirs = typeof right === 'object' ? wordsOf(right) : typeof right === 'string' ? [[right]] : null;
  if (!ours || !theirs) return 'unknown';
  const choices = left.subject?.choices;
  const isIn = (words: readonly string[], list: readonly string[][]) => list.some((other) => sameWord(words, other, choices));
  return truth(ours.every((words) => isIn(words, theirs)) && theirs.every((words) => isIn(words, ours)));
}

/** A multi-picklist holds a value or it does not ("Gold" is not in "Gold plus"); a text holds a piece of text. */
export function contains(left: Side, piece: string): Truth {
  const { value, label, subject } = left;
  if (typeof value === 'string') return truth(hasText(value, piece) || (typeof label === 'string' && hasText(label, piece)));
  const words = wordsOf(left);
  return words ? truth(words.some((names) => sameWord(names, [piece], subject?.choices))) : 'unknown';
}

/** Negative, zero or positive as `value` is below, the same as or above `right`; null when either is no number. */
export function numberOrder(value: unknown, right: Against): number | null {
  const other = plainOf(right);
  return typeof value === 'number' && typeof other === 'number' ? value - other : null;
}

/** The same for moments. Two instants are compared as instants; where one of the two is a day, both are compared as days of the rep. */
export function momentOrder(value: unknown, right: Against, clock: Clock): number | null {
  const ours = momentOf(value);
  const theirs = typeof right === 'object' ? momentOf(right.value) : operandMoment(right, clock);
  if (!ours || !theirs) return null;
  if ('at' in ours && 'at' in theirs) return ours.at - theirs.at;
  const [ourDay, theirDay] = [dayOf(ours, clock), dayOf(theirs, clock)];
  return ourDay === null || theirDay === null ? null : ourDay - theirDay;
}

/** How many days after the rep's today a value lies; negative before it. */
export function daysFromToday(value: unknown, clock: Clock): number | null {
  const moment = momentOf(value);
  const day = moment && dayOf(moment, clock);
  const today = todayIn(clock.timeZone, clock.now);
  return day === null || today === null ? null : day - today;
}

export function ordered(order: number | null, holds: (order: number) => boolean): Truth {
  return order === null ? 'unknown' : truth(holds(order));
}

export function truth(holds: boolean): Truth {
  return holds ? 'true' : 'false';
}

export function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function plainOf(right: Against): unknown {
  return typeof right === 'object' ? right.value : right;
}

/** Each word that a value holds, by every name that is known for it. A label stands beside one value, not beside several. */
function wordsOf({ value, label, subject }: Side): string[][] | null {
  const items = typeof value === 'string' ? [value] : isTextList(value) ? value : null;
  if (!items) return null;
  const beside = typeof label === 'string' && items.length === 1 ? [label] : [];
  return items.map((item) => {
    const choice = choiceNamed(subject?.choices, item);
    return choice ? [item, ...beside, choice.label] : [item, ...beside];
  });
}

/** Whether two words name the same choice, or are the same text. */
function sameWord(left: readonly string[], right: readonly string[], choices: readonly Choice[] | undefined): boolean {
  return left.some((one) => {
    const choice = choiceNamed(choices, one);
    return right.some((other) => sameText(one, other) || (choice !== undefined && choice === choiceNamed(choices, other)));
  });
}

function momentOf(value: unknown): Moment | null {
  return typeof value === 'string' ? parseMoment(value.trim()) : null;
}

function operandMoment(operand: Operand | undefined, clock: Clock): Moment | null {
  const moment = typeof operand === 'string' ? parseDateOperand(operand.trim()) : null;
  if (!moment || !('fromToday' in moment)) return moment;
  const today = todayIn(clock.timeZone, clock.now);
  return today === null ? null : { day: today + moment.fromToday };
}

function dayOf(moment: Moment, clock: Clock): number | null {
  return 'day' in moment ? moment.day : dayIn(clock.timeZone, moment.at);
}
