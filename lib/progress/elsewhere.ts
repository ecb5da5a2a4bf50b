/** Stage changes that no save of this browser explains: the catch-up that each of them opens, once. */
import type { ElsewhereRow, HandrailDb } from './db';
import { append, type Stamp } from './journal';
import type { RecordKey } from './record-key';

/** The newest open one of a record. */
export async function openElsewhere(db: HandrailDb, record: RecordKey): Promise<ElsewhereRow | undefined> {
  const open = await db.elsewhere.where('[record+state]').equals([record, 'open']).toArray();
  return open.sort((a, b) => b.at - a.at)[0];
}

/** Close a catch-up: everything skipped is met by now, the rep gave a reason, or wants to hear no more of it. One that is closed stays as it is. */
export async function closeElsewhere(
  db: HandrailDb,
  id: string,
  how: 'met' | 'reason' | 'dismissed',
  pack: string,
  stamp: Stamp,
): Promise<void> {
  await db.transaction('rw', db.elsewhere, db.journal, async () => {
    const row = await db.elsewhere.get(id);
    if (row?.state !== 'open') return;
    await db.elsewhere.put({ ...row, state: how === 'dismissed' ? 'dismissed' : 'settled', closedAt: stamp.now });
    await append(db, [{ type: 'catch-up-closed', record: row.record, pack, how }], stamp);
  });
}
