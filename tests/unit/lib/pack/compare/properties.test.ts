/** What holds for every pack: comparing finds nothing where nothing is different, and something wherever anything is. */
import { describe, expect, it } from 'vitest';
import { comparePacks } from '../../../../../lib/pack/compare/compare';
import { packSchema, type PackFile } from '../../../../../lib/pack/schema';
import { base, edited } from './versions';

type Path = (string | number)[];

function* leavesOf(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) yield path;
  else if (Array.isArray(value)) for (const [at, entry] of value.entries()) yield* leavesOf(entry, [...path, at]);
  else for (const [key, entry] of Object.entries(value)) yield* leavesOf(entry, [...path, key]);
}

function holderOf(pack: PackFile, path: Path): object {
  let here: unknown = pack;
  for (const part of path.slice(0, -1)) here = Reflect.get(here as object, part);
  return here as object;
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? value + 1 : `${String(value)}x`;
}

/** The base pack with the value at one place changed, whether or not the result is a good pack. */
function changedAt(path: Path): PackFile {
  return edited((pack) => {
    const [holder, key] = [holderOf(pack, path), path.at(-1) ?? ''];
    Reflect.set(holder, key, otherThan(Reflect.get(holder, key)));
  });
}

function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, reversedKeys(entry)]),
  );
}

const leaves = [...leavesOf(base)];
/** What is found for each value of the pack when it is changed alone. */
const changes = leaves.map((path) => ({ path, found: comparePacks(base, changedAt(path)) }));

describe('comparing packs', { timeout: 60_000 }, () => {
  it('finds nothing between a pack and itself', () => {
    expect(comparePacks(base, structuredClone(base))).toEqual([]);
  });

  it('finds nothing where only the order of keys is another', () => {
    expect(comparePacks(base, reversedKeys(base) as PackFile)).toEqual([]);
  });

  it('finds every single value that changes, wherever it is', () => {
    expect(changes.filter(({ found }) => found.length === 0).map(({ path }) => path.join('.'))).toEqual([]);
    expect(changes.length).toBeGreaterThan(250);
  });

  it('finds every single value that goes away, wherever a pack can do without it', () => {
    const without = leaves.flatMap((path) => {
      const changed = edited((pack) => {
        const holder = holderOf(pack, path);
        if (Array.isArray(holder)) holder.splice(Number(path.at(-1)), 1);
        else Reflect.deleteProperty(holder, path.at(-1) ?? '');
      });
      const { success, data } = packSchema.safeParse(changed);
      return success && JSON.stringify(data) !== JSON.stringify(base) ? [{ path: path.join('.'), pack: data }] : [];
    });
    expect(without.filter(({ pack }) => comparePacks(base, pack).length === 0).map(({ path }) => path)).toEqual([]);
    expect(without.length).toBeGreaterThan(40);
  });

  it('speaks to managers: no key of the file, no piece of code', () => {
    const technical = /undefined|\[object|null|doneWhen|ifUnknown|reviewBy|reasonCodes|stageField|pipelineField|recordTypes|timeZone/;
    expect(changes.flatMap(({ found }) => found.map(({ sentence }) => sentence)).filter((sentence) => technical.test(sentence))).toEqual(
      [],
    );
  });
});
