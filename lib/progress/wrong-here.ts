/** A rep's word that a rule does not fit a record. Kept in the journal, for whoever looks after the pack. */
import type { HandrailDb } from './db';
import { append, type Stamp } from './journal';
import type { RecordKey } from './record-key';

export async function noteWrongHere(
  db: HandrailDb,
  { record, pack, sop, criterion, comment }: { record: RecordKey; pack: string; sop: string; criterion: string; comment: string },
  stamp: Stamp,
): Promise<void> {
  await append(db, [{ type: 'wrong-here', record, pack, sop, criterion, comment }], stamp);
}
