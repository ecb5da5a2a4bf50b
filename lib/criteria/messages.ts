/** Every English text of the condition language, one function per sentence, so that another language is another copy of this file. */
import type { Duration } from './dates';

/** For Intl: how numbers and dates are written in these sentences. */
export const language = 'en';

const is = (negated: boolean): string => (negated ? 'is not' : 'is');
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What a leaf asks for. `negated` turns it round: "Discount is not above 15 %". Values come in as text, already formatted. */
export const asks = {
  filled: (field: string, negated: boolean) => `${field} ${is(negated)} filled`,
  empty: (field: string, negated: boolean) => `${field} ${is(negated)} empty`,
  changed: (field: string, negated: boolean) => `${field} ${is(negated)} changed by this save`,
  equal: (field: string, value: string, negated: boolean) => `${field} ${is(negated)} ${value}`,
  oneOf: (field: string, values: string, negated: boolean) => `${field} ${is(negated)} one of ${values}`,
  contains: (field: string, value: string, negated: boolean) => `${field} ${negated ? 'does not contain' : 'contains'} ${value}`,
  above: (field: string, value: string, negated: boolean) => `${field} ${is(negated)} above ${value}`,
  atLeast: (field: string, value: string, negated: boolean) => `${field} ${is(negated)} at least ${value}`,
  below: (field: string, value: string, negated: boolean) => `${field} ${is(negated)} below ${value}`,
  atMost: (field: string, value: string, negated: boolean) => `${field} ${is(negated)} at most ${value}`,
  between: (field: string, low: string, high: string, negated: boolean) => `${field} ${is(negated)} between ${low} and ${high}`,
  before: (field: string, value: string, negated: boolean) => `${field} ${is(negated)} before ${value}`,
  after: (field: string, value: string, negated: boolean) => `${field} ${is(negated)} after ${value}`,
  isToday: (field: string, negated: boolean) => `${field} ${is(negated)} today`,
  within: (field: string, span: string, negated: boolean) => `${field} ${is(negated)} within the next ${span}`,
  stepDone: (step: string, negated: boolean) => `“${step}” ${is(negated)} done`,
  answered: (question: string, negated: boolean) => `“${question}” ${is(negated)} answered`,
  answerEqual: (question: string, value: string, negated: boolean) => `the answer to “${question}” ${is(negated)} ${value}`,
  approved: (approval: string, negated: boolean) => `approval “${approval}” ${is(negated)} granted`,
  elapsed: (until: string, span: string, since: string, negated: boolean) =>
    `“${until}” ${negated ? 'does not come' : 'comes'} within ${span} of “${since}”`,
};

/** What is known, the words in parentheses. */
export const known = {
  unseen: () => 'it cannot be seen here',
  value: (value: string) => `it is ${value}`,
  noNumber: (value: string) => `it is ${value}, which is not a number`,
  noDate: (value: string) => `it is ${value}, which is not a date`,
  notComparable: (value: string) => `it is ${value}, which cannot be compared`,
  unreadable: () => 'it cannot be read',
  changedTo: (value: string) => `it is now ${value}`,
  beforeUnseen: (value: string) => `it is now ${value}; what it was before cannot be seen`,
  stepOpen: () => 'it is still open',
  noAnswer: () => 'not answered yet',
  otherAnswer: () => 'not so far',
  notApproved: () => 'not granted so far',
  tooLate: () => 'the time has run out',
  clockOpen: () => 'not known yet',
};

/** Groups of conditions. `parts` are whole sentences. */
export const groups = {
  both: (parts: readonly string[]) => parts.join(' and '),
  either: (parts: readonly string[]) => parts.join(' or '),
  allOf: (parts: readonly string[]) => `all of these ${parts.length}: ${parts.join('; ')}`,
  anyOf: (parts: readonly string[]) => `at least one of these ${parts.length}: ${parts.join('; ')}`,
  atLeast: (target: number, parts: readonly string[], negated: boolean) =>
    `${negated ? 'fewer than' : 'at least'} ${target} of these ${parts.length}: ${parts.join('; ')}`,
  atLeastFilled: (target: number, fields: readonly string[], negated: boolean) =>
    `${negated ? 'fewer than' : 'at least'} ${target} of these ${fields.length} are filled: ${fields.join(', ')}`,
  score: (target: number, parts: readonly string[], negated: boolean) =>
    `${negated ? 'fewer than' : 'at least'} ${plural(target, 'point', 'points')}: ${parts.join('; ')}`,
  points: (points: number, part: string) => `${points} for ${part}`,
  onlyIf: (sentence: string, condition: string) => `${sentence}; asked only if ${condition}`,
  soFar: (sure: number) => `${sure} so far`,
  unseen: (count: number) => `${count} cannot be seen here`,
  open: (count: number) => `${count} not known yet`,
};

export const values = {
  yes: () => 'yes',
  no: () => 'no',
  today: () => 'today',
  nothing: () => 'empty',
  text: (text: string) => `“${text}”`,
  percent: (number: string) => `${number} %`,
  instant: (text: string) => `${text} UTC`,
  list: (items: readonly string[]) => items.join(', '),
  choice: (items: readonly string[]) => [items.slice(0, -1).join(', '), ...items.slice(-1)].filter((part) => part !== '').join(' or '),
  duration: ({ weeks, days, hours, minutes }: Duration) => {
    const parts = [
      weeks > 0 ? plural(weeks, 'week', 'weeks') : '',
      days > 0 ? plural(days, 'day', 'days') : '',
      hours > 0 ? plural(hours, 'hour', 'hours') : '',
      minutes > 0 ? plural(minutes, 'minute', 'minutes') : '',
    ].filter((part) => part !== '');
    return parts.length > 0 ? parts.join(' ') : plural(0, 'minute', 'minutes');
  },
};

/** Why a condition is refused when a pack is loaded. Read by the manager who wrote it, beside the path of the mistake. */
export const refusals = {
  missing: (message: string) => `is missing; it ${message}`,
  noCondition: () => "must be a condition, such as { field: 'budget', is: 'filled' }",
  noKind: (kinds: readonly string[]) => `says nothing to check; start with one of: ${kinds.join(', ')}`,
  ofAlone: () => "'of' needs 'atLeast' or 'score' beside it",
  unknownKey: (key: string, near: string | null, known: readonly string[]) =>
    `'${brief(key)}' is not known here; ${near === null ? `use only: ${known.join(', ')}` : `did you mean '${near}'?`}`,
  noIs: (known: readonly string[]) => `must be ${oneOfThese(known)}`,
  unknownIs: (is: string, near: string | null, known: readonly string[]) =>
    `'${brief(is)}' is not known here; ${near === null ? `use ${oneOfThese(known)}` : `did you mean '${near}'?`}`,
  noList: () => 'must be a list of conditions',
  emptyList: () => 'is an empty list; add at least one entry or leave the condition out',
  longList: (most: number) => `must have at most ${most} entries`,
  noScored: () => "must be an entry with points, such as { points: 20, when: { field: 'budget', is: 'filled' } }",
  wholeNumber: () => 'must be a whole number of 1 or more',
  tooFew: (asked: number, possible: number) => `asks for ${asked}, but its list makes ${possible} at most, so it could never be met`,
  name: () => 'must be a name, in quotes',
  longText: (most: number) => `must be at most ${most} characters long`,
  number: () => 'must be a number without quotes or separators, such as 50000',
  text: () => 'must be a text in quotes',
  operand: () => 'must be a text in quotes, a number, or true or false',
  operands: () => "must be a list of values, such as ['Price', 'Timing']",
  date: () => "must be a date such as '2026-11-22', a time such as '2026-11-22T09:00:00Z', or 'today'",
  pair: () => "must be a list of two numbers or two dates, such as [10, 20] or ['2026-01-01', '2026-03-31']",
  wrongOrder: () => 'must start with the smaller of the two',
  duration: () => "must be a duration of weeks, days, hours and minutes, such as 'P14D' or 'PT2H'",
  wholeDays: () => "must be a duration of whole days or weeks, such as 'P14D' or 'P2W'",
  tooDeep: (most: number) => `conditions can be nested ${most} deep at most`,
  tooMany: (most: number) => `a condition can have ${most} parts at most; split it into several criteria`,
};

function oneOfThese(known: readonly string[]): string {
  return known.length === 1 ? `'${known.join('')}'` : `one of: ${known.join(', ')}`;
}

/** A pack's own words inside a message. */
function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
