/** Which tests make sense for which type, and the words for those that do not. */
import { describe, expect, it } from 'vitest';
import type { AnswerTest, FieldTest, Operator } from '../../../../lib/criteria/condition';
import type { FieldType, Subject } from '../../../../lib/criteria/facts';
import { misfit } from '../../../../lib/criteria/operators';
import { words } from './fixtures';

const number: Operator[] = ['equal', 'oneOf', 'above', 'atLeast', 'below', 'atMost', 'between'];
const date: Operator[] = ['equal', 'before', 'after', 'between', 'within'];
const text: Operator[] = ['equal', 'oneOf', 'contains'];
const fitting: Record<FieldType, Operator[]> = {
  text,
  reference: text,
  number,
  currency: number,
  percent: number,
  date,
  datetime: date,
  boolean: ['equal'],
  picklist: ['equal', 'oneOf'],
  'multi-picklist': ['equal', 'contains'],
};

/** A test of each operator, with a value of the right kind. */
function testsOf(type: FieldType): FieldTest[] {
  const [literal, pair] =
    fitting[type] === number
      ? [5, [1, 2]]
      : fitting[type] === date
        ? ['P14D', ['-P1D', 'today']]
        : type === 'boolean'
          ? [true, [1, 2]]
          : ['x', [1, 2]];
  const field = 'subject';
  return [
    { field, is: 'filled' },
    { field, is: 'empty' },
    { field, is: 'changed' },
    { field, is: 'equal', value: literal },
    { field, is: 'oneOf', value: [literal] },
    { field, is: 'contains', value: 'x' },
    { field, is: 'above', value: 1 },
    { field, is: 'atLeast', value: 1 },
    { field, is: 'below', value: 1 },
    { field, is: 'atMost', value: 1 },
    { field, is: 'between', value: pair },
    { field, is: 'before', value: 'today' },
    { field, is: 'after', value: 'today' },
    { field, is: 'within', value: '-P14D' },
  ] as FieldTest[];
}

const types = Object.keys(fitting) as FieldType[];
it.each(types)('%s takes the tests that make sense for it, and no others', (type) => {
  const taken = testsOf(type).filter((test) => misfit(test, { label: 'Subject', type }) === null);
  expect(taken.map(({ is }) => is).sort()).toEqual(['filled', 'empty', 'changed', ...fitting[type]].sort());
});

const subjectOf = (test: FieldTest | AnswerTest): Subject | undefined =>
  'field' in test ? words.fields[test.field] : words.answers[test.answer];

it.each<[FieldTest | AnswerTest, string]>([
  [{ field: 'close-date', is: 'above', value: 5 }, "'above' compares numbers, and Close Date is a date; use after"],
  [{ field: 'close-date', is: 'atMost', value: 5 }, "'atMost' compares numbers, and Close Date is a date; use before"],
  [
    { field: 'next-call', is: 'oneOf', value: ['today'] },
    "'oneOf' looks for one of several values, and Next Call is a date; use equal, before, after, between or within",
  ],
  [{ field: 'amount', is: 'after', value: 'today' }, "'after' compares dates, and Amount is a number; use above"],
  [
    { field: 'amount', is: 'within', value: 'P1D' },
    "'within' counts days, and Amount is a number; use equal, oneOf, above, atLeast, below, atMost or between",
  ],
  [
    { field: 'amount', is: 'contains', value: '5' },
    "'contains' looks into texts and lists, and Amount is a number; use equal, oneOf, above, atLeast, below, atMost or between",
  ],
  [
    { field: 'next-step', is: 'between', value: [1, 2] },
    "'between' compares numbers or dates, and Next Step is a text; use equal, oneOf or contains",
  ],
  [{ field: 'budget-confirmed', is: 'above', value: 0 }, "'above' compares numbers, and Budget Confirmed is yes or no; use equal"],
  [
    { field: 'industry', is: 'contains', value: 'tech' },
    "'contains' looks into texts and lists, and Industry is one choice of a list; use oneOf",
  ],
  [
    { field: 'regions', is: 'oneOf', value: ['us'] },
    "'oneOf' looks for one of several values, and Regions is a list of choices; use contains",
  ],
  [{ field: 'amount', is: 'equal', value: '5' }, 'Amount is a number; compare it with a number without quotes, such as 50000'],
  [
    { field: 'amount', is: 'between', value: ['today', 'P1D'] },
    'Amount is a number; compare it with a number without quotes, such as 50000',
  ],
  [{ field: 'seats', is: 'oneOf', value: [1, '2'] }, 'Seats is a number; compare it with a number without quotes, such as 50000'],
  [
    { field: 'close-date', is: 'equal', value: 'soon' },
    "Close Date is a date; compare it with a date such as '2026-11-22', 'today' or a duration from today such as 'P14D'",
  ],
  [
    { field: 'close-date', is: 'between', value: [1, 2] },
    "Close Date is a date; compare it with a date such as '2026-11-22', 'today' or a duration from today such as 'P14D'",
  ],
  [
    { field: 'budget-confirmed', is: 'equal', value: 'yes' },
    'Budget Confirmed is yes or no; compare it with true or false, without quotes',
  ],
  [{ field: 'next-step', is: 'equal', value: 5 }, 'Next Step is a text; compare it with a text in quotes'],
  [
    { field: 'industry', is: 'equal', value: true },
    'Industry is one choice of a list; compare it with the id or the label of a choice, in quotes',
  ],
  [{ field: 'regions', is: 'equal', value: 1 }, 'Regions is a list of choices; compare it with the id or the label of a choice, in quotes'],
  [{ answer: 'who-signs', is: 'above', value: 5 }, "'above' compares numbers, and Who signs? is a text; use equal, oneOf or contains"],
  [
    { answer: 'go-live', is: 'equal', value: true },
    "When do they go live? is a date; compare it with a date such as '2026-11-22', 'today' or a duration from today such as 'P14D'",
  ],
])('%j: %s', (test, message) => {
  expect(misfit(test, subjectOf(test)!)).toBe(message);
});

describe('another field', () => {
  const against = (type: FieldType, other?: FieldType): string | null =>
    misfit({ field: 'one', is: 'equal', value: { field: 'other' } }, { label: 'One', type }, other && { label: 'Other', type: other });

  it.each<[FieldType, FieldType]>([
    ['currency', 'number'],
    ['percent', 'percent'],
    ['date', 'datetime'],
    ['boolean', 'boolean'],
    ['text', 'reference'],
    ['picklist', 'text'],
    ['multi-picklist', 'picklist'],
  ])('of type %s is comparable with %s, both ways', (type, other) => {
    expect([against(type, other), against(other, type)]).toEqual([null, null]);
  });

  it.each<[FieldType, FieldType, string]>([
    ['number', 'date', 'One is a number and Other is a date, so they cannot be compared'],
    ['date', 'text', 'One is a date and Other is a text, so they cannot be compared'],
    ['boolean', 'picklist', 'One is yes or no and Other is one choice of a list, so they cannot be compared'],
    ['multi-picklist', 'percent', 'One is a list of choices and Other is a number, so they cannot be compared'],
  ])('of type %s is not comparable with %s', (type, other, message) => {
    expect(against(type, other)).toBe(message);
  });

  it('that the pack does not know is left to whoever looks for it', () => {
    expect(against('number')).toBeNull();
  });
});
