/** The schema that editors use says the same as the reader of packs, as far as a shape can say it. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { condition } from '../../../../lib/criteria/parse';
import { packJsonSchema } from '../../../../lib/pack/json-schema';
import { readShape } from '../../../../lib/pack/shape';
import { packOfEveryKey, put } from './every-key';
import { misfits } from './json-schema-check';
import { samplePack } from './sample';

const schema = packJsonSchema();
const packs = resolve(import.meta.dirname, '../../../../public/packs');

it.each(readdirSync(packs).filter((file) => /\.(json|ya?ml)$/.test(file)))('the starter pack %s fits', (file) => {
  expect(misfits(schema, parse(readFileSync(resolve(packs, file), 'utf8')))).toEqual([]);
});

it('the pack of every key fits, and the sample', () => {
  expect(misfits(schema, packOfEveryKey())).toEqual([]);
  expect(misfits(schema, samplePack())).toEqual([]);
});

describe('what the reader refuses for its shape does not fit', () => {
  it.each<[why: string, path: (string | number)[], value: unknown]>([
    ['a key that is not known', ['sops', 0, 'exit', 0, 'sevrity'], 'warn'],
    ['a key that is not known, at the top', ['pipeline'], []],
    ['a missing key', ['sops', 0, 'purpose'], undefined],
    ['a severity that is none', ['sops', 0, 'exit', 0, 'severity'], 'wran'],
    ['a number for text', ['title'], 7],
    ['text that is too long', ['title'], 'x'.repeat(201)],
    ['a text by language with a word for one', ['title'], { English: 'x' }],
    ['a text by language with a number', ['sops', 0, 'purpose'], { en: 7 }],
    ['another format', ['format'], 2],
    ['an id with capitals', ['fields', 0, 'id'], 'Amount'],
    ['a CRM field without its object', ['fields', 0, 'in', 'hubspot'], 'amount'],
    ['a fix that leads nowhere', ['sops', 0, 'exit', 0, 'fix'], {}],
    ['a link that is not https', ['sops', 0, 'exit', 0, 'fix'], { url: 'javascript:alert(1)' }],
    ['an empty list', ['sops', 0, 'stages'], []],
    ['a key that is too short', ['approvers', 0, 'key'], 'cfRq50QhjB7ku01QV9FwgYPnAk9QkCiKHf4execRof'],
    ['a key whose last letter no key ends with', ['approvers', 0, 'key'], 'cfRq50QhjB7ku01QV9FwgYPnAk9QkCiKHf4execRofp'],
  ])('%s', (_, path, value) => {
    const pack = JSON.parse(JSON.stringify(packOfEveryKey())) as unknown;
    put(pack, path, value);
    const written: unknown = JSON.parse(JSON.stringify(pack));
    expect(readShape(written).pack).toBeNull();
    expect(misfits(schema, written)).not.toEqual([]);
  });
});

describe('a condition fits where the reader takes it', () => {
  const fits = (data: unknown): boolean => {
    const pack = samplePack();
    put(pack, ['sops', 0, 'exit', 0, 'when'], data);
    return misfits(schema, pack).length === 0;
  };
  const leaf = { field: 'budget', is: 'filled' };
  const values: Record<string, object[]> = {
    nothing: [{}],
    text: [{ value: 'x' }],
    number: [{ value: 7 }],
    'true or false': [{ value: true }],
    'a list': [{ value: ['x', 'y'] }, { value: [] }],
    'a pair of numbers': [{ value: [1, 2] }],
    'a pair of dates': [{ value: ['2026-01-01', '2026-12-31'] }],
    'three numbers': [{ value: [1, 2, 3] }],
    'a day': [{ value: '2026-11-22' }, { value: 'today' }],
    'a duration': [{ value: 'P14D' }, { value: '-P30D' }],
    'another field': [{ value: { field: 'amount' } }],
    'another field and more': [{ value: { field: 'amount', of: 'x' } }],
  };
  const operators =
    'filled empty changed equal oneOf contains above atLeast below atMost between before after within nope done granted'.split(' ');
  const kinds = ['field', 'answer', 'step', 'approval'];
  /** What only the reader can tell: that a text is a date or a duration. */
  const finer = (is: string, value: object) =>
    ['before', 'after', 'between', 'within'].includes(is) && JSON.stringify(Object.values(value)).includes('"');

  it.each(kinds.flatMap((kind) => operators.map((is) => [kind, is] as const)))('%s … %s, with any value', (kind, is) => {
    for (const [what, list] of Object.entries(values)) {
      for (const value of list) {
        const data = { [kind]: 'budget', is, ...value };
        const taken = condition.safeParse(data).success;
        if (taken || !finer(is, value)) expect([what, value, fits(data)]).toEqual([what, value, taken]);
      }
    }
  });

  it.each<[why: string, data: unknown]>([
    ['all', { all: [leaf, leaf] }],
    ['any', { any: [leaf] }],
    ['not', { not: leaf }],
    ['at least', { atLeast: 1, of: [leaf, leaf] }],
    ['score', { score: 20, of: [{ points: 20, when: leaf }] }],
    ['one in the other', { all: [{ any: [{ not: { atLeast: 1, of: [leaf] } }] }] }],
    ['elapsed', { elapsed: 'PT2H', since: 'assigned', until: 'called' }],
    ['elapsed by a calendar', { elapsed: 'PT2H', since: 'assigned', until: 'called', calendar: 'business' }],
    ['an empty list', { all: [] }],
    ['two kinds at once', { all: [leaf], any: [leaf] }],
    ['a list for one', { not: [leaf] }],
    ['at least none', { atLeast: 0, of: [leaf] }],
    ['at least half', { atLeast: 0.5, of: [leaf] }],
    ['of alone', { of: [leaf] }],
    ['a score of conditions without points', { score: 1, of: [leaf] }],
    ['elapsed without an end', { elapsed: 'PT2H', since: 'assigned' }],
    ['elapsed without a duration', { elapsed: 'soon', since: 'assigned', until: 'called' }],
    ['a mistake deep inside', { all: [{ not: { any: [{ field: 'budget', is: 'fillled' }] } }] }],
    ['a key too many', { ...leaf, severity: 'block' }],
    ['no condition', 'budget'],
    ['nothing', {}],
  ])('%s', (_, data) => {
    expect(fits(data)).toBe(condition.safeParse(data).success);
  });
});

it('has a hint for every key', () => {
  expect(hintless(schema)).toEqual([]);
});

/** Keys without a description, as they stand in the schema. */
function hintless(part: unknown, path = ''): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]: [string, unknown]) => {
    if (key !== 'properties') return hintless(inner, `${path}/${key}`);
    return Object.entries(inner as Record<string, unknown>).flatMap(([name, one]) => [
      ...(typeof one === 'object' && one !== null && 'description' in one ? [] : [`${path}/${name}`]),
      ...hintless(one, `${path}/${name}`),
    ]);
  });
}
