/** docs/packs.md, executed: its first pack can be used, and so can it with every piece that the guide adds, one after the other. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { problemsOf } from './problems-of';

const guide = readFileSync(resolve(import.meta.dirname, '../../../../docs/packs.md'), 'utf8');
const examples = [...guide.matchAll(/^```(\w*) ?(\w*)\n(.*?)^```$/gms)].map(([, language = '', kind = '', text = '']) => ({
  language,
  kind,
  text,
}));

type Data = Record<string, unknown>;

/** Where the pieces of each kind go. */
const places: Record<string, (pack: Data, piece: unknown) => void> = {
  '': (pack, piece) => Object.assign(pack, piece),
  pack: (pack, piece) => mergeInto(pack, piece),
  sop: (pack, piece) => mergeInto(first(pack, 'sops'), piece),
  step: (pack, piece) => mergeInto(first(first(pack, 'sops'), 'phases'), { steps: piece }),
  criteria: (pack, piece) => mergeInto(first(pack, 'sops'), { exit: piece }),
};

/** Lists grow, everything else is replaced. */
function mergeInto(target: Data, piece: unknown): void {
  for (const [key, value] of Object.entries(piece as Data)) {
    const there = target[key];
    target[key] = Array.isArray(there) && Array.isArray(value) ? [...(there as unknown[]), ...(value as unknown[])] : value;
  }
}

function first(owner: Data, key: string): Data {
  return (owner[key] as Data[])[0]!;
}

describe('the guide', () => {
  const written = examples.filter(({ language }) => language === 'yaml');

  it('has a pack, and pieces of every kind', () => {
    expect(written[0]?.kind).toBe('');
    expect(new Set(written.map(({ kind }) => kind))).toEqual(new Set(Object.keys(places)));
    expect(examples.filter(({ language }) => !['yaml', 'sh', 'text'].includes(language))).toEqual([]);
  });

  it('begins with a pack that can be used as it stands', async () => {
    expect(await problemsOf(written[0]?.text ?? '')).toEqual([]);
  });

  it('adds up to a pack that can be used', async () => {
    const pack: Data = {};
    for (const { kind, text } of written) places[kind]?.(pack, parse(text));
    expect(await problemsOf(JSON.stringify(pack))).toEqual([]);
  });
});
