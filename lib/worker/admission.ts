/** What became of a pack file that came in, by file or by subscription. */
import type { Layer } from '../pack/layers';
import type { Claims, Refusal } from '../pack/signed/refusal';

/** Where a pack file comes from. */
export interface Origin {
  source: 'file' | 'subscription';
  /** The subscription's address. */
  url?: string;
  /** Whose rules it holds, where the way in says so. */
  layer?: Layer;
  /** The id of the key that the person at the screen has just decided to trust. */
  trusts?: string;
}

/** A pack that is good but for its key, which nobody here trusts yet: the person at the screen is asked, once. */
export interface TrustAsk {
  claims: Claims;
  publicKey: string;
  /** The key in words that can be read out over the phone. */
  fingerprint: string;
  title: string;
}

/**
 * `taken`: it is here. `use`: `now`: in use; `later`: from `from` on, or for the groups and roles that it names; `kept`: it was here before, or
 * another version was chosen.
 */
export type Admission =
  | { kind: 'taken'; pack: string; version: string; title: string; isNew: boolean; use: 'now' | 'later' | 'kept'; from?: string }
  | { kind: 'ask'; ask: TrustAsk }
  | { kind: 'refused'; refusal: Refusal; pack?: string; version?: string };
