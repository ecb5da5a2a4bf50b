/** Which operators make sense for which type of value, and what they can compare it with. One table, looked up when a pack is loaded. */
import type { AnswerTest, FieldTest, Operator } from './condition';
import type { Family, FieldType, Subject } from './facts';
import { parseDateOperand } from './dates';
import { misfits } from './messages';

const families: Readonly<Record<FieldType, Family>> = {
  text: 'text',
  reference: 'text',
  number: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'date',
  boolean: 'boolean',
  picklist: 'choice',
  'multi-picklist': 'choices',
};

/** Every type can be filled, empty and changed as well. */
const comparisons: Readonly<Record<Family, readonly Operator[]>> = {
  text: ['equal', 'oneOf', 'contains'],
  number: ['equal', 'oneOf', 'above', 'atLeast', 'below', 'atMost', 'between'],
  date: ['equal', 'before', 'after', 'between', 'within'],
  boolean: ['equal'],
  choice: ['equal', 'oneOf'],
  choices: ['equal', 'contains'],
};

/** What a misplaced operator was most likely meant to be. */
const instead: Readonly<Partial<Record<Family, Readonly<Partial<Record<Operator, Operator>>>>>> = {
  number: { after: 'above', before: 'below' },
  date: { above: 'after', atLeast: 'after', below: 'before', atMost: 'before' },
  choice: { contains: 'oneOf' },
  choices: { oneOf: 'contains' },
};

/**
 * Why a test can never be judged for what it asks about, in words for the manager; null where it can. `other` is the field that it compares
 * with: left out where there is none, or none that the pack knows.
 */
export function misfit(test: FieldTest | AnswerTest, subject: Subject, other?: Subject): string | null {
  if (!('value' in test)) return null;
  const family = families[subject.type];
  const fitting = comparisons[family];
  if (test.is === 'equal' || fitting.includes(test.is)) return operandMisfit(test.value, family, subject, other);
  const near = instead[family]?.[test.is];
  return misfits.operator(test.is, subject.label, family, near ? [near] : fitting);
}

type Compared = Extract<FieldTest, { value: unknown }>['value'];

function operandMisfit(value: Compared, family: Family, subject: Subject, other: Subject | undefined): string | null {
  if (typeof value === 'object' && 'field' in value) {
    const fits = other === undefined || comparable(families[other.type]) === comparable(family);
    return fits ? null : misfits.other(subject.label, family, other.label, families[other.type]);
  }
  const operands = Array.isArray(value) ? value : [value];
  return operands.every((operand) => fitsIn(operand, family)) ? null : misfits.operand(subject.label, family);
}

/** Texts and choices are compared by their words. */
function comparable(family: Family): Family {
  return family === 'choice' || family === 'choices' ? 'text' : family;
}

function fitsIn(operand: string | number | boolean, family: Family): boolean {
  switch (family) {
    case 'number':
      return typeof operand === 'number';
    case 'boolean':
      return typeof operand === 'boolean';
    case 'date':
      return typeof operand === 'string' && parseDateOperand(operand) !== null;
    case 'text':
    case 'choice':
    case 'choices':
      return typeof operand === 'string';
  }
}
