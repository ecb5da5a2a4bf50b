/** Packs of older formats are brought up to today's, one step at a time; whatever goes wrong, the pack as it was is kept. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bringUp, type Migration, migrations } from '../../../../lib/pack/migrate';
import { currentFormat } from '../../../../lib/pack/schema';
import { readShape } from '../../../../lib/pack/shape';
import { problemsOf } from './problems-of';
import { samplePack, spoilt } from './sample';

/** Two invented migrations: the title was called a name, and later every title is shouted. */
const rename: Migration = { from: 1, up: (pack) => ({ ...dataOf(pack), format: 2, title: dataOf(pack).name }) };
const shout: Migration = { from: 2, up: (pack) => ({ ...dataOf(pack), format: 3, title: `${String(dataOf(pack).title)}!` }) };
const failing: Migration = {
  from: 1,
  up: (pack) => {
    dataOf(pack).name = 'spoilt';
    throw new Error('no such key');
  },
};

function dataOf(pack: unknown): Record<string, unknown> {
  return pack as Record<string, unknown>;
}

describe('a pack of an older format', () => {
  it('goes through each step in order, however they are listed', () => {
    expect(bringUp({ format: 1, name: 'Sales' }, [shout, rename], 3)).toEqual({
      data: { format: 3, name: 'Sales', title: 'Sales!' },
      problem: null,
    });
  });

  it('starts at its own format', () => {
    expect(bringUp({ format: 2, title: 'Sales' }, [rename, shout], 3)).toEqual({ data: { format: 3, title: 'Sales!' }, problem: null });
  });

  it.each<[why: string, steps: Migration[], message: string]>([
    ['a step is missing', [shout], 'is of format 1, which this Handrail cannot read any more: ask for a pack in format 3'],
    ['a step fails', [failing, shout], 'could not be brought from format 1 to 2: ask whoever gave you the pack for one in format 3'],
  ])('is refused where %s, and stays as it was', (_, steps, message) => {
    const pack = { format: 1, name: 'Sales' };
    expect(bringUp(pack, steps, 3)).toEqual({ data: null, problem: { path: ['format'], message } });
    expect(pack).toEqual({ format: 1, name: 'Sales' });
  });
});

describe('a pack that is not older is not touched', () => {
  it.each([
    ['of this format', { format: 3, name: 'Sales' }],
    ['without a format', { name: 'Sales' }],
    ['of format "1"', { format: '1' }],
    ['of format 0', { format: 0 }],
    ['of format 1.5', { format: 1.5 }],
    ['of an inherited format', Object.create({ format: 1 })],
    ['that is a list', []],
    ['that is nothing', null],
  ])('%s', (_, data: unknown) => {
    const result = bringUp(data, [rename, shout], 3);
    expect(result.data).toBe(data);
    expect(result.problem).toBeNull();
  });
});

describe('a pack of a newer format is refused, and nothing else is said of it', () => {
  const message = 'was written for a newer Handrail (format 2): update the extension, or ask for a pack in format 1';

  it('by the schema’s reader', () => {
    expect(readShape({ format: 2, anything: 'else' })).toEqual({ pack: null, data: null, found: [{ path: ['format'], message }] });
  });

  it('when a file is read', async () => {
    expect(await problemsOf(JSON.stringify({ ...samplePack(), format: 2 }))).toEqual([`format: ${message}`]);
  });
});

it('a format in quotes is no newer one', async () => {
  expect(await problemsOf(spoilt(['format'], '1'))).toEqual(['format: must be 1, without quotes']);
});

/** What is wrong with a folder of migrations and the folder of their examples. */
function wrongWith(files: readonly string[], examples: readonly string[], listed: readonly number[], newest: number): string[] {
  const wanted = files.flatMap((file) => ['before', 'after'].map((when) => file.replace(/\.ts$/, `.${when}.json`)));
  return [
    ...files.filter((file, at) => !new RegExp(`^${String(at + 1).padStart(3, '0')}-[a-z-]+\\.ts$`).test(file)),
    ...wanted.filter((file) => !examples.includes(file)),
    ...examples.filter((file) => !wanted.includes(file)),
    ...(newest === files.length + 1 ? [] : ['currentFormat']),
    ...(listed.join() === files.map((_, at) => at + 1).join() ? [] : ['the list']),
  ];
}

describe('the migrations', () => {
  const files = filesIn('lib/pack/migrations');
  const examples = filesIn('tests/unit/lib/pack/migrations');

  it('are numbered without a gap, listed in migrate.ts, and have their examples', () => {
    expect(
      wrongWith(
        files,
        examples,
        migrations.map(({ from }) => from),
        currentFormat,
      ),
    ).toEqual([]);
  });

  it.each<[why: string, files: string[], examples: string[], listed: number[], newest: number, wrong: string[]]>([
    ['one', ['001-a.ts'], ['001-a.after.json', '001-a.before.json'], [1], 2, []],
    ['a gap', ['002-a.ts'], ['002-a.after.json', '002-a.before.json'], [1], 2, ['002-a.ts']],
    ['no example', ['001-a.ts'], ['001-a.before.json'], [1], 2, ['001-a.after.json']],
    ['an example of nothing', [], ['001-a.before.json'], [], 1, ['001-a.before.json']],
    ['a format that was not raised', ['001-a.ts'], ['001-a.after.json', '001-a.before.json'], [1], 1, ['currentFormat']],
    ['one that is not listed', ['001-a.ts'], ['001-a.after.json', '001-a.before.json'], [], 2, ['the list']],
  ])('(this would notice: %s)', (_, folder, pairs, listed, newest, wrong) => {
    expect(wrongWith(folder, pairs, listed, newest)).toEqual(wrong);
  });

  it('bring each before to its after', () => {
    for (const [at, { up }] of migrations.entries()) {
      const name = files[at]?.replace(/\.ts$/, '') ?? '';
      expect(up(exampleOf(`${name}.before.json`))).toEqual(exampleOf(`${name}.after.json`));
    }
  });
});

function filesIn(folder: string): string[] {
  try {
    return readdirSync(resolve(import.meta.dirname, '../../../..', folder)).toSorted();
  } catch {
    // git keeps no empty folder: there is none before the first migration.
    return [];
  }
}

function exampleOf(file: string): unknown {
  return JSON.parse(readFileSync(resolve(import.meta.dirname, 'migrations', file), 'utf8'));
}
