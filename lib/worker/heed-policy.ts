/** What the policy no longer allows is put away: packs that came before it was told, or past it by an import. What may be used now is put to use. */
import { isFor, type Audience } from '../pack/rollout';
import { whatIsTrusted } from '../pack/signed/trusting';
import { isNewer } from '../pack/version';
import type { Policy } from '../policy-schema';
import type { HandrailDb } from '../progress/db';
import type { PackRow } from '../progress/rows';
import type { Stamp } from '../progress/journal';
import { activatePack, packsInUse, packsWaiting, putAway } from '../progress/packs';

/** True where a pack was put away. It waits until the policy allows it again. */
export async function heedPolicy(db: HandrailDb, policy: Policy, stamp: Stamp): Promise<boolean> {
  const mayBeUsed = await allowedBy(db, policy);
  const leaving = (await packsInUse(db)).filter((row) => !mayBeUsed(row));
  for (const { id } of leaving) await putAway(db, id, stamp, { waits: true });
  return leaving.length > 0;
}

/**
 * Puts to use the packs that were waiting for a day, a group, a role or the policy: of each the newest version that may be used now. True where
 * there was one.
 */
export async function useWaiting(db: HandrailDb, policy: Policy, audience: Audience, id: () => string): Promise<boolean> {
  const waiting = await packsWaiting(db);
  if (waiting.length === 0) return false;
  const mayBeUsed = await allowedBy(db, policy);
  const newest = new Map<string, PackRow>();
  for (const row of waiting.filter(({ pack }) => isFor(pack, audience)).filter(mayBeUsed)) {
    const other = newest.get(row.id);
    if (!other || isNewer(row.version, other.version)) newest.set(row.id, row);
  }
  const oldestFirst = [...newest.values()].sort((a, b) => a.addedAt - b.addedAt);
  for (const row of oldestFirst) await activatePack(db, row.id, row.version, { now: audience.now, id });
  return newest.size > 0;
}

/** Whether the policy lets a pack be used that is here. What ships with Handrail always may: it is as trusted as Handrail itself. */
export async function allowedBy(db: HandrailDb, policy: Policy): Promise<(row: PackRow) => boolean> {
  const [trust, subscriptions] = await Promise.all([db.trust.toArray(), db.subscriptions.toArray()]);
  const { keys, mayTrust, organisation } = await whatIsTrusted(policy, trust, []);
  const given = new Set(subscriptions.filter(({ by }) => by === 'policy').map(({ url }) => url));
  return ({ source, signature, url }) => {
    if (source === 'starter') return true;
    if (!policy.choosePacks && !(url !== undefined && given.has(url))) return false;
    if (!signature) return !policy.requireSigned;
    const { key, audience } = signature;
    const isOurs = organisation === null || audience === null || audience === organisation;
    return isOurs && !policy.revokedKeys.includes(key) && (mayTrust || keys.has(key));
  };
}
