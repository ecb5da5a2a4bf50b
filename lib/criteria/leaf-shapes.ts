/** What each leaf of a condition looks like: the one place where an operator and what it compares with are declared for reading. */
import { z } from '../zod';
import type { AnswerTest, ApprovalTest, Elapsed, FieldTest, Operand, StepTest } from './condition';
import { parseDuration, parseMoment, wholeDays } from './dates';
import { refusals } from './messages';
import { pick, shape } from './pick';
import type { Shape } from './pick';

const plain = <T>(schema: z.ZodType<T>): Shape<T> => ({ keys: null, schema });

const longestText = 255;
const longestList = 200;

/** Zod's own words are for programmers: the whole message is ours, and says so when nothing was there. */
const saying = (message: string) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? refusals.missing(message) : message),
});

const text = z.string(saying(refusals.text())).trim().min(1, refusals.text()).max(longestText, refusals.longText(longestText));
const number = z.number(saying(refusals.number()));
const matching = (fits: (value: string) => boolean, message: string) => z.string(saying(message)).refine(fits, message);
const date = matching((value) => value === 'today' || parseMoment(value) !== null, refusals.date());
const duration = matching((value) => parseDuration(value) !== null, refusals.duration());
const days = matching((value) => {
  const parsed = parseDuration(value);
  return parsed !== null && wholeDays(parsed) !== null;
}, refusals.wholeDays());

const anyOperand = z.custom<Operand>((value) => typeof value === 'boolean', saying(refusals.operand()));
const operand = pick<Operand>((data) => plain(typeof data === 'string' ? text : typeof data === 'number' ? number : anyOperand));
const operands = z
  .array(operand, saying(refusals.operands()))
  .min(1, refusals.emptyList())
  .max(longestList, refusals.longList(longestList));

const numbers = z.tuple([number, number], saying(refusals.pair())).refine(([low, high]) => low <= high, refusals.wrongOrder());
const dates = z.tuple([date, date], saying(refusals.pair())).refine(([low, high]) => inOrder(low, high), refusals.wrongOrder());
const pair = pick<[number, number] | [string, string]>((data) =>
  Array.isArray(data) && typeof data[0] === 'number' ? plain(numbers) : plain(dates),
);

/** A day and an instant, or a day and `today`, cannot be put in order before somebody's time zone and clock are known. */
function inOrder(low: string, high: string): boolean {
  const [first, last] = [parseMoment(low), parseMoment(high)];
  if (!first || !last) return true;
  if ('day' in first && 'day' in last) return first.day <= last.day;
  return 'at' in first && 'at' in last ? first.at <= last.at : true;
}

const inherited = ['__proto__', 'constructor', 'prototype'];
const name = z
  .string(saying(refusals.name()))
  .trim()
  .min(1, refusals.name())
  .max(longestText, refusals.longText(longestText))
  .refine((value) => !inherited.includes(value), refusals.name());

const fieldTests: Record<FieldTest['is'], Shape<FieldTest>> = {
  filled: shape(z.object({ field: name, is: z.literal('filled') })),
  empty: shape(z.object({ field: name, is: z.literal('empty') })),
  changed: shape(z.object({ field: name, is: z.literal('changed') })),
  equal: shape(z.object({ field: name, is: z.literal('equal'), value: operand })),
  oneOf: shape(z.object({ field: name, is: z.literal('oneOf'), value: operands })),
  contains: shape(z.object({ field: name, is: z.literal('contains'), value: text })),
  above: shape(z.object({ field: name, is: z.literal('above'), value: number })),
  atLeast: shape(z.object({ field: name, is: z.literal('atLeast'), value: number })),
  below: shape(z.object({ field: name, is: z.literal('below'), value: number })),
  atMost: shape(z.object({ field: name, is: z.literal('atMost'), value: number })),
  between: shape(z.object({ field: name, is: z.literal('between'), value: pair })),
  before: shape(z.object({ field: name, is: z.literal('before'), value: date })),
  after: shape(z.object({ field: name, is: z.literal('after'), value: date })),
  within: shape(z.object({ field: name, is: z.literal('within'), value: days })),
};

const stepTests: Record<StepTest['is'], Shape<StepTest>> = {
  done: shape(z.object({ step: name, is: z.literal('done') })),
};

const answerTests: Record<AnswerTest['is'], Shape<AnswerTest>> = {
  filled: shape(z.object({ answer: name, is: z.literal('filled') })),
  equal: shape(z.object({ answer: name, is: z.literal('equal'), value: operand })),
};

const approvalTests: Record<ApprovalTest['is'], Shape<ApprovalTest>> = {
  granted: shape(z.object({ approval: name, is: z.literal('granted') })),
};

/** The tests that say with `is` what they ask for, by what they ask about. */
export const tests = { field: fieldTests, step: stepTests, answer: answerTests, approval: approvalTests };

export const elapsed: Shape<Elapsed> = shape(z.object({ elapsed: duration, since: name, until: name }));
