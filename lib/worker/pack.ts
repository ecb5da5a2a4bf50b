/** The packs in use, indexed. Remembered while this context lives; a context that forgets them only works a little longer. */
import type { Crm, RecordRef, Watch } from '../crm/adapter';
import { indexPack, type PackIndex, stageFieldsOf, watchOf } from '../pack/load';
import type { Layer } from '../pack/layers';
import type { HandrailDb } from '../progress/db';
import type { PackRow } from '../progress/rows';
import { packsInUse as rowsInUse } from '../progress/packs';

interface InUse {
  index: PackIndex;
  layer: Layer;
}

export interface PacksInUse {
  /** The one that goes before first. */
  all: readonly InUse[];
  /** The pack that speaks for a record: the first that has stages for its object in its org, or the first of all where none does. */
  of(record: Pick<RecordRef, 'crm' | 'org' | 'object'>): InUse | undefined;
  /** What all of them together ask about. */
  watch(crm: Crm): Watch;
}

/** @param rows in order of precedence */
export function inUse(rows: readonly PackRow[], languages: readonly string[]): PacksInUse {
  const all = rows.map(({ pack, layer }) => ({ index: indexPack(pack, languages), layer }));
  return {
    all,
    of: (record) => all.find(({ index }) => stageFieldsOf(index, record).length > 0) ?? all[0],
    watch(crm) {
      const lists = all.map(({ index }) => watchOf(index, crm));
      const union = (each: (list: Watch) => readonly string[]) => [...new Set(lists.flatMap(each))];
      return { stageFields: union(({ stageFields }) => stageFields), fields: union(({ fields }) => fields) };
    },
  };
}

const remembered = new WeakMap<HandrailDb, { names: string; packs: PacksInUse }>();

export async function packsInUse(db: HandrailDb): Promise<PacksInUse> {
  // The packs themselves are large: their names tell whether they are still the same.
  const names = await namesInUse(db);
  const known = remembered.get(db);
  if (known?.names === names) return known.packs;
  const packs = inUse(await rowsInUse(db), navigator.languages);
  remembered.set(db, { names, packs });
  return packs;
}

/** What the index of the packs in use says, without the packs. */
async function namesInUse(db: HandrailDb): Promise<string> {
  const names: string[] = [];
  await db.packs
    .where('[active+layer+activeAt]')
    .between([1], [2])
    .eachKey((key, { primaryKey }) => names.push(JSON.stringify([key, primaryKey])));
  return names.join('\n');
}
