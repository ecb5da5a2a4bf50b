/** The truth of one leaf of a condition: what the rep did, answered and had approved, how the clocks stand, what the fields hold. */
import type { AnswerTest, Elapsed, Leaf, Truth } from './condition';
import type { Facts, KnownValue, Vocabulary } from './facts';
import { milliseconds, parseDuration } from './dates';
import { testField } from './field-test';
import { own } from './own';

/** What is known of a field, or undefined when it cannot be seen. */
export function readingOf(facts: Facts, field: string): KnownValue | undefined {
  const known = own(facts.readings, field);
  return isReading(known) ? known : undefined;
}

function isReading(known: unknown): known is KnownValue {
  return typeof known === 'object' && known !== null;
}

/** `known` is the field's reading where the leaf tests a field. Never throws. */
export function testLeaf(leaf: Leaf, known: KnownValue | undefined, facts: Facts, words: Vocabulary): Truth {
  if ('field' in leaf) return testField(leaf, known, own(words.fields, leaf.field)?.type, facts);
  if ('step' in leaf) return testStep(own(facts.steps, leaf.step));
  if ('answer' in leaf) return testAnswer(leaf, facts);
  if ('approval' in leaf) return testApproval(own(facts.approvals, leaf.approval));
  return testElapsed(leaf, facts);
}

/** A step never touched is open; one that is not applicable needs no doing. */
function testStep(state: unknown): Truth {
  if (state === 'done' || state === 'na') return 'true';
  return state === 'open' || state === undefined ? 'false' : 'unknown';
}

/** Answers are kept on this machine, so one that is not there has not been given: it is empty, not unseen. */
function testAnswer(test: AnswerTest, facts: Facts): Truth {
  const value = own(facts.answers, test.answer) ?? null;
  const { answer: field, ...rest } = test;
  return testField({ field, ...rest }, { value, source: 'rep', at: facts.now }, undefined, facts);
}

/** The same goes for approvals. */
function testApproval(state: unknown): Truth {
  if (state === 'granted') return 'true';
  return state === 'refused' || state === undefined ? 'false' : 'unknown';
}

/** Unknown while the clock runs or has not started, false from the moment it has run out. */
function testElapsed(test: Elapsed, facts: Facts): Truth {
  const duration = parseDuration(test.elapsed);
  const since = own(facts.events, test.since);
  if (!duration || !isTime(since)) return 'unknown';
  const deadline = since + milliseconds(duration);
  const until = own(facts.events, test.until);
  if (until !== undefined) return isTime(until) ? (until <= deadline ? 'true' : 'false') : 'unknown';
  return facts.now > deadline ? 'false' : 'unknown';
}

function isTime(time: unknown): time is number {
  return typeof time === 'number' && Number.isFinite(time);
}
