/** What is known here about keys, before a signed pack is looked at: which are trusted and why, which count no more, and what came from them. */
import { keyIdOf } from '../../signing/key';

/** A key that is trusted here. */
export interface TrustedKey {
  publisher: string;
  /** The organisation that it was trusted for; null for any. */
  audience: string | null;
  how: 'policy' | 'first-use' | 'rotation';
  /** The id of the key that it took the place of. */
  replaces?: string;
}

/** The newest version of a pack that a key has brought here. Times in milliseconds since 1970. */
export interface Accepted {
  key: string;
  pack: string;
  version: string;
  digest: string;
  issuedAt: number;
  at: number;
}

export interface Trusting {
  /** By id. One that is revoked counts for nothing, but as the one that another took the place of. */
  keys: ReadonlyMap<string, TrustedKey>;
  /** The ids of keys that count no more. */
  revoked: ReadonlySet<string>;
  /** Whether a person may decide to trust a key that is not among them. */
  mayTrust: boolean;
  /** The organisation here, where the policy says it. */
  organisation: string | null;
  accepted: readonly Accepted[];
}

/** The part of a policy that is about keys. */
interface KeyPolicy {
  trustedKeys: readonly { key: string; publisher: string }[];
  revokedKeys: readonly string[];
  /** '' for none. */
  organisation: string;
}

/** A key that is kept in the database. */
interface KeptKey {
  key: string;
  publisher: string;
  audience: string | null;
  how: 'first-use' | 'rotation';
  replaces?: string;
  revokedAt?: number;
}

/**
 * Puts together what the policy says and what is kept here. Where the policy names keys, a key that somebody here trusted does not count; one
 * that a named key led to by its own signature does.
 */
export async function whatIsTrusted(policy: KeyPolicy, kept: readonly KeptKey[], accepted: readonly Accepted[]): Promise<Trusting> {
  const mayTrust = policy.trustedKeys.length === 0;
  const keys = new Map<string, TrustedKey>();
  for (const { key, publisher } of policy.trustedKeys) keys.set(await keyIdOf(key), { publisher, audience: null, how: 'policy' });
  if (mayTrust) for (const row of kept) keys.set(row.key, trusted(row));
  else addSuccessors(keys, kept);
  const revoked = kept.filter(({ revokedAt }) => revokedAt !== undefined).map(({ key }) => key);
  return {
    keys,
    revoked: new Set([...policy.revokedKeys, ...revoked]),
    mayTrust,
    organisation: policy.organisation === '' ? null : policy.organisation,
    accepted,
  };
}

/** Keys that took the place of one that is there, and of those in turn. */
function addSuccessors(keys: Map<string, TrustedKey>, kept: readonly KeptKey[]): void {
  const isNext = ({ key, replaces }: KeptKey) => replaces !== undefined && keys.has(replaces) && !keys.has(key);
  for (let row = kept.find(isNext); row; row = kept.find(isNext)) keys.set(row.key, trusted(row));
}

function trusted({ publisher, audience, how, replaces }: KeptKey): TrustedKey {
  return { publisher, audience, how, ...(replaces !== undefined && { replaces }) };
}
