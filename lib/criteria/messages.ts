/** Every English text of the condition language, one function per sentence, so that another language is another copy of this file. */
import type { Duration } from './dates';
import type { Family } from './facts';

/** For Intl: how numbers and dates are written in these sentences. */
export const language = 'en-GB';

const is = (negated: boolean): string => (negated ? 'is not' : 'is');
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What a leaf asks for. `negated` turns it round: "Discount is not above 15 %". Values come in as text, already formatted. */
export const asks = {
  filled: (field: string, negated: boolean) => `${field} ${is(negated)} filled`,
  empty: (field: string, negated: boolean) => `${field} ${is(negated)} empty`,
  changed: (field: string, negated: boolean) => `${field} ${is(negated)} changed by this save`,
  equal: (field: string, value: string, negated: boolean) => `${field} ${is(negated)} ${value}`,
  sameAs: (field: string, other: string, negated: boolean) => `${field} ${is(negated)} the same as ${other}`,
  oneOf: (field: string, values: string, negated: boolean) => `${field} ${is(negated)} one of ${values}`,
  contains: (field: string, value: string, negated: boolean) => `${field} ${negated ? 'does not contain' : 'contains'} ${value}`,
  above: (field: string, value: string, negated: boolean) => `${field} ${is(negated)} above ${value}`,
  atLeast: (field: string, value: string, negated: boolean) => `${field} ${is(negated)} at least ${value}`,
  below: (field: string, value: string, negated: boolean) => `${field} ${is(negated)} below ${value}`,
  atMost: (field: string, value: string, negated: boolean) => `${field} ${is(negated)} at most ${value}`,
  between: (field: string, low: string, high: string, negated: boolean) => `${field} ${is(negated)} between ${low} and ${high}`,
  before: (field: string, value: string, negated: boolean) => `${field} ${is(negated)} before ${value}`,
  after: (field: string, value: string, negated: boolean) => `${field} ${is(negated)} after ${value}`,
  /** `value` is told from today, "30 days ago". */
  earlier: (field: string, value: string, negated: boolean) => `${field} ${is(negated)} earlier than ${value}`,
  later: (field: string, value: string, negated: boolean) => `${field} ${is(negated)} later than ${value}`,
  isToday: (field: string, negated: boolean) => `${field} ${is(negated)} today`,
  within: (field: string, span: string, past: boolean, negated: boolean) =>
    `${field} ${is(negated)} within the ${past ? 'last' : 'next'} ${span}`,
  stepDone: (step: string, negated: boolean) => `“${step}” ${is(negated)} done`,
  answered: (question: string, negated: boolean) => `“${question}” ${is(negated)} answered`,
  approved: (approval: string, negated: boolean) => `approval “${approval}” ${is(negated)} granted`,
  /** `calendar` is the title of the working hours that count, or null for plain time. */
  elapsed: (until: string, span: string, since: string, calendar: string | null, negated: boolean) =>
    `“${until}” ${negated ? 'does not come' : 'comes'} within ${span} of “${since}”` +
    (calendar === null ? '' : `, in working time (${calendar})`),
};

/** What a sentence may speak of besides a field. */
export const subjects = {
  it: () => 'it',
  answer: (question: string) => `the answer to “${question}”`,
};

/** What is known, the words in parentheses. `what` is "it" or the label of another field. */
export const known = {
  unseen: (what: string) => `${what} cannot be seen here`,
  unreadable: (what: string) => `${what} cannot be read`,
  value: (what: string, value: string) => `${what} is ${value}`,
  noNumber: (what: string, value: string) => `${what} is ${value}, which is not a number`,
  noDate: (what: string, value: string) => `${what} is ${value}, which is not a date`,
  notComparable: (what: string, value: string) => `${what} is ${value}, which cannot be compared`,
  changedTo: (value: string) => `it is now ${value}`,
  beforeUnseen: (value: string) => `it is now ${value}; what it was before cannot be seen`,
  together: (parts: readonly string[]) => parts.join('; '),
  stepOpen: () => 'it is still open',
  noAnswer: () => 'not answered yet',
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
  way: (sentence: string, way: string) => `${sentence}; ${way}`,
};

/** What would do. `fields` are labels of fields to fill. */
export const ways = {
  fill: (fields: readonly string[]) => `shortest way: ${values.every(fields)}`,
  reach: (parts: readonly string[]) => `shortest way: ${parts.join('; ')}`,
};

export const values = {
  yes: () => 'yes',
  no: () => 'no',
  today: () => 'today',
  nothing: () => 'empty',
  text: (text: string) => `“${text}”`,
  percent: (number: string) => `${number} %`,
  utc: (text: string) => `${text} UTC`,
  fromToday: (span: string, past: boolean) => (past ? `${span} ago` : `${span} from today`),
  list: (items: readonly string[]) => items.join(', '),
  choice: (items: readonly string[]) => series(items, 'or'),
  every: (items: readonly string[]) => series(items, 'and'),
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
  otherField: (message: string) => `${message}; or another field, such as { field: 'start-date' }`,
  operand: () => 'must be a text in quotes, a number, or true or false',
  operands: () => "must be a list of values, such as ['Price', 'Timing']",
  date: () =>
    "must be a date such as '2026-11-22', a time such as '2026-11-22T09:00:00Z', 'today', or a duration from today such as 'P14D' or '-P30D'",
  pair: () => "must be a list of two numbers or two dates, such as [10, 20] or ['2026-01-01', '2026-03-31']",
  wrongOrder: () => 'must start with the smaller of the two',
  duration: () => "must be a duration of weeks, days, hours and minutes, such as 'P14D' or 'PT2H'",
  wholeDays: () => "must be a duration of whole days or weeks, such as 'P14D', or '-P30D' for the days before today",
  tooDeep: (most: number) => `conditions can be nested ${most} deep at most`,
  tooMany: (most: number) => `a condition can have ${most} parts at most; split it into several criteria`,
};

const kinds: Readonly<Record<Family, string>> = {
  text: 'a text',
  number: 'a number',
  date: 'a date',
  boolean: 'yes or no',
  choice: 'one choice of a list',
  choices: 'a list of choices',
};

const needs: Readonly<Record<Family, string>> = {
  text: 'a text in quotes',
  number: 'a number without quotes, such as 50000',
  date: "a date such as '2026-11-22', 'today' or a duration from today such as 'P14D'",
  boolean: 'true or false, without quotes',
  choice: 'the id or the label of a choice, in quotes',
  choices: 'the id or the label of a choice, in quotes',
};

const does = {
  oneOf: 'looks for one of several values',
  contains: 'looks into texts and lists',
  above: 'compares numbers',
  atLeast: 'compares numbers',
  below: 'compares numbers',
  atMost: 'compares numbers',
  before: 'compares dates',
  after: 'compares dates',
  between: 'compares numbers or dates',
  within: 'counts days',
};
/** The operators that some type cannot be asked for. */
type Misplaced = keyof typeof does;

/** Why a test is refused that does not fit the type of what it asks about. */
export const misfits = {
  operator: (is: Misplaced, subject: string, family: Family, fitting: readonly string[]) =>
    `'${is}' ${does[is]}, and ${brief(subject)} is ${kinds[family]}; use ${series(fitting, 'or')}`,
  operand: (subject: string, family: Family) => `${brief(subject)} is ${kinds[family]}; compare it with ${needs[family]}`,
  other: (subject: string, family: Family, other: string, otherFamily: Family) =>
    `${brief(subject)} is ${kinds[family]} and ${brief(other)} is ${kinds[otherFamily]}, so they cannot be compared`,
};

/** "a, b or c". */
function series(items: readonly string[], word: 'and' | 'or'): string {
  return [items.slice(0, -1).join(', '), ...items.slice(-1)].filter((part) => part !== '').join(` ${word} `);
}

function oneOfThese(known: readonly string[]): string {
  return known.length === 1 ? `'${known.join('')}'` : `one of: ${known.join(', ')}`;
}

/** A pack's own words inside a message. */
function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
