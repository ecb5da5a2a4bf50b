/** What the organisation's policy fixes, as the options page shows it. Plain data; times in milliseconds since 1970. */
import type { PolicyKey, PolicyProblem } from '../../../lib/policy-rules';
import type { Policy } from '../../../lib/policy-schema';

export interface OrganisationModel {
  policy: Policy;
  /** Whether the browser has told yet. */
  isKnown: boolean;
  /** The rules that the policy sets. */
  set: readonly PolicyKey[];
  problems: readonly PolicyProblem[];
  toldAt: number | null;
}

/** The controls of this page that the policy has taken over. */
export interface Fixed {
  handle: boolean;
  readAtMove: boolean;
  roles: boolean;
  groups: boolean;
  packs: boolean;
}
