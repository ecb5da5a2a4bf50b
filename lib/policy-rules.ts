/** Which rule counts when a policy is late, gone or not well-formed: the last good one. Pure. */
import { policyKeys, policySchema, type Policy } from './policy-schema';
import { sameJson } from './progress/same-json';
import { z } from './zod';

export const ruleProblem = z.object({
  key: z.enum(policyKeys),
  /** `missing`: set before, and not there now. The browser drops a value of the wrong type, so it may be malformed all the same. */
  why: z.enum(['malformed', 'missing']),
});

/** A rule that could not be read. */
export type PolicyProblem = z.infer<typeof ruleProblem>;
export type PolicyKey = PolicyProblem['key'];

/** What rules nothing. */
const OPEN: Policy = policySchema.parse({});

/**
 * What counts until the browser has told the policy for the first time, seconds after the first start; and for a value that is not well-formed
 * where there was no good one before. Nothing is loosened by not knowing:
 */
export const UNTOLD: Policy = {
  // To read from the CRM is a power: not before it is allowed.
  readAtMove: false,
  // The guard is what Handrail is for. It only asks: that it asks for some seconds where it should not does less harm than a move that passes in silence.
  guard: true,
  // Only looks, and opens only the panel; the rep's own setting counts.
  handle: 'rep',
  // A pack that somebody adds now could be one that may not be added. `policy.known` lets them wait instead.
  choosePacks: false,
  requireSigned: true,
  // These add something or narrow something down, and cannot be guessed. As long as nobody can add a pack, no key and no organisation lets one in.
  organisation: OPEN.organisation,
  trustedKeys: OPEN.trustedKeys,
  revokedKeys: OPEN.revokedKeys,
  subscriptions: OPEN.subscriptions,
  privateAddresses: false,
  // A role or a group too many would show what is not for this rep; the rep's own roles count.
  roles: OPEN.roles,
  groups: OPEN.groups,
};

/** By key, as the policy has it. */
type Rules = Record<string, unknown>;

const own = (rules: Rules, key: PolicyKey): unknown => (Object.hasOwn(rules, key) ? rules[key] : undefined);

/** One bad entry of a list makes the whole value malformed: half a list of trusted keys is another rule than the one that was written. */
const isGood = (key: PolicyKey, value: unknown): boolean => value !== undefined && policySchema.shape[key].safeParse(value).success;

/**
 * What counts of what the browser tells now.
 * @param before the last good values, by key
 */
export function heed(told: Rules, before: Rules): { rules: Rules; problems: PolicyProblem[] } {
  const rules: Rules = {};
  const problems: PolicyProblem[] = [];
  for (const key of policyKeys) {
    const value = own(told, key);
    const last = own(before, key);
    if (isGood(key, value)) rules[key] = value;
    else if (value !== undefined || (last !== undefined && !sameJson(last, OPEN[key]))) {
      rules[key] = last ?? UNTOLD[key];
      problems.push({ key, why: value === undefined ? 'missing' : 'malformed' });
    }
  }
  return { rules, problems };
}

/** The whole policy from the rules that are kept, which are outside data as well. */
export function inForce(rules: Rules): Policy {
  const set = policyKeys.filter((key) => own(rules, key) !== undefined);
  return policySchema.parse(Object.fromEntries(set.map((key) => [key, isGood(key, rules[key]) ? rules[key] : UNTOLD[key]])));
}
