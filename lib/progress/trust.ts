/** The keys that are trusted here, and the newest version of each pack that each key has brought. */
import type { AcceptedRow, HandrailDb, TrustRow } from './db';
import { append, type Stamp } from './journal';

/** What a signed pack that was taken leaves behind. */
export interface Learned {
  /** Keys that are trusted from now on. */
  keys: readonly Omit<TrustRow, 'at'>[];
  /** The ids of keys that count no more, by the word of `accepted.key`. */
  revokes: readonly string[];
  accepted: Omit<AcceptedRow, 'at'>;
}

/** To be called in a transaction over `trust`, `accepted` and `journal`. */
export async function learn(db: HandrailDb, { keys, revokes, accepted }: Learned, stamp: Stamp): Promise<void> {
  for (const row of keys) {
    if (await db.trust.get(row.key)) continue;
    await db.trust.add({ ...row, at: stamp.now });
    await append(db, [{ type: 'key-trusted', key: row.key, publisher: row.publisher, how: row.how }], stamp);
  }
  for (const key of revokes) {
    if ((await db.trust.update(key, { revokedAt: stamp.now, revokedBy: accepted.key })) === 0) continue;
    await append(db, [{ type: 'key-revoked', key, by: accepted.key }], stamp);
  }
  await db.accepted.put({ ...accepted, at: stamp.now });
}

/** The newest last. */
export async function trustedKeys(db: HandrailDb): Promise<TrustRow[]> {
  return (await db.trust.toArray()).sort((a, b) => a.at - b.at);
}

/** Trust a key no more. What it brought stays in use; what comes from it is asked about again. */
export async function forgetKey(db: HandrailDb, key: string, stamp: Stamp): Promise<void> {
  await db.transaction('rw', db.trust, db.journal, async () => {
    if (!(await db.trust.get(key))) return;
    await db.trust.delete(key);
    await append(db, [{ type: 'key-forgotten', key }], stamp);
  });
}
