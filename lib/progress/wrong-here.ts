/** A rep's word that a rule does not fit a record. Kept in the journal, for whoever looks after the pack. */
import type { HandrailDb } from './db';
import { append, type Stamp } from './journal';
import type { JournalEvent } from './journal-event';
import type { RecordKey } from './record-key';

export type WrongHereEvent = Extract<JournalEvent, { type: 'wrong-here' }>;

export async function noteWrongHere(
  db: HandrailDb,
  { record, pack, sop, criterion, comment }: { record: RecordKey; pack: string; sop: string; criterion: string; comment: string },
  stamp: Stamp,
): Promise<void> {
  await append(db, [{ type: 'wrong-here', record, pack, sop, criterion, comment }], stamp);
}

/** What was said of a record, oldest first. Reads that record's events only. */
export async function wrongHereOf(db: HandrailDb, record: RecordKey): Promise<WrongHereEvent[]> {
  const events = await db.journal.where('record').equals(record).toArray();
  return events.flatMap((event) => (event.type === 'wrong-here' ? [event] : [])).sort((a, b) => a.at - b.at);
}
