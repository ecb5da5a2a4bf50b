/** A key that the format does not have is told with the one that was meant, wherever it stands. */
import { describe, expect, it } from 'vitest';
import { placeInWords } from '../../../../lib/pack/problems';
import { readShape } from '../../../../lib/pack/shape';
import { packOfEveryKey, put } from './every-key';
import { problemsOf } from './problems-of';
import { samplePack, spoilt } from './sample';

type Place = (string | number)[];

/** Conditions have a grammar of their own, and these are one of several shapes. */
const told = ['when', 'doneWhen', 'due', 'fix', 'at', 'to'];

/** The objects of a pack, each with its first key. */
function objectsIn(value: unknown, path: Place = []): { path: Place; key: string }[] {
  if (typeof value !== 'object' || value === null || told.includes(String(path.at(-1)))) return [];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const here = Array.isArray(value) ? [] : [{ path, key: String(entries[0]?.[0]) }];
  return [...here, ...entries.flatMap(([key, entry]) => objectsIn(entry, [...path, key]))];
}

describe('a mistyped key is told with the one that was meant', () => {
  const objects = objectsIn(packOfEveryKey());

  it('in every object of the format', () => {
    expect(objects.length).toBeGreaterThan(50);
    for (const { path, key } of objects) {
      const pack = packOfEveryKey();
      put(pack, [...path, `${key}x`], 'x');
      const known = readShape(pack).found.map((found) => [placeInWords(found.path, {}), found.message]);
      expect(known).toEqual([[placeInWords(path, {}), `"${key}x" is not known here; did you mean "${key}"?`]]);
    }
  });

  it.each<[why: string, path: Place, value: unknown, message: string]>([
    [
      'a due time',
      ['due'],
      { afer: 'PT1H', event: 'stage-entered' },
      'due: must be { after: duration, event: name } or { before: duration, event: name }',
    ],
    [
      'a question',
      ['question'],
      { type: 'txt' },
      'question › type: must be one of text, number, date, yes-no, choice, choices; did you mean "text"?',
    ],
    [
      'a single choice',
      ['question'],
      { type: 'choice', options: [{ id: 'a', label: 'A' }] },
      'question › options: must have at least 2 entries',
    ],
  ])('or with the shapes to choose from: %s', async (_, path, value, message) => {
    const text = spoilt(['sops', 0, 'phases', 0, 'steps', 0, ...path], value);
    expect(await problemsOf(text)).toEqual([
      `sops[0] "Discovery call" › phases[0] "On the call" › steps[0] "Ask for the budget" › ${message}`,
    ]);
  });
});

it('suggestions stop when there are more than anyone reads', () => {
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`pipeline${at}`, 1]));
  const { found } = readShape({ ...samplePack(), ...many });
  expect(found).toHaveLength(5000);
  expect(found.filter(({ message }) => message.includes('did you mean'))).toHaveLength(200);
});
