/** The packs on this machine, and which of them are in use. */
import type { PackFile } from '../pack/schema';
import { isNewer } from '../pack/version';
import { layers, type Layer } from '../pack/layers';
import type { HandrailDb } from './db';
import type { PackRow } from './rows';
import { PackConflictError, PackMissingError } from './errors';
import { append, type Stamp } from './journal';
import { sameJson } from './same-json';

/** Where a pack comes from, and whose rules it holds. */
export type PackOrigin = Pick<PackRow, 'source' | 'layer' | 'digest' | 'signature' | 'url'>;

/**
 * Keep a parsed pack beside the others; it is not put to use yet. False when exactly this pack is here already: then it is kept where it came from
 * now, where that says more of it. Rejects with PackConflictError when its id and version are taken by other content, unless that is a draft and
 * this is signed.
 */
export function addPack(db: HandrailDb, pack: PackFile, origin: PackOrigin, stamp: Stamp): Promise<boolean> {
  const { id, version } = pack;
  return db.transaction('rw', db.packs, db.journal, async () => {
    const present = await db.packs.get([id, version]);
    if (present && sameJson(present.pack, pack)) {
      if (saysMore(origin, present)) await db.packs.put({ ...present, ...origin });
      return false;
    }
    if (present && (present.signature || !origin.signature)) throw new PackConflictError(id, version);
    // A draft that was in use is not here any more: what takes its place has to be put to use itself.
    await db.packs.put({ id, version, pack, ...origin, addedAt: stamp.now, active: 0 });
    await append(db, [{ type: 'pack-added', pack: id, version, source: origin.source }], stamp);
    return true;
  });
}

/** A subscription goes on bringing it, and a signature tells whose it is. */
function saysMore(origin: PackOrigin, present: PackRow): boolean {
  if (origin.signature && !present.signature) return true;
  return origin.source === 'subscription' && (origin.url !== present.url || origin.layer !== present.layer);
}

/**
 * Put a pack to use. Another version of it is put away, and where it is one's own, the one of before too: a person has one pack of their own in
 * use. What ships with Handrail steps back for any other. Rejects with PackMissingError, and changes nothing, when it is not here.
 * @param back somebody goes back to an earlier version
 */
export async function activatePack(
  db: HandrailDb,
  id: string,
  version: string,
  stamp: Stamp,
  { back = false }: { back?: boolean } = {},
): Promise<void> {
  await db.transaction('rw', db.packs, db.journal, async () => {
    const row = await db.packs.get([id, version]);
    if (!row) throw new PackMissingError(id, version);
    if (row.active === 1) return;
    const leaving = (await packsInUse(db)).filter((other) => givesWay(other, row));
    for (const other of leaving) await db.packs.put(resting(other));
    await db.packs.put({ ...resting(row), active: 1, activeAt: stamp.now });
    await noneWaits(db, id, version);
    const from = leaving.find((other) => other.id === id)?.version;
    const about = { pack: id, version, ...(from !== undefined && { from }), ...(back && { back: true as const }) };
    await append(db, [{ type: 'pack-activated', ...about }], stamp);
  });
}

function givesWay(other: PackRow, { id, layer }: PackRow): boolean {
  return other.id === id || (other.layer === 'personal' && (layer === 'personal' || other.source === 'starter'));
}

/** Not in use, and not waiting either. */
function resting({ activeAt: _at, waits: _waits, ...row }: PackRow): PackRow {
  return { ...row, active: 0 };
}

/** Of the versions that are no newer than one that is put to use: their time is past. */
async function noneWaits(db: HandrailDb, id: string, upTo: string): Promise<void> {
  for (const row of await packsWaiting(db)) if (row.id === id && !isNewer(row.version, upTo)) await db.packs.put(resting(row));
}

/** The packs that are to be used once they may be, in no order. */
export function packsWaiting(db: HandrailDb): Promise<PackRow[]> {
  return db.packs.where('waits').equals(1).toArray();
}

/** Have a pack wait that is not in use. */
export async function letWait(db: HandrailDb, id: string, version: string): Promise<void> {
  await db.packs.update([id, version], { waits: 1 });
}

/**
 * Use a pack no more. Does nothing where no version of it is in use.
 * @param waits it is only not allowed for now
 */
export async function putAway(db: HandrailDb, id: string, stamp: Stamp, { waits = false }: { waits?: boolean } = {}): Promise<void> {
  await db.transaction('rw', db.packs, db.journal, async () => {
    for (const row of (await packsInUse(db)).filter((one) => one.id === id)) {
      await db.packs.put(waits ? { ...resting(row), waits: 1 } : resting(row));
      await append(db, [{ type: 'pack-put-away', pack: id, version: row.version }], stamp);
    }
  });
}

/** Say whose rules every version of a pack holds. */
export async function setLayer(db: HandrailDb, id: string, layer: Layer): Promise<void> {
  await db.packs.where('id').equals(id).modify({ layer });
}

/** The packs in use, the one that goes before first: company, team, one's own; of two in one layer the one that was put to use last. */
export async function packsInUse(db: HandrailDb): Promise<PackRow[]> {
  return (await db.packs.where('active').equals(1).toArray()).sort(byPrecedence);
}

export function byPrecedence(a: Pick<PackRow, 'layer' | 'activeAt'>, b: Pick<PackRow, 'layer' | 'activeAt'>): number {
  return layers.indexOf(a.layer) - layers.indexOf(b.layer) || (b.activeAt ?? 0) - (a.activeAt ?? 0);
}

/** One time that a pack was put to use. */
export interface Activation {
  pack: string;
  version: string;
  /** The version of before; null where none was in use. */
  from: string | null;
  back: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

/** The newest first. */
export async function history(db: HandrailDb, most = 50): Promise<Activation[]> {
  const found = await db.journal.where('type').equals('pack-activated').reverse().limit(most).toArray();
  return found.flatMap((event) => {
    if (event.type !== 'pack-activated') return [];
    const { pack, version, from = null, back = false, at } = event;
    return [{ pack, version, from, back, at }];
  });
}

/**
 * Bring in the pack that ships with the extension; for installs and updates. It is put to use when nothing is, or when it has just
 * come and an older version of the same starter is in use. A pack that somebody chose is left alone.
 */
export async function ensureStarter(db: HandrailDb, pack: PackFile, stamp: Stamp): Promise<void> {
  await db.transaction('rw', db.packs, db.journal, async () => {
    const isNew = await addPack(db, pack, { source: 'starter', layer: 'personal' }, stamp);
    const inUse = await packsInUse(db);
    const older = inUse.find(({ source, id, version }) => source === 'starter' && id === pack.id && isNewer(pack.version, version));
    if (inUse.length === 0 || (isNew && older)) await activatePack(db, pack.id, pack.version, stamp);
  });
}
