/** The truth of one leaf of a condition: what the rep did, answered and had approved, how the clocks stand, what the fields hold. */
import type { Elapsed, Leaf, Truth } from './condition';
import type { Calendar, Facts, KnownValue, Trace, Vocabulary } from './facts';
import { deadline } from './calendar';
import type { Side } from './compare';
import { parseDuration } from './dates';
import { testField, testValue } from './field-test';
import { own } from './own';

/** What is known of what a leaf asks for and compares with. */
type Seen = Pick<Trace, 'known' | 'other' | 'answer'>;

/** Answers are kept on this machine, so one that is not there has not been given: it is empty, not unseen. */
export function seenBy(leaf: Leaf, facts: Facts): Seen {
  const seen: Seen = {};
  if ('answer' in leaf) seen.answer = own(facts.answers, leaf.answer) ?? null;
  if ('field' in leaf) {
    const known = readingOf(facts, leaf.field);
    if (known) seen.known = known;
  }
  const compared = comparedField(leaf);
  const other = compared === null ? undefined : readingOf(facts, compared);
  if (other) seen.other = other;
  return seen;
}

/** The field that a leaf compares with, if it does. */
export function comparedField(leaf: Leaf): string | null {
  const operand = 'value' in leaf ? leaf.value : null;
  return typeof operand === 'object' && operand !== null && 'field' in operand ? operand.field : null;
}

/** `seen` is what `seenBy` says. Never throws. */
export function testLeaf(leaf: Leaf, seen: Seen, facts: Facts, words: Vocabulary): Truth {
  if ('step' in leaf) return testStep(own(facts.steps, leaf.step));
  if ('approval' in leaf) return testApproval(own(facts.approvals, leaf.approval));
  if ('elapsed' in leaf) return testElapsed(leaf, facts, words);
  const compared = comparedField(leaf);
  const other: Side | undefined =
    compared === null || !seen.other
      ? undefined
      : { value: seen.other.value, label: seen.other.label, subject: own(words.fields, compared) };
  if ('field' in leaf) return testField(leaf, seen.known, own(words.fields, leaf.field), other, facts);
  return testValue(leaf, { value: seen.answer, subject: own(words.answers, leaf.answer) }, other, facts);
}

function readingOf(facts: Facts, field: string): KnownValue | undefined {
  const known = own(facts.readings, field);
  return isReading(known) ? known : undefined;
}

function isReading(known: unknown): known is KnownValue {
  return typeof known === 'object' && known !== null;
}

/** A step never touched is open; one that is not applicable needs no doing. */
function testStep(state: unknown): Truth {
  if (state === 'done' || state === 'na') return 'true';
  return state === 'open' || state === undefined ? 'false' : 'unknown';
}

/** An approval that is not there has not been granted. */
function testApproval(state: unknown): Truth {
  if (state === 'granted') return 'true';
  return state === 'refused' || state === undefined ? 'false' : 'unknown';
}

/** Unknown while the clock runs or has not started, false from the moment it has run out. */
function testElapsed(test: Elapsed, facts: Facts, words: Vocabulary): Truth {
  const duration = parseDuration(test.elapsed);
  const calendar = calendarOf(test, words);
  const since = own(facts.events, test.since);
  if (!duration || calendar === undefined || !isTime(since)) return 'unknown';
  const due = deadline(since, duration, calendar, facts.timeZone);
  if (due === null) return 'unknown';
  const until = own(facts.events, test.until);
  if (until !== undefined) return isTime(until) ? (until <= due ? 'true' : 'false') : 'unknown';
  return facts.now > due ? 'false' : 'unknown';
}

/** Null for plain time; undefined for a calendar that the pack does not declare. */
function calendarOf({ calendar }: Elapsed, words: Vocabulary): Calendar | null | undefined {
  return calendar === undefined ? null : own(words.calendars, calendar);
}

function isTime(time: unknown): time is number {
  return typeof time === 'number' && Number.isFinite(time);
}
