/** The append-only log of what happened on this machine: writing to it and reading a record's part. */
import type { HandrailDb } from './db';
import { type JournalDraft, type JournalEvent, journalEvent } from './journal-event';
import type { RecordKey } from './record-key';

/** The clock and the source of unique ids, passed in: `now` in milliseconds since 1970, `id` a new UUID at each call. */
export interface Stamp {
  now: number;
  id: () => string;
}

/** Write events, all or none. Inside a transaction that includes `db.journal` they commit or fail with it. */
export async function append(db: HandrailDb, drafts: readonly JournalDraft[], stamp: Stamp): Promise<void> {
  const events = drafts.map((draft) => journalEvent.parse({ ...draft, id: stamp.id(), at: stamp.now }));
  await db.transaction('rw', db.journal, () => db.journal.bulkAdd(events));
}

const CHECKED: readonly JournalEvent['type'][] = ['move-held', 'move-back', 'move-on'];

/** A stage change that went through unchecked: `at` in milliseconds since 1970, `why` as the gate or the watcher said it. */
export interface MissedCheck {
  at: number;
  why: string;
}

/**
 * The newest missed check of a record, unless a later stage change of it was checked; null where there is none. Reads that record's events
 * only. By time, not by place in the log: an import appends older events after newer ones.
 */
export async function missedCheck(db: HandrailDb, record: RecordKey): Promise<MissedCheck | null> {
  let missed: MissedCheck | null = null;
  let checkedAt = -Infinity;
  for (const event of await db.journal.where('record').equals(record).toArray()) {
    if (event.type === 'check-missed' && (missed === null || event.at > missed.at)) missed = { at: event.at, why: event.why };
    if (CHECKED.includes(event.type)) checkedAt = Math.max(checkedAt, event.at);
  }
  return missed !== null && missed.at >= checkedAt ? missed : null;
}
