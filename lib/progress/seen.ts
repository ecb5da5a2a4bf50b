/** The stage each record was last seen in, to notice a stage change that was made elsewhere. */
import type { HandrailDb, SeenRow } from './db';
import { isSaved, type RecordKey } from './record-key';

/** Note a record's stage, by the CRM's own value. Writes only when it changed, so `at` is since when; true when it wrote. */
export async function noteSeen(db: HandrailDb, record: RecordKey, stage: string, now: number): Promise<boolean> {
  if (!isSaved(record)) return false;
  if ((await lastSeen(db, record))?.stage === stage) return false;
  return db.transaction('rw', db.seen, async () => {
    if ((await lastSeen(db, record))?.stage === stage) return false;
    await db.seen.put({ record, stage, at: now });
    return true;
  });
}

export function lastSeen(db: HandrailDb, record: RecordKey): Promise<SeenRow | undefined> {
  return db.seen.get(record);
}
