/** The truth of one leaf of a condition: what the rep did, answered and had approved, how the clocks stand, what the fields hold. */
import type { AnswerTest, Elapsed, FieldTest, Leaf, Truth } from './condition';
import type { Calendar, Facts, KnownValue, Trace, Vocabulary } from './facts';
import { deadline } from './calendar';
import type { Side } from './compare';
import { parseDuration } from './dates';
import { testField, testValue } from './field-test';
import { leafSentence } from './leaf-sentence';
import { own } from './own';

/** What comes of a leaf, what is known of what it asks for and compares with, and its sentence. Never throws. */
export function traceOf(leaf: Leaf, facts: Facts, words: Vocabulary): Trace {
  const sentence = leafSentence(leaf, { words, timeZone: facts.timeZone });
  if ('field' in leaf) {
    const known = readingOf(facts, leaf.field);
    const compared = comparedField(leaf);
    if (compared !== null) return traceOfTwo(leaf, compared, known, sentence, facts, words);
    if (!known) return { leaf, result: 'unknown', sentence };
    return { leaf, result: testField(leaf, known, own(words.fields, leaf.field), undefined, facts), sentence, known };
  }
  if ('answer' in leaf) {
    // Answers are kept on this machine, so one that is not there has not been given: it is empty, not unseen.
    const answer = own(facts.answers, leaf.answer) ?? null;
    const compared = comparedField(leaf);
    const other = compared === null ? undefined : readingOf(facts, compared);
    const left = { value: answer, subject: own(words.answers, leaf.answer) };
    return { leaf, result: testValue(leaf, left, sideOf(compared, other, words), facts), sentence, other, answer };
  }
  return { leaf, result: testDeed(leaf, facts, words), sentence };
}

/** A field beside another one. */
function traceOfTwo(
  leaf: FieldTest,
  compared: string,
  known: KnownValue | undefined,
  sentence: string,
  facts: Facts,
  words: Vocabulary,
): Trace {
  const other = readingOf(facts, compared);
  const result = testField(leaf, known, own(words.fields, leaf.field), sideOf(compared, other, words), facts);
  return { leaf, result, sentence, known, other };
}

function sideOf(field: string | null, known: KnownValue | undefined, words: Vocabulary): Side | undefined {
  return field === null || !known ? undefined : { value: known.value, label: known.label, subject: own(words.fields, field) };
}

function testDeed(leaf: Exclude<Leaf, FieldTest | AnswerTest>, facts: Facts, words: Vocabulary): Truth {
  if ('step' in leaf) return testStep(own(facts.steps, leaf.step));
  return 'approval' in leaf ? testApproval(own(facts.approvals, leaf.approval)) : testElapsed(leaf, facts, words);
}

/** The field that a leaf compares with, if it does. */
export function comparedField(leaf: Leaf): string | null {
  const operand = 'value' in leaf ? leaf.value : null;
  return typeof operand === 'object' && operand !== null && 'field' in operand ? operand.field : null;
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
