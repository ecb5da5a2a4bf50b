/** A record's checklist: the rep's own marks on the steps of a pack. */
import type { HandrailDb, TickRow } from './db';
import { UnsavedRecordError } from './errors';
import { append, type Stamp } from './journal';
import { isSaved, type RecordKey } from './record-key';

export type StepChange = Pick<TickRow, 'record' | 'pack' | 'step' | 'state' | 'reason'>;

/** Mark one step. Undo is the same call with the state of before. */
export function setStep(db: HandrailDb, change: StepChange, stamp: Stamp): Promise<void> {
  return setSteps(db, [change], stamp);
}

/** Mark several steps, a parent and its sub-steps, say: all are kept and journalled, or none. */
export async function setSteps(db: HandrailDb, changes: readonly StepChange[], stamp: Stamp): Promise<void> {
  if (!changes.every((change) => isSaved(change.record))) throw new UnsavedRecordError();
  const picked = changes.map(({ record, pack, step, state, reason }) => ({
    record,
    pack,
    step,
    state,
    ...(reason !== undefined && { reason }),
  }));
  await db.transaction('rw', db.ticks, db.journal, async () => {
    await db.ticks.bulkPut(picked.map((change) => ({ ...change, at: stamp.now })));
    await append(
      db,
      picked.map((change) => ({ type: 'step-set', ...change })),
      stamp,
    );
  });
}

/** The marks on one record for one pack, by step id. */
export async function ticksOf(db: HandrailDb, record: RecordKey, pack: string): Promise<Record<string, TickRow>> {
  const rows = await db.ticks.where('[record+pack]').equals([record, pack]).toArray();
  return Object.fromEntries(rows.map((row) => [row.step, row]));
}
