/** The keys that are trusted here, and the newest version of each pack that each key has brought. */
import type { HandrailDb } from './db';
import type { AcceptedRow, TrustRow } from './rows';
import { isNewer } from '../pack/version';
import { OvertakenError } from './errors';
import { append, type Stamp } from './journal';

/** What a signed pack that was taken leaves behind. */
export interface Learned {
  /** Keys that are trusted from now on. */
  keys: readonly Omit<TrustRow, 'at'>[];
  /** The keys that count no more, by the word of `accepted.key`. One that a policy pins is not kept here yet. */
  revokes: readonly Omit<TrustRow, 'at'>[];
  accepted: Omit<AcceptedRow, 'at'>;
}

/**
 * To be called in a transaction over `trust`, `accepted` and `journal`. Rejects with OvertakenError where another way in has brought a newer
 * version, or the word that the key is revoked, since the pack was looked at.
 */
export async function learn(db: HandrailDb, { keys, revokes, accepted }: Learned, stamp: Stamp): Promise<void> {
  const before = await db.accepted.get([accepted.key, accepted.pack]);
  const isRevoked = (await db.trust.get(accepted.key))?.revokedAt !== undefined;
  if (isRevoked || (before && isNewer(before.version, accepted.version))) throw new OvertakenError();
  for (const row of keys) {
    if (await db.trust.get(row.key)) continue;
    await db.trust.add({ ...row, at: stamp.now });
    await append(db, [{ type: 'key-trusted', key: row.key, publisher: row.publisher, how: row.how }], stamp);
  }
  for (const row of revokes) {
    const kept = (await db.trust.get(row.key)) ?? { ...row, at: stamp.now };
    await db.trust.put({ ...kept, revokedAt: stamp.now, revokedBy: accepted.key });
    await append(db, [{ type: 'key-revoked', key: row.key, by: accepted.key }], stamp);
  }
  // The same version may have been signed twice, and come in either order: the later signature is what no clock can be earlier than.
  await db.accepted.put({ ...accepted, issuedAt: Math.max(accepted.issuedAt, before?.issuedAt ?? 0), at: stamp.now });
}

/** The newest last. */
export async function trustedKeys(db: HandrailDb): Promise<TrustRow[]> {
  return (await db.trust.toArray()).sort((a, b) => a.at - b.at);
}

/** Trust a key no more. What it brought stays in use; what comes from it is asked about again. One that is revoked stays that, and is kept. */
export async function forgetKey(db: HandrailDb, key: string, stamp: Stamp): Promise<void> {
  await db.transaction('rw', db.trust, db.journal, async () => {
    const row = await db.trust.get(key);
    if (!row || row.revokedAt !== undefined) return;
    await db.trust.delete(key);
    await append(db, [{ type: 'key-forgotten', key }], stamp);
  });
}
