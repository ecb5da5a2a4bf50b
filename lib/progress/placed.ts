/** The stage that a rep chose by hand, for a record whose page cannot be read. Forgotten as soon as the page tells it again. */
import type { HandrailDb } from './db';
import type { PlacedRow } from './rows';
import { UnsavedRecordError } from './errors';
import { append, type Stamp } from './journal';
import { isSaved, type RecordKey } from './record-key';

/**
 * Place a record in a stage, by the CRM's own value; null takes that back.
 * @param about the pack that knows the stage, its title there, for the journal, and what the CRM calls its pipeline, where the pack tells pipelines
 * apart by that.
 */
export async function placeByHand(
  db: HandrailDb,
  record: RecordKey,
  stage: string | null,
  { pack, title, pipeline }: { pack: string; title: string | null; pipeline?: string },
  stamp: Stamp,
): Promise<void> {
  if (!isSaved(record)) throw new UnsavedRecordError();
  await db.transaction('rw', db.placed, db.journal, async () => {
    const before = await db.placed.get(record);
    if ((before?.stage ?? null) === stage && before?.pipeline === pipeline) return;
    if (stage === null) await db.placed.delete(record);
    else await db.placed.put({ record, stage, ...(pipeline !== undefined && { pipeline }), at: stamp.now });
    await append(db, [{ type: 'stage-placed', record, pack, stage: stage === null ? null : title }], stamp);
  });
}

export function placedStage(db: HandrailDb, record: RecordKey): Promise<PlacedRow | undefined> {
  return db.placed.get(record);
}
