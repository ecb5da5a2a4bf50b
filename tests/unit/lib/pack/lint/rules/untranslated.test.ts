/** Texts that readers of one language see in another. */
import { expect, it } from 'vitest';
import { samplePack } from '../../sample';
import { type Change, linted } from '../linted';

const german: Change = [['languages'], ['de']];
const fix = 'write en and de beside each other: { en: …, de: … }';
const { fields, reasonCodes } = samplePack();

it('a part with several untranslated texts is told once, a single text by its place', async () => {
  const lines = await linted('untranslated', german, [['reasonCodes'], reasonCodes]);
  expect(lines).toContain(`advice | title | is not given in German (de) | ${fix}`);
  expect(lines).toContain(
    `advice | sops[0] "Discovery call" | 7 texts are not given in German (de), the first of them sops[0] "Discovery call" › title | ${fix}`,
  );
  expect(lines).toHaveLength(1 + fields.length + 1 + 1 + reasonCodes.length);
});

it('a translated text is right, and so is one in a pack of one language', async () => {
  const translated: Change = [['fields', 1, 'label'], { en: 'Budget', de: 'Etat' }];
  expect(await linted('untranslated', german, translated)).not.toContainEqual(expect.stringContaining('fields[1]'));
  expect(await linted('untranslated')).toEqual([]);
});
