/** A pack on its way from a draft to a signed file. Plain data; times in milliseconds since 1970. */
import type { Problem } from '../shapes';

/** A draft on this computer. */
export interface DraftView {
  id: string;
  version: string;
  title: string;
}

/** A pack that can be signed, exactly as it will be. */
export interface Draft extends DraftView {
  publisher: string;
  /** The pack file's text. */
  text: string;
}

/** `advice`: what may wait. `wrong`: what has to be mended first. */
export type DraftCheck = { kind: 'good'; draft: Draft; advice: readonly Problem[] } | { kind: 'wrong'; errors: readonly Problem[] };

interface SignTerms {
  /** The id of the key that signs. */
  key: string;
  /** The organisation that it is for; everybody without it. */
  audience?: string;
  expiresAt?: number;
}

/** Promises reject with an Error whose message may be shown. */
export interface PublishEvents {
  onCheckDraft(draft: DraftView | File): Promise<DraftCheck>;
  /** Signs it and saves the file. Resolves with the file's name. */
  onSign(draft: Draft, terms: SignTerms): Promise<string>;
}
