/** Approvals that a manager's code granted, for one record and until the code runs out. Checking a code's signature is not done here. */
import type { ApprovalRow, HandrailDb } from './db';
import { CodeUsedError, UnsavedRecordError } from './errors';
import { append, type Stamp } from './journal';
import { isSaved, type RecordKey } from './record-key';

/**
 * Keep an approval, in place of an earlier one of the same step. Rejects with CodeUsedError where its code was used before, also where another
 * code has taken its place since: the journal knows them all.
 */
export async function grantApproval(db: HandrailDb, row: Omit<ApprovalRow, 'at'>, stamp: Stamp): Promise<void> {
  if (!isSaved(row.record)) throw new UnsavedRecordError();
  await db.transaction('rw', db.approvals, db.journal, async () => {
    const granted = await db.journal.where('type').equals('approval-granted').toArray();
    if (granted.some((event) => event.type === 'approval-granted' && event.code === row.code)) throw new CodeUsedError();
    await db.approvals.put({ ...row, at: stamp.now });
    await append(db, [{ type: 'approval-granted', ...row }], stamp);
  });
}

/** Journals a code that was not taken, and why. */
export async function refuseApproval(
  db: HandrailDb,
  { record, pack, approval, why }: { record: RecordKey; pack: string; approval: string; why: string },
  stamp: Stamp,
): Promise<void> {
  await append(db, [{ type: 'approval-refused', record, pack, approval, why }], stamp);
}

/** Those that have run out too: `until` tells. */
export function approvalsOf(db: HandrailDb, record: RecordKey): Promise<ApprovalRow[]> {
  return db.approvals.where({ record }).toArray();
}
