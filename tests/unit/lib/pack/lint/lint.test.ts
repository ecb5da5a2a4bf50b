/** The lint as a whole: what it throws, what it finds, in which order, and that no pack brings it down. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintPack, lintText } from '../../../../../lib/pack/lint/lint';
import { rules } from '../../../../../lib/pack/lint/rules';
import { PackError } from '../../../../../lib/pack/load';
import { packSchema } from '../../../../../lib/pack/schema';
import { packOfEveryKey } from '../every-key';
import { samplePack, spoilt } from '../sample';
import { today } from './linted';

const files = readdirSync('lib/pack/lint/rules').map((file) => file.replace(/\.ts$/, ''));

describe('every rule', () => {
  it('stands in a file of its own that bears its id, and is registered', () => {
    expect(rules.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  it('has a test file', () => {
    expect(readdirSync('tests/unit/lib/pack/lint/rules').toSorted()).toEqual(files.map((file) => `${file}.test.ts`).toSorted());
  });

  it.each(rules.map(({ id, about }) => [id, about]))('%s says in one sentence what it finds', (_, about) => {
    expect(about).toMatch(/^[A-Z][^\n]{20,160}\.$/);
  });
});

it.each([
  ['unreadable text', '{"format": 1,'],
  ['a part of the wrong shape', spoilt(['sops', 0, 'exit', 0, 'severity'], 'loud')],
])('%s is thrown', async (_, text) => {
  await expect(lintText(text, { today })).rejects.toBeInstanceOf(PackError);
});

it('names that lead nowhere are thrown together with a wrong shape', async () => {
  const sops = [{ ...samplePack().sops[0], title: 7, pipeline: 'sale' }];
  await expect(lintText(JSON.stringify({ ...samplePack(), sops }), { today })).rejects.toMatchObject({
    problems: [{ path: 'sops[0] › title' }, { path: 'sops[0] › pipeline' }],
  });
});

describe('what a load is refused for, though the shape is right, is found as an error:', () => {
  it.each<[rule: string, path: (string | number)[], value: unknown, fix: string]>([
    ['unknown-name', ['sops', 0, 'pipeline'], 'sale', 'use a name that the pack defines, or define this one'],
    ['duplicate', ['reasonCodes', 1, 'id'], 'told', 'give one of the two another name, or take it out'],
    [
      'unfit-test',
      ['sops', 0, 'exit', 0, 'when'],
      { field: 'amount', is: 'contains', value: 'x' },
      'change the test, or the type or the values of the field',
    ],
    [
      'self-tick',
      ['sops', 0, 'phases', 0, 'steps', 0, 'doneWhen'],
      { step: 'ask-buyer', is: 'done' },
      'let the step tick itself by a field or an answer',
    ],
    ['language', ['title'], { en: 'A', de: 'B' }, 'give the text in the pack’s language, and announce the others under languages'],
    [
      'calendar',
      ['calendars'],
      [{ id: 'x', title: 'X', hours: { monday: ['10:00-09:00'] } }],
      'write the working hours of a day in order, such as 09:00-12:30 and 13:30-17:30',
    ],
  ])('%s', async (rule, path, value, fix) => {
    const { findings } = await lintText(spoilt(path, value), { today });
    const errors = findings.filter((finding) => finding.rule === rule);
    expect(errors).toMatchObject([{ level: 'error', fix }]);
    expect(errors[0]?.message).toBeTruthy();
  });
});

it('errors come first, and each level in the pack’s order', async () => {
  const pack = samplePack();
  const sops = pack.sops.map((sop) => ({ ...sop, exit: [{ ...sop.exit[0], severity: 'block', fix: undefined }] }));
  const { findings } = await lintText(JSON.stringify({ ...pack, sops, fields: [...pack.fields, pack.fields[0]] }), { today });
  expect(findings.map(({ level, rule, place }) => `${level} ${rule} ${place}`)).toEqual([
    'error duplicate fields[3] › id',
    'error block-without-way-out sops[0] "Discovery call" › exit[0]',
    'advice unused fields[0]',
    'advice unused fields[2]',
    'advice unused fields[3]',
    'advice stage-without-sop pipelines[0] "Sales" › stages[1] "Show"',
    'advice stage-without-sop pipelines[0] "Sales" › stages[2] "Offer"',
    'advice missing-owner sops[0] "Discovery call"',
  ]);
});

it('a parsed pack is linted in the same way, and places are told by the titles of its own language', () => {
  const pack = packSchema.parse({ ...samplePack(), languages: ['de'] });
  const sops = pack.sops.map((sop) => ({ ...sop, title: packSchema.shape.title.parse({ de: 'Erstgespräch', en: 'First call' }) }));
  expect(lintPack({ ...pack, sops }, { today }).find(({ rule }) => rule === 'missing-owner')?.place).toBe('sops[0] "First call"');
});

/** Every place of some data, from the top down. */
function placesIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...inner.flatMap(([key, entry]) => placesIn(entry, [...path, key]))];
}

/** Takes an entry out of a list, or a key out of an object. */
function without(data: unknown, [first, ...rest]: (string | number)[]): unknown {
  if (Array.isArray(data)) {
    const entries: unknown[] = data;
    return entries.flatMap((entry, at) => (at === first ? (rest.length > 0 ? [without(entry, rest)] : []) : [entry]));
  }
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, entry]: [string, unknown]) =>
      key === first ? (rest.length > 0 ? [[key, without(entry, rest)]] : []) : [[key, entry]],
    ),
  );
}

const starters = readdirSync('public/packs').filter((file) => file.endsWith('.json'));
const packs = [packOfEveryKey(), ...starters.map((file): unknown => JSON.parse(readFileSync(`public/packs/${file}`, 'utf8')))];

it('no pack that the schema accepts brings a rule down, and the same pack is told the same', () => {
  const sources = packs.map((pack) => ({ pack, places: placesIn(pack).filter(({ length }) => length > 0) }));
  const cut = fc
    .constantFrom(...sources)
    .chain(({ pack, places }) => fc.array(fc.constantFrom(...places), { maxLength: 4 }).map((cuts) => cuts.reduce<unknown>(without, pack)));
  fc.assert(
    fc.property(cut, (data) => {
      const parsed = packSchema.safeParse(data);
      if (!parsed.success) return;
      const findings = lintPack(parsed.data, { today });
      expect(lintPack(parsed.data, { today })).toEqual(findings);
      for (const { message, fix, rule } of findings) expect([message, fix, rule].every((text) => text.length > 0)).toBe(true);
    }),
    { numRuns: 15 },
  );
}, 60_000);
