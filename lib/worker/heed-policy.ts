/** What the policy no longer allows is put away: packs that came before it was told, or past it by an import. */
import { whatIsTrusted } from '../pack/signed/trusting';
import type { Policy } from '../policy-schema';
import type { HandrailDb, PackRow } from '../progress/db';
import type { Stamp } from '../progress/journal';
import { packsInUse, putAway } from '../progress/packs';

/** Which packs may be used here. What ships with Handrail always may: it is as trusted as Handrail itself. */
export async function allowedBy(db: HandrailDb, policy: Policy): Promise<(row: PackRow) => boolean> {
  const [trust, subscriptions] = await Promise.all([db.trust.toArray(), db.subscriptions.toArray()]);
  const { keys } = await whatIsTrusted(policy, trust, []);
  const given = new Set(subscriptions.filter(({ by }) => by === 'policy').map(({ url }) => url));
  return ({ source, signature, url }) => {
    if (source === 'starter') return true;
    if (!policy.choosePacks && !(url !== undefined && given.has(url))) return false;
    if (!signature) return !policy.requireSigned;
    return !policy.revokedKeys.includes(signature.key) && (policy.trustedKeys.length === 0 || keys.has(signature.key));
  };
}

/** True where a pack was put away. */
export async function heedPolicy(db: HandrailDb, policy: Policy, stamp: Stamp): Promise<boolean> {
  const [rows, mayStay] = await Promise.all([packsInUse(db), allowedBy(db, policy)]);
  const leaving = rows.filter((row) => !mayStay(row));
  for (const { id } of leaving) await putAway(db, id, stamp);
  return leaving.length > 0;
}
