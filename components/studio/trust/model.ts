/** What is shown when a person is asked about a key, and of the keys that are trusted. Plain data; times in milliseconds since 1970. */
import type { Checked } from '../../../lib/messages/protocol';

/** A pack that is good but for its key, which nobody here trusts yet. */
export type TrustAsk = Extract<Checked, { kind: 'ask' }>['ask'];

export interface TrustedKeyView {
  /** The key's id. */
  key: string;
  fingerprint: string;
  publisher: string;
  /** The organisation that it was trusted for; null for any. */
  audience: string | null;
  how: 'policy' | 'first-use' | 'rotation';
  /** When it came to be trusted; absent for what the policy pins. */
  at?: number;
  /** It counts no more: the policy says so, or the key that took its place. */
  revoked?: 'policy' | 'successor';
  /** The policy names keys, and this one is not led to by any of them. */
  isOff: boolean;
}

/** Promises reject with an Error whose message may be shown. */
export interface TrustEvents {
  onForgetKey(key: string): Promise<void>;
}
