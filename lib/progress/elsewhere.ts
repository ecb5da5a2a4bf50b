/** Stage changes that no save of this browser explains: the catch-up that each of them opens, once. */
import type { HandrailDb } from './db';
import type { ElsewhereRow } from './rows';
import { append, type Stamp } from './journal';
import { isSaved, type RecordKey } from './record-key';
import { newsOf, presumedStage, type StageSighting } from './seen';

/** A move between the same two stages is told once in this time: a page or an index that lags behind must not nag. Milliseconds. */
const ONCE_MS = 24 * 60 * 60_000;

/** The titles of the stages that a move is between, and the pack that has them. */
export interface SkippedWay {
  pack: string;
  from: string | null;
  to: string | null;
}

/**
 * Note the stage that a page told of a record, in one transaction: what the rep placed by hand is forgotten, and a move that no save of ours
 * explains opens a catch-up. A newer one takes the place of the one before, and where it goes on from there, covers both; a record that is back
 * where a catch-up began needs it no more.
 * @param skipped the way from a stage to the one that is seen; null where nothing would have been asked on it, or the pack does not know it.
 */
export async function noteStage(
  db: HandrailDb,
  sighting: StageSighting,
  skipped: (from: string) => SkippedWay | null,
  stamp: Stamp,
): Promise<void> {
  const { record, stage } = sighting;
  if (!isSaved(record)) return;
  await db.transaction('rw', db.seen, db.placed, db.elsewhere, db.journal, async () => {
    const [before, known] = await Promise.all([db.seen.get(record), db.elsewhere.where({ record }).toArray()]);
    const { kind, row } = newsOf(before, sighting, stamp.now);
    await db.placed.delete(record);
    if (row) await db.seen.put(row);
    if (kind === 'none') return;
    const undone = known.filter(({ state, from }) => state === 'open' && from === stage);
    await db.elsewhere.bulkDelete(undone.map(({ id }) => id));
    if (kind !== 'elsewhere') return;
    const open = known.filter((one) => one.state === 'open' && !undone.includes(one));
    const last = presumedStage(before, undefined);
    const from = open.find(({ to }) => to === last)?.from ?? last;
    const way = from === undefined ? null : skipped(from);
    if (from === undefined || !way || known.some((one) => isSame(one, from, stage) && stamp.now < one.at + ONCE_MS)) return;
    await db.elsewhere.bulkDelete(open.map(({ id }) => id));
    await db.elsewhere.add({ id: stamp.id(), record, from, to: stage, at: stamp.now, state: 'open' });
    await append(db, [{ type: 'moved-elsewhere', record, ...way }], stamp);
  });
}

const isSame = (row: ElsewhereRow, from: string, to: string): boolean => row.from === from && row.to === to;

/** The newest open one of a record. */
export async function openElsewhere(db: HandrailDb, record: RecordKey): Promise<ElsewhereRow | undefined> {
  const open = await db.elsewhere.where('[record+state]').equals([record, 'open']).toArray();
  return open.sort((a, b) => b.at - a.at)[0];
}

/** Close a catch-up: everything skipped is met by now, the rep gave a reason, or wants to hear no more of it. One that is closed stays as it is. */
export async function closeElsewhere(
  db: HandrailDb,
  id: string,
  how: 'met' | 'reason' | 'dismissed',
  pack: string,
  stamp: Stamp,
): Promise<void> {
  await db.transaction('rw', db.elsewhere, db.journal, async () => {
    const row = await db.elsewhere.get(id);
    if (row?.state !== 'open') return;
    await db.elsewhere.put({ ...row, state: how === 'dismissed' ? 'dismissed' : 'settled', closedAt: stamp.now });
    await append(db, [{ type: 'catch-up-closed', record: row.record, pack, how }], stamp);
  });
}
