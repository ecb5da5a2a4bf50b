/** What each leaf of a condition looks like: the one place where an operator and what it compares with are declared for reading. */
import { z } from '../zod';
import type { ApprovalTest, Condition, Elapsed, FieldOperand, Operand, StepTest, ValueTest } from './condition';
import { parseDateOperand, parseDaysFromToday, parseDuration } from './dates';
import { refusals } from './messages';
import { isPlainObject, pick, shape } from './pick';
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
const isDate = (value: string) => parseDateOperand(value) !== null;
const date = matching(isDate, refusals.date());
const duration = matching((value) => parseDuration(value) !== null, refusals.duration());
const days = matching((value) => parseDaysFromToday(value) !== null, refusals.wholeDays());

const operandSaying = (message: string) =>
  pick<Operand>((data) => plain(typeof data === 'string' ? text : typeof data === 'number' ? number : booleanSaying(message)));
const booleanSaying = (message: string) => z.custom<Operand>((value) => typeof value === 'boolean', saying(message));
const operand = operandSaying(refusals.operand());
const operands = z
  .array(operand, saying(refusals.operands()))
  .min(1, refusals.emptyList())
  .max(longestList, refusals.longList(longestList));

const numbers = z.tuple([number, number], saying(refusals.pair())).refine(([low, high]) => low <= high, refusals.wrongOrder());
const dates = z.tuple([date, date], saying(refusals.pair())).refine(([low, high]) => inOrder(low, high), refusals.wrongOrder());
const pair = pick<[number, number] | [string, string]>((data) =>
  Array.isArray(data) && typeof data[0] === 'number' ? plain(numbers) : plain(dates),
);

/** Days from today, and a day or an instant, cannot be put in order before somebody's time zone and clock are known. */
function inOrder(low: string, high: string): boolean {
  const [first, last] = [parseDateOperand(low), parseDateOperand(high)];
  if (!first || !last) return true;
  if ('fromToday' in first && 'fromToday' in last) return first.fromToday <= last.fromToday;
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

const fieldOperand = shape<FieldOperand>(z.object({ field: name }));
/** A value of the pack's own, or another field. `own` makes the schema of the former, with the message for what is neither. */
const orField = <T>(own: (message: string) => z.ZodType<T>, message: string): z.ZodType<T | FieldOperand> => {
  const literal = plain(own(refusals.otherField(message)));
  return pick<T | FieldOperand>((data) => (isPlainObject(data) ? fieldOperand : literal));
};
const anything = orField(operandSaying, refusals.operand());
const amount = orField((message) => z.number(saying(message)), refusals.number());
const when = orField((message) => matching(isDate, message), refusals.date());

type ValueShape = z.ZodObject & z.ZodType<ValueTest>;
const valueTests: Record<ValueTest['is'], ValueShape> = {
  filled: z.object({ is: z.literal('filled') }),
  empty: z.object({ is: z.literal('empty') }),
  equal: z.object({ is: z.literal('equal'), value: anything }),
  oneOf: z.object({ is: z.literal('oneOf'), value: operands }),
  contains: z.object({ is: z.literal('contains'), value: text }),
  above: z.object({ is: z.literal('above'), value: amount }),
  atLeast: z.object({ is: z.literal('atLeast'), value: amount }),
  below: z.object({ is: z.literal('below'), value: amount }),
  atMost: z.object({ is: z.literal('atMost'), value: amount }),
  between: z.object({ is: z.literal('between'), value: pair }),
  before: z.object({ is: z.literal('before'), value: when }),
  after: z.object({ is: z.literal('after'), value: when }),
  within: z.object({ is: z.literal('within'), value: days }),
};

/** The same tests, about a field or about an answer. */
function testsOf<T extends { field: string } | { answer: string }>(subject: z.ZodObject & z.ZodType<T>): [string, Shape<T & ValueTest>][] {
  return Object.entries(valueTests).map(([is, test]) => [
    is,
    { keys: [...Object.keys(subject.shape), ...Object.keys(test.shape)], schema: z.intersection(subject, test) },
  ]);
}

const fieldTests: Record<string, Shape<Condition>> = {
  ...Object.fromEntries(testsOf(z.object({ field: name }))),
  changed: shape(z.object({ field: name, is: z.literal('changed') })),
};

const stepTests: Record<StepTest['is'], Shape<StepTest>> = {
  done: shape(z.object({ step: name, is: z.literal('done') })),
};

const answerTests: Record<string, Shape<Condition>> = Object.fromEntries(testsOf(z.object({ answer: name })));

const approvalTests: Record<ApprovalTest['is'], Shape<ApprovalTest>> = {
  granted: shape(z.object({ approval: name, is: z.literal('granted') })),
};

/** The tests that say with `is` what they ask for, by what they ask about. */
export const tests = { field: fieldTests, step: stepTests, answer: answerTests, approval: approvalTests };

export const elapsed: Shape<Elapsed> = shape(z.object({ elapsed: duration, since: name, until: name, calendar: name.optional() }));
