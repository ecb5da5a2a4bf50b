/** Rule packs as the options page shows them. Plain data; times in milliseconds since 1970. */
import type { Contents, Role } from '../shapes';

/** Whose rules a pack holds. The first goes before the others. */
export const layers = ['company', 'team', 'personal'] as const;
export type Layer = (typeof layers)[number];

/** How the key that signed a pack is trusted here. `none`: it was forgotten since. */
export type Trust =
  { how: 'policy' } | { how: 'first-use'; at: number } | { how: 'rotation'; at: number } | { how: 'revoked' } | { how: 'none' };

/** Who signed a pack, and what was signed with it. */
export interface SignedView {
  /** The id of the key. */
  key: string;
  /** The key in words to read out. */
  fingerprint: string;
  publisher: string;
  /** The organisation that it is for; null for everybody. */
  audience: string | null;
  issuedAt: number;
  expiresAt: number | null;
  trust: Trust;
}

/** Until when, and for whom, a pack waits. It says so itself. */
export interface RolloutView {
  /** An ISO day. */
  from?: string;
  groups: readonly string[];
  roles: readonly string[];
}

/** Where a pack came from. */
export type Source =
  { kind: 'starter' } | { kind: 'file' } | { kind: 'subscription'; url: string; host: string; by: 'rep' | 'policy'; freshAt?: number };

/** One version of a pack on this computer. */
export interface PackView extends Contents {
  id: string;
  version: string;
  title: string;
  publisher: string;
  description?: string;
  layer: Layer;
  source: Source;
  addedAt: number;
  inUse: boolean;
  activeAt?: number;
  /** Absent for a draft, and for what came with Handrail. */
  signed?: SignedView;
  /** It is to be used once it may be: its rollout has come to this person, or the policy lets it. */
  waits: boolean;
  /** Absent where it is meant for everybody at once. */
  rollout?: RolloutView;
  /** SHA-256 of the pack file, in base64url. */
  digest?: string;
  roles: readonly Role[];
  /** The layers that the person may put it in; none where the organisation decides. */
  mayBe: readonly Layer[];
}

/** Puts back what was before. */
export type Undo = () => Promise<void>;

/** Promises reject with an Error whose message may be shown. */
export interface PacksEvents {
  onUsePack(id: string, version: string): Promise<Undo>;
  onStopUsing(id: string, version: string): Promise<Undo>;
  onLayer(id: string, layer: Layer): Promise<void>;
}
