/** What a rep stands for: criteria that cannot be seen, confirmed for one record. They count for as long as they cannot be seen. */
import type { HandrailDb } from './db';
import type { ConfirmationRow } from './rows';
import { append, type Stamp } from './journal';
import { isSaved, type RecordKey } from './record-key';

type ConfirmationRef = Pick<ConfirmationRow, 'record' | 'pack' | 'sop' | 'criterion'>;

const keyOf = ({ record, pack, sop, criterion }: ConfirmationRef): [string, string, string, string] => [record, pack, sop, criterion];

/**
 * Keep what a rep confirmed, all in one transaction. What is confirmed already is left as it is. A record that the CRM has not saved yet has no
 * key of its own, so what is confirmed of it is in the journal only.
 */
export async function confirm(db: HandrailDb, rows: readonly Omit<ConfirmationRow, 'at'>[], stamp: Stamp): Promise<void> {
  if (rows.length === 0) return;
  await db.transaction('rw', db.confirmations, db.journal, async () => {
    const standing = await db.confirmations.bulkGet(rows.map(keyOf));
    const added = rows.filter((_row, at) => standing[at] === undefined);
    await db.confirmations.bulkPut(added.filter(({ record }) => isSaved(record)).map((row) => ({ ...row, at: stamp.now })));
    await append(
      db,
      added.map((row) => ({ type: 'confirmed', ...row })),
      stamp,
    );
  });
}

/** The rep stands for it no more: the criterion is a gap again for as long as it cannot be seen. */
export async function takeBackConfirmation(db: HandrailDb, ref: ConfirmationRef, stamp: Stamp): Promise<void> {
  await db.transaction('rw', db.confirmations, db.journal, async () => {
    if (!(await db.confirmations.get(keyOf(ref)))) return;
    await db.confirmations.delete(keyOf(ref));
    const { record, pack, sop, criterion } = ref;
    await append(db, [{ type: 'confirmation-taken-back', record, pack, sop, criterion }], stamp);
  });
}

export function confirmationsOf(db: HandrailDb, record: RecordKey): Promise<ConfirmationRow[]> {
  return db.confirmations.where({ record }).toArray();
}
