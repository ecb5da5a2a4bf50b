/** The append-only log of what happened on this machine: writing to it and reading a record's part. */
import type { HandrailDb, JournalRow } from './db';
import { type JournalDraft, journalEvent } from './journal-event';
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

/** The newest events of a record, newest first. Sorted by time, since an import appends older events after newer ones. */
export async function journalOf(db: HandrailDb, record: RecordKey, limit: number): Promise<JournalRow[]> {
  const rows = await db.journal.where('record').equals(record).reverse().sortBy('at');
  return rows.slice(0, limit);
}
