/** Approvals by code, for one record: that one was asked for, granted until the code runs out, or refused. Checking a code's signature is not done here. */
import type { HandrailDb } from './db';
import type { ApprovalRow } from './rows';
import { CodeUsedError, UnsavedRecordError } from './errors';
import { append, type Stamp } from './journal';
import { isSaved, type RecordKey } from './record-key';

/** Which approval of which pack. */
interface ApprovalRef {
  record: RecordKey;
  pack: string;
  /** The id of the approval step. */
  approval: string;
}

/** Journals that the rep asked for an approval. */
export async function askForApproval(db: HandrailDb, { record, pack, approval }: ApprovalRef, stamp: Stamp): Promise<void> {
  if (!isSaved(record)) throw new UnsavedRecordError();
  await append(db, [{ type: 'approval-asked', record, pack, approval }], stamp);
}

/** When the rep last asked for each approval of a pack, in milliseconds since 1970, by the id of its step. Reads the record's events only. */
export async function askedApprovals(db: HandrailDb, record: RecordKey, pack: string): Promise<Record<string, number>> {
  const asked = new Map<string, number>();
  for (const event of await db.journal.where('record').equals(record).toArray()) {
    if (event.type !== 'approval-asked' || event.pack !== pack) continue;
    asked.set(event.approval, Math.max(event.at, asked.get(event.approval) ?? 0));
  }
  return Object.fromEntries(asked);
}

/** Whether a code granted something here before, on whichever record; also where another code has taken its place since. */
export async function isCodeUsed(db: HandrailDb, code: string): Promise<boolean> {
  const granted = await db.journal.where('type').equals('approval-granted').toArray();
  return granted.some((event) => event.type === 'approval-granted' && event.code === code);
}

/**
 * Keep an approval, in place of an earlier one of the same step. Rejects with CodeUsedError where its code was used before.
 */
export async function grantApproval(db: HandrailDb, row: Omit<ApprovalRow, 'at'>, stamp: Stamp): Promise<void> {
  if (!isSaved(row.record)) throw new UnsavedRecordError();
  await db.transaction('rw', db.approvals, db.journal, async () => {
    if (await isCodeUsed(db, row.code)) throw new CodeUsedError();
    await db.approvals.put({ ...row, at: stamp.now });
    await append(db, [{ type: 'approval-granted', ...row }], stamp);
  });
}

/** Journals a code that was not taken, and why. */
export async function refuseApproval(
  db: HandrailDb,
  { record, pack, approval, why }: ApprovalRef & { why: string },
  stamp: Stamp,
): Promise<void> {
  await append(db, [{ type: 'approval-refused', record, pack, approval, why }], stamp);
}

/** Those that have run out too: `until` tells. */
export function approvalsOf(db: HandrailDb, record: RecordKey): Promise<ApprovalRow[]> {
  return db.approvals.where({ record }).toArray();
}
