/** Why a pack file is not taken. One list for the command line, files, subscriptions and policies; nothing is changed by a refused pack. */

/** What a signed pack says of itself, inside what is signed. Times in milliseconds since 1970. */
export interface Claims {
  /** The id of the key that signed. */
  key: string;
  /** The pack's id, version and publisher, as they are in the pack. */
  pack: string;
  version: string;
  publisher: string;
  /** The organisation that it is for; null for everybody. */
  audience: string | null;
  issuedAt: number;
  expiresAt: number | null;
  /** The ids of keys that the publisher used before and that count no more. */
  revokes: readonly string[];
}

export type Refusal =
  /** Signatures are required, and it has none. */
  | { why: 'not-signed' }
  /** It is not written the one way that a signed pack is written: trailing bytes, a key twice, another algorithm. */
  | { why: 'malformed'; detail: string }
  /** The bytes are not those that were signed, or another key signed them. */
  | { why: 'forged' }
  /** Nobody here trusts the key, and may not by policy. */
  | { why: 'untrusted-key'; key: string }
  | { why: 'revoked-key'; key: string }
  /** The pack here was signed by another key, and no rotation leads from that one to this. */
  | { why: 'other-key'; key: string; known: string }
  /** What the signature says of the pack is not what the pack says. */
  | { why: 'other-pack'; claimed: string; found: string }
  /** `expected`: the organisation here. */
  | { why: 'other-organisation'; audience: string; expected: string }
  | { why: 'older'; version: string; known: string }
  /** Other content under a version that is known here. */
  | { why: 'other-bytes'; version: string }
  | { why: 'expired'; expiresAt: number }
  /** Signed later than now: this clock is slow, or the signer's is fast. */
  | { why: 'not-yet'; issuedAt: number }
  /** This computer's clock is earlier than the signature of a pack that was taken before. */
  | { why: 'clock-back'; known: number }
  /** It needs a newer Handrail. */
  | { why: 'needs-newer'; minimum: string; have: string }
  /** The policy lets nobody add packs. */
  | { why: 'not-allowed' }
  /** The pack itself cannot be used: every mistake with its place. */
  | { why: 'invalid'; problems: readonly { path: string; message: string }[] };
