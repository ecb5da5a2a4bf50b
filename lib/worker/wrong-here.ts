/** A rep's word that a rule of its pack does not fit a record. */
import type { WrongHere } from '../messages/protocol';
import { recordKey, type HandrailDb } from '../progress/db';
import type { Stamp } from '../progress/journal';
import { noteWrongHere } from '../progress/wrong-here';
import { packsInUse } from './pack';

/** Without a pack there is no rule to speak of, and nothing is written. */
export async function tellWrongHere(db: HandrailDb, { record, sop, criterion, comment }: WrongHere, stamp: Stamp): Promise<void> {
  const index = (await packsInUse(db)).of(record)?.index;
  if (index) await noteWrongHere(db, { record: recordKey(record), pack: index.pack.id, sop, criterion, comment }, stamp);
}
