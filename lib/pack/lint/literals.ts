/** The leaves of a condition as tests of one subject each, so that those that look at the same thing can be held against each other. */
import type { AnswerTest, Elapsed, FieldTest, Leaf } from '../../criteria/condition';
import { milliseconds, parseDuration } from '../../criteria/dates';
import type { Subject, Vocabulary } from '../../criteria/facts';
import { own } from '../../criteria/own';

/** A test, and whether it must come out true or false. `key` is one for all that look at the same thing. */
export interface Literal {
  key: string;
  subject: Subject;
  test: FieldTest;
  wanted: boolean;
}

const yesNo: Subject = { label: '', type: 'boolean' };
const number: Subject = { label: '', type: 'number' };

/** What a leaf that must come out as `wanted` asks of each thing. [] for what nothing can be said about. */
export function literalsOf(leaf: Leaf, wanted: boolean, words: Vocabulary): Literal[] {
  if ('step' in leaf) return [isTrue(`step ${leaf.step}`, wanted)];
  if ('approval' in leaf) return [isTrue(`approval ${leaf.approval}`, wanted)];
  if ('elapsed' in leaf) return ofElapsed(leaf, wanted);
  const subject = 'field' in leaf ? own(words.fields, leaf.field) : own(words.answers, leaf.answer);
  return subject ? ofTest(leaf, subject, wanted, words) : [];
}

function isTrue(key: string, wanted: boolean): Literal {
  return { key, subject: yesNo, test: { field: key, is: 'equal', value: true }, wanted };
}

/** In a calendar a day is not 24 hours, so there only the same duration is compared with itself. */
function ofElapsed({ elapsed, since, until, calendar }: Elapsed, wanted: boolean): Literal[] {
  const key = `clock ${since} ${until}`;
  if (calendar !== undefined) return [isTrue(`${key} ${calendar} ${elapsed}`, wanted)];
  const duration = parseDuration(elapsed);
  return duration ? [{ key, subject: number, test: { field: key, is: 'atMost', value: milliseconds(duration) }, wanted }] : [];
}

function ofTest(leaf: FieldTest | AnswerTest, subject: Subject, wanted: boolean, words: Vocabulary): Literal[] {
  const key = 'field' in leaf ? fieldKey(leaf.field) : `answer ${leaf.answer}`;
  if (!('value' in leaf) || typeof leaf.value !== 'object' || !('field' in leaf.value))
    return [{ key, subject, test: asFieldTest(leaf), wanted }];
  const other = own(words.fields, leaf.value.field);
  if (!other) return [];
  const difference = `${key} against ${leaf.value.field}`;
  const compared: Literal = { key: difference, subject: number, test: differenceTest(difference, leaf.is), wanted };
  // A comparison holds only between two that are filled; it fails for many reasons.
  return wanted ? [compared, filled(key, subject), filled(fieldKey(leaf.value.field), other)] : [compared];
}

function fieldKey(id: string): string {
  return `field ${id}`;
}

function filled(key: string, subject: Subject): Literal {
  return { key, subject, test: { field: key, is: 'filled' }, wanted: true };
}

function asFieldTest(leaf: FieldTest | AnswerTest): FieldTest {
  if ('field' in leaf) return leaf;
  const { answer, ...test } = leaf;
  return { field: answer, ...test };
}

const signs: Readonly<Partial<Record<FieldTest['is'], 'above' | 'below' | 'atLeast' | 'atMost'>>> = {
  above: 'above',
  after: 'above',
  below: 'below',
  before: 'below',
  atLeast: 'atLeast',
  atMost: 'atMost',
};

/** Two fields are compared by the sign of what lies between them. */
function differenceTest(field: string, is: FieldTest['is']): FieldTest {
  return { field, is: signs[is] ?? 'equal', value: 0 };
}
