/** What a rep answers to a pack's questions, and decides at its decisions, on one record. */
import type { Value } from '../crm/adapter';
import type { HandrailDb } from './db';
import type { AnswerRow } from './rows';
import { UnsavedRecordError } from './errors';
import { append, type Stamp } from './journal';
import { isSaved } from './record-key';
import { sameJson } from './same-json';

/** An answer to keep; a `value` of null clears it. */
export type AnswerChange = Pick<AnswerRow, 'record' | 'pack' | 'answer'> & { value: Value };

/**
 * Keep or clear one answer. The journal says that it was, never what it was: the rep's words are kept in one place only. An answer that
 * stands already is left as it is.
 */
export async function setAnswer(db: HandrailDb, { record, pack, answer, value }: AnswerChange, stamp: Stamp): Promise<void> {
  if (!isSaved(record)) throw new UnsavedRecordError();
  const key: [string, string, string] = [record, pack, answer];
  await db.transaction('rw', db.answers, db.journal, async () => {
    const before = await db.answers.get(key);
    if (sameJson(before?.value ?? null, value)) return;
    if (value === null) await db.answers.delete(key);
    else await db.answers.put({ record, pack, answer, value, at: stamp.now });
    await append(db, [{ type: 'answer-set', record, pack, answer, state: value === null ? 'cleared' : 'answered' }], stamp);
  });
}
