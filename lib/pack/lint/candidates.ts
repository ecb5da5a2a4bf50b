/**
 * Values worth trying on a set of tests of one thing: if any value passes them all, one of these does. The tests themselves are judged by the
 * evaluator, so nothing here says twice what an operator means.
 */
import type { Operand } from '../../criteria/condition';
import { parseDateOperand } from '../../criteria/dates';
import type { FieldType, Subject } from '../../criteria/facts';
import type { Value } from '../../crm/adapter';
import type { Literal } from './literals';

/** A value, what it is called, and the day on which it is looked at. */
export interface Candidate {
  value: Value;
  label?: string;
  /** Days since 1970. */
  today: number;
}

/** Nobody would type this into a record. */
const strange = '\uE000';
const mostDays = 16;

/**
 * Null where there are too many to try.
 * @param literals the tests of `subject` alone
 * @param today days since 1970
 */
export function candidatesFor(subject: Subject, literals: readonly Literal[], today: number): Candidate[] | null {
  const operands = literals.flatMap(operandsOf);
  const none: Candidate = { value: null, today };
  if (subject.type === 'date' || subject.type === 'datetime') {
    const moments = momentsAround(operands, subject.type, today);
    return moments && [none, ...moments];
  }
  return [none, ...valuesAround(subject, literals, operands).map((candidate) => ({ ...candidate, today }))];
}

function operandsOf({ test }: Literal): Operand[] {
  if (!('value' in test)) return [];
  if (Array.isArray(test.value)) return [...test.value];
  return typeof test.value === 'object' ? [] : [test.value];
}

function valuesAround(
  { type, choices = [] }: Subject,
  literals: readonly Literal[],
  operands: readonly Operand[],
): Omit<Candidate, 'today'>[] {
  switch (type) {
    case 'boolean':
      return [{ value: true }, { value: false }];
    case 'number':
    case 'currency':
    case 'percent':
      return numbersAround(operands.filter((operand) => typeof operand === 'number'));
    case 'picklist': {
      const known = choices.map(({ id, label, aliases }) => ({ value: aliases[0] ?? id, label }));
      return [...known, ...texts(operands), { value: strange }];
    }
    case 'multi-picklist': {
      const pieces = piecesOf(literals);
      return [
        ...texts(operands).map(({ value, ...rest }) => ({ value: [value], ...rest })),
        { value: pieces },
        { value: [...pieces, strange] },
      ];
    }
    case 'text':
    case 'reference':
      return [...texts(operands), { value: `${strange} ${piecesOf(literals).join(` ${strange} `)} ${strange}` }];
    case 'date':
    case 'datetime':
      return [];
  }
}

/** Each text; and a value that is told by one of them and labelled with another, as `closedwon` is labelled `Closed Won`. */
function texts(operands: readonly Operand[]): { value: string; label?: string }[] {
  const all = [...new Set(operands.filter((operand) => typeof operand === 'string'))];
  return all.flatMap((value) => [{ value }, ...all.filter((label) => mayLabel(value, label)).map((label) => ({ value, label }))]);
}

/** Where the pack does not list the values, their spelling has to tell. A number is an internal id, which may be labelled anything. */
function mayLabel(value: string, label: string): boolean {
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return value !== label && (/^\d+$/.test(value) || letters(value) === letters(label));
}

/** What must be in a value. */
function piecesOf(literals: readonly Literal[]): string[] {
  return literals.flatMap(({ test, wanted }) => (wanted && test.is === 'contains' ? [test.value] : []));
}

/** Each number, one between each two neighbours, and one beyond each end. */
function numbersAround(numbers: readonly number[]): { value: number }[] {
  const ordered = [...new Set(numbers)].sort((left, right) => left - right);
  const [first, last] = [ordered[0] ?? 0, ordered.at(-1) ?? 0];
  const between = ordered.flatMap((low, position) => [low, (low + (ordered[position + 1] ?? low)) / 2]);
  return [first - 1, ...between, last + 1].map((value) => ({ value }));
}

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Time goes by, and what is so many days from today passes by every date in the end: so days from today on are tried as well. */
function momentsAround(operands: readonly Operand[], type: FieldType, today: number): Candidate[] | null {
  const moments = operands.flatMap((operand) => (typeof operand === 'string' ? (parseDateOperand(operand) ?? []) : []));
  const relative = moments.flatMap((moment) => ('fromToday' in moment ? [moment.fromToday] : []));
  const instants = moments.flatMap((moment) => ('at' in moment ? [moment.at] : []));
  const days = [...moments.flatMap((moment) => ('day' in moment ? [moment.day] : [])), ...instants.map((at) => Math.floor(at / dayMs))];
  if (relative.length * days.length > mostDays) return null;
  const later = days.flatMap((day) => relative.flatMap((offset) => [-3, -2, -1, 0, 1, 2, 3].map((shift) => day - offset + shift)));
  const candidates = [...new Set([today, ...later.filter((day) => day > today)])].flatMap((now) => {
    const near = [now, ...relative.map((offset) => now + offset), ...days].flatMap((day) => [day - 1, day, day + 1]);
    const shown =
      type === 'date'
        ? near.map(dayText)
        : [...near.map((day) => instantText(day * dayMs + dayMs / 2)), ...instants.flatMap(aroundInstant)];
    return [...new Set(shown)].flatMap((value): Candidate[] => (value === null ? [] : [{ value, today: now }]));
  });
  return candidates;
}

function aroundInstant(at: number): (string | null)[] {
  return [at - minuteMs, at, at + minuteMs].map(instantText);
}

/** Null outside the years that dates are written in. */
function instantText(at: number): string | null {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  const year = date.getUTCFullYear();
  return year > 0 && year < 10_000 ? date.toISOString() : null;
}

function dayText(day: number): string | null {
  return instantText(day * dayMs)?.slice(0, 10) ?? null;
}
