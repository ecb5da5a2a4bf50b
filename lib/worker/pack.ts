/** The pack in use, indexed. Remembered while this context lives; a context that forgets it only works a little longer. */
import { activePack } from '../progress/packs';
import type { HandrailDb } from '../progress/db';
import { indexPack, type PackIndex } from '../pack/load';

const remembered = new WeakMap<HandrailDb, { name: string; index: PackIndex }>();

/** Null when no pack is in use. */
export async function activeIndex(db: HandrailDb): Promise<PackIndex | null> {
  const known = remembered.get(db);
  if (known) {
    // The pack itself is large: its name tells whether it is still the same.
    const [key] = await db.packs.where('active').equals(1).primaryKeys();
    if (key?.join(' ') === known.name) return known.index;
  }
  const row = await activePack(db);
  if (!row) return null;
  const index = indexPack(row.pack, navigator.languages);
  remembered.set(db, { name: `${row.id} ${row.version}`, index });
  return index;
}
