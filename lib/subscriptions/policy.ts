/** The subscriptions that a policy brings: they come and go with it, and nobody else removes them. */
import type { Policy } from '../policy-schema';
import type { HandrailDb, PackRow, SubscriptionRow } from '../progress/db';
import type { Stamp } from '../progress/journal';
import { addSubscription, removeSubscription } from '../progress/subscriptions';
import { readAddress } from './address';
import { firstLook } from './schedule';

/** What follows a subscription that the policy has taken back. */
type PutAway = (row: PackRow) => Promise<void>;

/**
 * Brings the subscriptions in line with the policy's list. The list must be one that the policy told (lib/policy.ts keeps the last good one): what
 * it lacks is taken away, and the pack that came by it is put away. True where anything changed.
 */
export async function followPolicySubscriptions(
  db: HandrailDb,
  policy: Pick<Policy, 'subscriptions' | 'privateAddresses'>,
  { stamp, random, putAway }: { stamp: Stamp; random: () => number; putAway: PutAway },
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
    const [inUse] = await packsFrom(db, row, 1);
    if (inUse) await putAway(inUse);
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
async function takeOver(db: HandrailDb, row: SubscriptionRow): Promise<void> {
  await db.transaction('rw', db.subscriptions, db.packs, async () => {
    await db.subscriptions.update(row.url, { by: row.by, layer: row.layer });
    for (const { id, version } of await packsFrom(db, row)) await db.packs.update([id, version], { layer: row.layer });
  });
}

async function packsFrom(db: HandrailDb, { url, pack }: SubscriptionRow, active?: PackRow['active']): Promise<PackRow[]> {
  if (pack === undefined) return [];
  const rows = await db.packs.where('id').equals(pack).toArray();
  return rows.filter((row) => row.url === url && (active === undefined || row.active === active));
}
