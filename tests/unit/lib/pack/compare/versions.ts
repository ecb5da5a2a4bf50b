/** Two versions of a pack for tests: the example of the docs, which uses every part of the format, in two languages, and the same with an edit. */
import { readFileSync } from 'node:fs';
import { comparePacks } from '../../../../../lib/pack/compare/compare';
import { parsePack } from '../../../../../lib/pack/load';
import type { PackFile } from '../../../../../lib/pack/schema';

const example = readFileSync('docs/examples/team-pack.yaml', 'utf8');
export const base = await parsePack(
  example
    .replace('language: en', 'language: en\nlanguages: [de]')
    .replace('label: Amount', 'label: { en: Amount, de: Betrag }')
    .replace('title: Send the agenda', 'title: { en: Send the agenda, de: Agenda senden }'),
);

/** The pack after `edit`, which works on a copy. */
export function edited(edit: (pack: PackFile) => void): PackFile {
  const copy = structuredClone(base);
  edit(copy);
  return copy;
}

/** The sentences about an edit of the base pack. */
export function sentences(edit: (pack: PackFile) => void): string[] {
  return comparePacks(base, edited(edit)).map(({ sentence }) => sentence);
}
