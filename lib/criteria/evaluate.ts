/** Conditions to truth: pure, total, no clock. DESIGN §4. */
import type { Source, Value } from '../crm/adapter';
import type { Condition, Leaf, Truth } from './condition';
import { truthOf } from './kleene';
import { readingOf, testLeaf } from './leaf';
import { leafSentence } from './leaf-sentence';

export type FieldType =
  'text' | 'number' | 'currency' | 'percent' | 'date' | 'datetime' | 'boolean' | 'picklist' | 'multi-picklist' | 'reference';

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
  now: number;
  /** The rep's IANA time zone, for "today". */
  timeZone: string;
}

/** What a condition's words need from the pack. */
export interface Vocabulary {
  fields: Readonly<Record<string, { label: string; type: FieldType }>>;
  steps: Readonly<Record<string, { title: string }>>;
  answers: Readonly<Record<string, { title: string }>>;
  approvals: Readonly<Record<string, { title: string }>>;
}

/** Why a condition came out as it did: one entry per leaf, in the pack's order. */
export interface Trace {
  leaf: Leaf;
  result: Truth;
  /** The sentence of the leaf, "Budget is filled". */
  sentence: string;
  known?: KnownValue;
}

export interface Evaluation {
  result: Truth;
  trace: Trace[];
}

/**
 * Judge a condition by Kleene's logic. Never throws, whatever the facts hold, for any condition that `parse.ts` let through; what cannot be
 * seen or compared is unknown. The trace has one entry per leaf, in the pack's order, whether or not it decided the result.
 */
export function evaluate(condition: Condition, facts: Facts, words: Vocabulary): Evaluation {
  const trace: Trace[] = [];
  const result = truthOf(condition, (leaf) => {
    const known = 'field' in leaf ? readingOf(facts, leaf.field) : undefined;
    const truth = testLeaf(leaf, known, facts, words);
    const sentence = leafSentence(leaf, words);
    trace.push(known ? { leaf, result: truth, sentence, known } : { leaf, result: truth, sentence });
    return truth;
  });
  return { result, trace };
}
