/** The packs on this machine, and which one is in use. */
import type { PackFile } from '../pack/schema';
import type { HandrailDb, PackRow } from './db';
import { PackConflictError, PackMissingError } from './errors';
import { append, type Stamp } from './journal';
import { sameJson } from './same-json';

/**
 * Keep a parsed pack beside the others; it is not put to use yet. False when exactly this pack is here already.
 * Rejects with PackConflictError when its id and version are taken by other content.
 */
export function addPack(db: HandrailDb, pack: PackFile, source: PackRow['source'], stamp: Stamp): Promise<boolean> {
  const { id, version } = pack;
  return db.transaction('rw', db.packs, db.journal, async () => {
    const present = await db.packs.get([id, version]);
    if (present && !sameJson(present.pack, pack)) throw new PackConflictError(id, version);
    if (present) return false;
    await db.packs.add({ id, version, pack, source, addedAt: stamp.now, active: 0 });
    await append(db, [{ type: 'pack-added', pack: id, version, source }], stamp);
    return true;
  });
}

/** Put a pack to use in place of the one before. Rejects with PackMissingError, and keeps the one before, when it is not here. */
export async function activatePack(db: HandrailDb, id: string, version: string, stamp: Stamp): Promise<void> {
  await db.transaction('rw', db.packs, db.journal, async () => {
    const row = await db.packs.get([id, version]);
    if (!row) throw new PackMissingError(id, version);
    if (row.active === 1) return;
    await db.packs.where('active').equals(1).modify({ active: 0 });
    await db.packs.put({ ...row, active: 1 });
    await append(db, [{ type: 'pack-activated', pack: id, version }], stamp);
  });
}

/** The pack in use. */
export function activePack(db: HandrailDb): Promise<PackRow | undefined> {
  return db.packs.where('active').equals(1).first();
}

/**
 * Bring in the pack that ships with the extension; for installs and updates. It is put to use when nothing is, or when it has just
 * come and an older version of the same starter is in use. A pack that somebody chose is left alone.
 */
export async function ensureStarter(db: HandrailDb, pack: PackFile, stamp: Stamp): Promise<void> {
  await db.transaction('rw', db.packs, db.journal, async () => {
    const isNew = await addPack(db, pack, 'starter', stamp);
    const active = await activePack(db);
    const replaces = isNew && active?.source === 'starter' && active.id === pack.id && isNewer(pack.version, active.version);
    if (!active || replaces) await activatePack(db, pack.id, pack.version, stamp);
  });
}

/** Versions are three numbers: 1.10.0 is newer than 1.9.0. */
function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}
