/** What conditions look at, what their words need, and what judging one gives. */
import type { Source, Value } from '../crm/adapter';
import type { Leaf, Truth } from './condition';

export type FieldType =
  'text' | 'number' | 'currency' | 'percent' | 'date' | 'datetime' | 'boolean' | 'picklist' | 'multi-picklist' | 'reference';

/** The types that tests tell apart. */
export type Family = 'text' | 'number' | 'date' | 'boolean' | 'choice' | 'choices';

/** What is known of one pack field: absent from `Facts.readings` when it cannot be seen. `value` is typed: numbers are numbers, dates ISO text. */
export interface KnownValue {
  value: Value;
  label?: string;
  source: Source;
  at: number;
  /** True when the held save itself writes this field with another value than before; left out when what it held before is not known. */
  changed?: boolean;
}

/** Everything a condition may look at. Times are milliseconds since 1970. Records by own property only. */
export interface Facts {
  readings: Readonly<Record<string, KnownValue>>;
  steps: Readonly<Record<string, 'done' | 'na' | 'open'>>;
  answers: Readonly<Record<string, Value>>;
  approvals: Readonly<Record<string, 'granted' | 'refused'>>;
  events: Readonly<Record<string, number>>;
  /** The roles the rep has said to have; left out where none was said. Only the judge looks at them. */
  roles?: readonly string[];
  now: number;
  /** The rep's IANA time zone, for "today". */
  timeZone: string;
}

/** One value of a picklist. Conditions may name it by id, by label or by any value that a CRM has for it. */
export interface Choice {
  id: string;
  label: string;
  /** The CRM's own values that mean it. */
  aliases: readonly string[];
}

/** A field or a question as conditions speak of it. */
export interface Subject {
  label: string;
  type: FieldType;
  /** Where the pack lists the values. */
  choices?: readonly Choice[];
}

/** Working hours, for clocks that stand still outside them. */
export interface Calendar {
  title: string;
  /** IANA; null: the rep's own. */
  timeZone: string | null;
  /** From Sunday to Saturday: spans of minutes since midnight, `[540, 1020]`, in order, not overlapping. */
  hours: readonly (readonly (readonly [from: number, to: number])[])[];
  /** ISO days. */
  holidays: ReadonlySet<string>;
}

/** What a condition's words and tests need from the pack. */
export interface Vocabulary {
  fields: Readonly<Record<string, Subject>>;
  steps: Readonly<Record<string, { title: string }>>;
  answers: Readonly<Record<string, Subject>>;
  /** `byCode`: a code grants it, and a tick does not. */
  approvals: Readonly<Record<string, { title: string; byCode?: boolean }>>;
  events: Readonly<Record<string, { label: string }>>;
  calendars: Readonly<Record<string, Calendar>>;
}

/** Why a condition came out as it did: one entry per leaf, in the pack's order. */
export interface Trace {
  leaf: Leaf;
  result: Truth;
  /** The sentence of the leaf, "Budget is filled". */
  sentence: string;
  /** What is known of the field that it asks for; left out where that cannot be seen. */
  known?: KnownValue;
  /** The same for the field that it compares with. */
  other?: KnownValue;
  /** The rep's answer that it asks for; null where there is none yet. */
  answer?: Value;
}

export interface Evaluation {
  result: Truth;
  trace: Trace[];
  /** The rep's, for the words. */
  timeZone: string;
}
