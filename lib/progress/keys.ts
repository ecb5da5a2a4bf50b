/** The keys of a manager, in this browser and nowhere else: the private half can be used here, and neither read nor exported. */
import type { HandrailDb } from './db';
import type { KeyRow } from './rows';

export async function addKey(db: HandrailDb, key: KeyRow): Promise<void> {
  await db.keys.add(key);
}

/** The oldest first. */
export async function keysOf(db: HandrailDb): Promise<KeyRow[]> {
  return (await db.keys.toArray()).sort((a, b) => a.createdAt - b.createdAt);
}

/** For good: what it signed before stays good. */
export async function deleteKey(db: HandrailDb, id: string): Promise<void> {
  await db.keys.delete(id);
}
