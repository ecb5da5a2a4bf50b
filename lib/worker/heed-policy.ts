/** What the policy no longer allows is put away: packs that came before it was told, or past it by an import. */
import { whatIsTrusted } from '../pack/signed/trusting';
import type { Policy } from '../policy-schema';
import type { HandrailDb, PackRow } from '../progress/db';
import type { Stamp } from '../progress/journal';
import { packsInUse, putAway } from '../progress/packs';

/** True where a pack was put away. What ships with Handrail stays: it is as trusted as Handrail itself. */
export async function heedPolicy(db: HandrailDb, policy: Policy, stamp: Stamp): Promise<boolean> {
  const [rows, trust, subscriptions] = await Promise.all([packsInUse(db), db.trust.toArray(), db.subscriptions.toArray()]);
  const { keys } = await whatIsTrusted(policy, trust, []);
  const given = new Set(subscriptions.filter(({ by }) => by === 'policy').map(({ url }) => url));
  const mayStay = ({ source, signature, url }: PackRow): boolean => {
    if (source === 'starter') return true;
    if (!policy.choosePacks && !(url !== undefined && given.has(url))) return false;
    if (!signature) return !policy.requireSigned;
    return !policy.revokedKeys.includes(signature.key) && (policy.trustedKeys.length === 0 || keys.has(signature.key));
  };
  const leaving = rows.filter((row) => !mayStay(row));
  for (const { id } of leaving) await putAway(db, id, stamp);
  return leaving.length > 0;
}
