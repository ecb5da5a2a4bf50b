/** A pack's texts: all of them are found, and each is told in the reader's language where the pack has it. */
import { describe, expect, it } from 'vitest';
import { localise, textsOf } from '../../../../lib/pack/localise';
import { parsePack } from '../../../../lib/pack/load';
import { markdown, template, text, textSchemas } from '../../../../lib/pack/primitives';
import { packSchema } from '../../../../lib/pack/schema';
import { everyKeyWith, packOfEveryKey, put } from './every-key';
import { problemsOf } from './problems-of';
import { samplePack } from './sample';
import { placeOfPath, placesOfSchema } from './walk';

/** The places in data, as the schema's own are written. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [placeOfPath(path)];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [placeOfPath(path), ...inner.flatMap(([key, entry]: [string | number, unknown]) => placesIn(entry, [...path, key]))];
}

describe('the pack of every key', () => {
  it('can be used, and holds every key of the format', async () => {
    expect(await problemsOf(JSON.stringify(packOfEveryKey()))).toEqual([]);
    const keys = placesOfSchema()
      .map(({ path }) => path)
      .filter((path) => !path.includes('{}') && !path.endsWith('[]'));
    const used = new Set(placesIn(packOfEveryKey()));
    expect([...new Set(keys)].filter((key) => !used.has(key))).toEqual([]);
  });

  it('has a text in every place that the schema has one', () => {
    const marked = placesOfSchema().filter(({ schema }) => textSchemas.get(schema) !== undefined);
    const found = new Set(textsOf(packOfEveryKey()).map(({ path }) => placeOfPath(path)));
    expect(marked.length).toBeGreaterThan(40);
    expect([...new Set(marked.map(({ path }) => path))].filter((place) => !found.has(place))).toEqual([]);
  });

  it('tells each text with its length', () => {
    const longest = new Set(textsOf(packOfEveryKey()).map((place) => place.longest));
    expect([...longest].toSorted((a, b) => a - b)).toEqual([text, markdown, template].map((one) => textSchemas.get(one)?.longest));
  });
});

describe('the language', () => {
  const inLanguages = (own: string, others: string[]) => {
    const title = Object.fromEntries([own, ...others].map((tag) => [tag, tag]));
    return parsePack(JSON.stringify({ ...samplePack(), language: own, languages: others, title }));
  };

  it.each<[why: string, own: string, others: string[], reader: string[], told: string]>([
    ['is the reader’s', 'en', ['de'], ['de'], 'de'],
    ['is the pack’s own where the reader has none', 'en', ['de'], [], 'en'],
    ['is the pack’s own where it has none of the reader’s', 'en', ['de'], ['fr', 'it'], 'en'],
    ['is the first of the reader’s that the pack has', 'en', ['de', 'fr'], ['it', 'fr', 'de'], 'fr'],
    ['is the pack’s own when the reader likes that better', 'en', ['de'], ['en', 'de'], 'en'],
    ['is pt for pt-BR', 'en', ['pt'], ['pt-BR'], 'pt'],
    ['is pt-BR for pt', 'en', ['pt-BR'], ['pt'], 'pt-BR'],
    ['is the exact one where there is one', 'en', ['pt-PT', 'pt-BR'], ['pt-BR'], 'pt-BR'],
    ['is the exact one whatever the case', 'en', ['pt-PT', 'pt-BR'], ['pt-br'], 'pt-BR'],
    ['is the nearest one', 'en', ['zh-Hans', 'zh-Hant'], ['zh-Hant-TW'], 'zh-Hant'],
    ['is a near one of the first before an exact one of the second', 'en', ['pt', 'de'], ['pt-BR', 'de'], 'pt'],
    ['is never one that only begins alike', 'en', ['fil'], ['fi'], 'en'],
  ])('%s', async (_, own, others, reader, told) => {
    expect(localise(await inLanguages(own, others), reader)).toMatchObject({ title: told, language: told });
  });

  it.each<[why: string, texts: Record<string, string>, told: string]>([
    ['a text without it is told in the pack’s own', { en: 'Talk', fr: 'Parler' }, 'Talk'],
    ['and in the first that it has, where it lacks that too', { fr: 'Parler', it: 'Parlare' }, 'Parler'],
  ])('%s', (_, title, told) => {
    const pack = packSchema.parse({ ...samplePack(), languages: ['de', 'fr', 'it'], title });
    expect(localise(pack, ['de']).title).toBe(told);
  });
});

it('every text of a pack is told in the reader’s language', async () => {
  const parts = textsOf(packOfEveryKey());
  const pack = packOfEveryKey();
  for (const { path, text: own } of parts) put(pack, path, { en: own, de: `de ${JSON.stringify(path)}` });
  const file = await parsePack(JSON.stringify(pack));
  expect(textsOf(localise(file, ['de'])).map(({ text: told }) => told)).toEqual(parts.map(({ path }) => `de ${JSON.stringify(path)}`));
  expect(localise(file, ['en'])).toEqual(await parsePack(JSON.stringify(packOfEveryKey())));
});

it.each([
  ['every key', packOfEveryKey()],
  ['the sample', samplePack()],
])('a pack in one language comes out as it went in: %s', async (_, data) => {
  const pack = await parsePack(JSON.stringify(data));
  expect(localise(pack, ['en'])).toEqual(pack);
  expect(pack).toMatchObject(data);
});

it('a pack that announces no other languages has plain texts once it is read, however they were written', async () => {
  const pack = await parsePack(JSON.stringify({ ...samplePack(), title: { en: 'Talk' } }));
  expect(pack.title).toBe('Talk');
  expect(localise(pack, ['de']).title).toBe('Talk');
});

it('the pack that is localised is left as it was', async () => {
  const pack = await parsePack(everyKeyWith(['title'], { en: 'Talk', de: 'Gespräch' }));
  localise(pack, ['de']);
  expect(pack.title).toEqual({ en: 'Talk', de: 'Gespräch' });
});

describe('a text by language is refused', () => {
  it.each<[why: string, value: unknown, message: string]>([
    ['without a language', {}, 'title: must be a text, or a text for each language, such as { en: …, de: … }'],
    ['with a word for a language', { English: 'Talk' }, 'title: "English" must be a language tag, such as en or pt-BR'],
    ['with an empty text', { en: ' ' }, 'title › en: must not be empty'],
    ['with a number', { en: 7 }, 'title › en: must be text: put it in quotes'],
    ['with a text that is too long', { en: 'x'.repeat(201) }, 'title › en: is too long: at most 200 characters'],
    ['with a map in a map', { en: { de: 'x' } }, 'title › en: must be text, not a group of keys'],
  ])('%s', async (_, value, message) => {
    expect(await problemsOf(everyKeyWith(['title'], value))).toEqual([message]);
  });
});
