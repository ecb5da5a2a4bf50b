/** The subscriptions that a policy brings: they come and go with it, and nobody else removes them. */
import type { Policy } from '../policy-schema';
import type { HandrailDb } from '../progress/db';
import type { SubscriptionRow } from '../progress/rows';
import type { Stamp } from '../progress/journal';
import { packsInUse, putAway, setLayer } from '../progress/packs';
import { addSubscription, removeSubscription } from '../progress/subscriptions';
import { readAddress } from './address';
import { firstLook } from './schedule';

/**
 * Brings the subscriptions in line with the policy's list. The list must be one that the policy told (lib/policy.ts keeps the last good one): what
 * it lacks is taken away, and the pack that came by it is put away. True where anything changed.
 * @param random from 0 up to 1
 */
export async function followPolicySubscriptions(
  db: HandrailDb,
  policy: Pick<Policy, 'subscriptions' | 'privateAddresses'>,
  stamp: Stamp,
  random: () => number,
): Promise<boolean> {
  const wanted = new Map(
    policy.subscriptions.map(({ url, layer }) => {
      const address = readAddress(url, policy);
      // An address that is refused stays as it is written: it is told as trouble, not left out without a word.
      return [address.kind === 'good' ? address.url : url, layer];
    }),
  );
  const rows = await db.subscriptions.toArray();
  let changed = false;
  for (const row of rows.filter(({ by, url }) => by === 'policy' && !wanted.has(url))) {
    await removeSubscription(db, row.url, stamp);
    await putAwayWhatCame(db, row, stamp);
    changed = true;
  }
  for (const [url, layer] of wanted) {
    const row = rows.find((each) => each.url === url);
    if (row?.by === 'policy' && row.layer === layer) continue;
    if (row) await takeOver(db, { ...row, by: 'policy', layer });
    else await addSubscription(db, { url, by: 'policy', layer, dueAt: firstLook(stamp.now, random()) }, stamp);
    changed = true;
  }
  return changed;
}

/** A subscription that was there before under other terms: what it has brought counts by the new ones from now on. */
async function takeOver(db: HandrailDb, { url, by, layer, pack }: SubscriptionRow): Promise<void> {
  await db.transaction('rw', db.subscriptions, db.packs, async () => {
    await db.subscriptions.update(url, { by, layer });
    if (pack !== undefined) await setLayer(db, pack, layer);
  });
}

/** A pack that has come another way since stays. */
async function putAwayWhatCame(db: HandrailDb, { url, pack }: SubscriptionRow, stamp: Stamp): Promise<void> {
  const inUse = (await packsInUse(db)).find(({ id }) => id === pack);
  if (inUse?.url === url) await putAway(db, inUse.id, stamp);
}
