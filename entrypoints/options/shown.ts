/** What the database holds, as the options page shows it. */
import type { StudioModel } from '../../components/studio/model';
import { whatIsTrusted } from '../../lib/pack/signed/trusting';
import type { Policy } from '../../lib/policy-schema';
import type { HandrailDb } from '../../lib/progress/db';
import { keysOf } from '../../lib/progress/keys';
import { history, packsInUse } from '../../lib/progress/packs';
import { trustedKeys } from '../../lib/progress/trust';
import { allowedBy } from '../../lib/worker/heed-policy';
import { approversShown } from './approvals';
import { keysShown } from './keys';
import { draftsIn, groupsIn, historyShown, packsShown, rolesIn } from './packs';
import { refusedWords } from './refused';
import { subscriptionsShown } from './subscriptions';
import { trustedShown } from './trust';

type Shown = Pick<
  StudioModel,
  'packs' | 'subscriptions' | 'history' | 'roles' | 'groups' | 'keys' | 'approvers' | 'drafts' | 'trusted' | 'trouble'
>;

/** Before anything was read, and where nothing can be. */
export const NOTHING: Shown = {
  packs: undefined,
  subscriptions: { subscriptions: undefined, mayAdd: false },
  history: undefined,
  roles: [],
  groups: [],
  keys: undefined,
  approvers: undefined,
  drafts: undefined,
  trusted: undefined,
  trouble: null,
};

export async function shown(db: HandrailDb, policy: Policy): Promise<Shown> {
  const [rows, inUse, activations, keys, trust, subscriptionRows, subscriptions, isAllowed] = await Promise.all([
    db.packs.toArray(),
    packsInUse(db),
    history(db),
    keysOf(db),
    trustedKeys(db),
    db.subscriptions.toArray(),
    subscriptionsShown(db, policy, refusedWords),
    allowedBy(db, policy),
  ]);
  const trusting = await whatIsTrusted(policy, trust, []);
  const packs = packsShown(rows, { policy, trusting, trust, subscriptions: subscriptionRows });
  const files = inUse.map(({ pack }) => pack);
  const mayUse = (id: string, version: string): boolean =>
    policy.choosePacks && rows.some((row) => row.id === id && row.version === version && isAllowed(row));
  return {
    packs,
    subscriptions: { subscriptions, mayAdd: policy.choosePacks },
    history: historyShown(activations, packs, mayUse),
    roles: rolesIn(packs),
    groups: groupsIn(packs),
    keys: keysShown(keys, files),
    approvers: await approversShown(keys, files),
    drafts: draftsIn(packs),
    trusted: trustedShown(trust, trusting, policy),
    trouble: null,
  };
}
