/** The condition language holds to the tables of tests/conformance, and the tables leave no part of it out. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTables, type Table } from '../../../../cli/docs/tables';
import type { Truth } from '../../../../lib/criteria/condition';
import { evaluate } from '../../../../lib/criteria/evaluate';
import type { FieldType, Vocabulary } from '../../../../lib/criteria/facts';
import { tests } from '../../../../lib/criteria/leaf-shapes';
import { sentenceOf } from '../../../../lib/criteria/sentence';
import { factsOf, loaded, wordsOfTable } from './from-table';

const tables = readTables(join(import.meta.dirname, '../../../conformance'));
const opposite: Record<Truth, Truth> = { true: 'false', false: 'true', unknown: 'unknown' };

describe.each(tables)('$title', (table) => {
  const words = wordsOfTable(table);

  it.each(table.cases)('$title', (one) => {
    const load = loaded(one.condition, words);
    if ('refused' in one) {
      expect('refused' in load ? load.refused : 'it is not refused').toContainEqual(expect.stringContaining(one.refused));
      return;
    }
    if ('refused' in load) throw new Error(load.refused.join('\n'));
    const { condition } = load;
    for (const situation of one.situations) {
      const facts = factsOf(table, situation);
      const evaluation = evaluate(condition, facts, words);
      const told = { result: evaluation.result, sentence: plain(sentenceOf(condition, evaluation, words)) };
      expect(told, JSON.stringify(situation.facts)).toEqual({ result: situation.result, sentence: situation.sentence });
      expect(evaluate({ not: condition }, facts, words).result).toBe(opposite[evaluation.result]);
    }
  });
});

describe('the tables are complete', () => {
  /** Types that are compared alike need one example between them. */
  const families: Record<string, { types: FieldType[]; operand: string | number | boolean }> = {
    text: { types: ['text', 'reference'], operand: 'a' },
    number: { types: ['number', 'currency', 'percent'], operand: 1 },
    date: { types: ['date', 'datetime'], operand: 'today' },
    'yes or no': { types: ['boolean'], operand: true },
    choice: { types: ['picklist'], operand: 'a' },
    choices: { types: ['multi-picklist'], operand: 'a' },
  };

  const operators = Object.keys(tests.answer);
  const emptyWords: Vocabulary = { fields: {}, steps: {}, answers: {}, approvals: {}, events: {}, calendars: {} };
  const shown = new Set(tables.flatMap(shownIn));

  it.each(Object.entries(families))('%s: each test that it can be asked for comes out true, false and unknown', (_, { types, operand }) => {
    const words: Vocabulary = { ...emptyWords, fields: { it: { label: 'It', type: types[0] ?? 'text' } } };
    const fitting = operators.filter((is) => 'condition' in loaded({ field: 'it', is, ...valueOf(is, operand) }, words));
    const expected = fitting.flatMap((is) => ['true', 'false', 'unknown'].map((result) => `${is}: ${result}`));
    expect(expected.length).toBeGreaterThan(6);
    expect(expected.filter((one) => !types.some((type) => shown.has(`${type} ${one}`)))).toEqual([]);
  });

  function valueOf(is: string, operand: string | number | boolean): { value?: unknown } {
    if (is === 'filled' || is === 'empty') return {};
    if (is === 'oneOf') return { value: [operand] };
    if (is === 'between') return { value: [operand, operand] };
    return { value: is === 'within' ? 'P1D' : operand };
  }

  /** `date within: true`, for the examples that ask one field one thing. */
  function shownIn(table: Table): string[] {
    const words = wordsOfTable(table);
    return table.cases.flatMap((one) => {
      const load = loaded(one.condition, words);
      if ('refused' in one || 'refused' in load || !('field' in load.condition)) return [];
      const { field, is } = load.condition;
      return one.situations.map(({ result }) => `${words.fields[field]?.type} ${is}: ${result}`);
    });
  }
});

/** Intl writes spaces of several kinds. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ');
}
