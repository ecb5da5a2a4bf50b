/** What the local database holds, row by row. Never a CRM value but what the rep has said. */
import type { Layer } from '../pack/layers';
import type { PackFile } from '../pack/schema';
import type { Trouble } from '../subscriptions/trouble';
import type { JournalEvent } from './journal-event';
import type { RecordKey } from './record-key';

/** Who signed a pack, and what was signed with it. Times in milliseconds since 1970. */
export interface PackSignature {
  /** The id of the key. */
  key: string;
  publisher: string;
  /** The organisation that it is for; null for everybody. */
  audience: string | null;
  issuedAt: number;
  expiresAt: number | null;
}

export interface PackRow {
  id: string;
  version: string;
  pack: PackFile;
  source: 'starter' | 'file' | 'subscription';
  layer: Layer;
  /** SHA-256 of the pack file's bytes, in base64url; absent for those that came before this was kept. */
  digest?: string;
  /** Absent for a draft, and for what ships with the extension. */
  signature?: PackSignature;
  /** The address of the subscription that brought it. */
  url?: string;
  addedAt: number;
  /** 1 for a pack in use. IndexedDB cannot index booleans. At most one version of a pack is. */
  active: 0 | 1;
  /** When it was put to use; absent where it is not in use. */
  activeAt?: number;
  /** 1 for one that is to be used once it may be: its rollout has come to this person, or the policy lets it. Absent for the others. */
  waits?: 1;
}

/** A publisher's key that somebody here trusts: on first use, or by a rotation that an older trusted key signed. What a policy pins is not kept here, until its successor revokes it. */
export interface TrustRow {
  key: string;
  /** 32 bytes in base64url. */
  publicKey: string;
  publisher: string;
  /** The organisation that it was trusted for; null for any. */
  audience: string | null;
  how: 'first-use' | 'rotation';
  at: number;
  /** The id of the key that it took the place of. */
  replaces?: string;
  /** When it was revoked, and by which key. */
  revokedAt?: number;
  revokedBy?: string;
}

/** The newest version of a pack that a key has brought here: nothing older, and nothing else under the same version, is taken from that key. */
export interface AcceptedRow {
  key: string;
  pack: string;
  version: string;
  digest: string;
  issuedAt: number;
  at: number;
}

/** An address that a pack is fetched from. Times in milliseconds since 1970. */
export interface SubscriptionRow {
  url: string;
  by: 'rep' | 'policy';
  layer: Layer;
  addedAt: number;
  /** When to look next. */
  dueAt: number;
  /** How often in a row it failed. */
  failures: number;
  /** The validators of what was taken last, for a conditional request. */
  etag?: string;
  lastModified?: string;
  checkedAt?: number;
  /** When the host last gave or confirmed the pack that is here. */
  freshAt?: number;
  /** What went wrong the last time; absent where nothing did. */
  trouble?: Trouble;
  /** The id of the pack that it brings, once it has. */
  pack?: string;
}

/** The version of a pack that a record began its stage with. */
export interface BegunRow {
  record: RecordKey;
  pack: string;
  version: string;
  /** The pack's own ids, `sales/demo`. */
  stage: string;
  at: number;
  /** The version whose changes the rep put off until the next stage. */
  putOff?: string;
}

/** A rep's mark on one step of one record. Absent: never touched. */
export interface TickRow {
  record: RecordKey;
  pack: string;
  step: string;
  state: 'done' | 'na' | 'open';
  reason?: string;
  at: number;
}

/** A rep's answer to one of a pack's questions, on one record. */
export interface AnswerRow {
  record: RecordKey;
  pack: string;
  answer: string;
  value: string | number | boolean | string[];
  at: number;
}

/** A journal event in the order it was written. */
export type JournalRow = JournalEvent & { seq: number };

/** An override, and whether it is made good. */
export interface DebtRow {
  id: string;
  record: RecordKey;
  pack: string;
  sop: string;
  criterion: string;
  label: string;
  /** Pack stage titles. */
  from: string | null;
  to: string | null;
  reasonCode?: string;
  reasonLabel?: string;
  note?: string;
  openedAt: number;
  /** When the exception ends, in milliseconds since 1970. */
  until?: number;
  state: 'open' | 'met' | 'waived' | 'expired';
  closedAt?: number;
  /** Why it was waived. */
  waiver?: string;
}

/** The stage a record was last seen in, by the CRM's own value, and since when; null where it was not seen yet, but a save of ours moves it. */
export interface SeenRow {
  record: RecordKey;
  stage: string | null;
  at: number;
  /** The stages that saves of this browser, let go by the guard, are about to bring, and when they were let go. Oldest first. */
  expected?: { stage: string; at: number }[];
}

/** A criterion that cannot be seen and that the rep stands for. */
export interface ConfirmationRow {
  record: RecordKey;
  pack: string;
  sop: string;
  criterion: string;
  /** The rep's name, '' where none was given in the options. */
  by: string;
  at: number;
}

/** A stage change that no save of this browser explains: made on another device, by another person, the API or automation, or unchecked. */
export interface ElsewhereRow {
  id: string;
  record: RecordKey;
  /** The CRM's own stage values. */
  from: string;
  to: string;
  /** When it was noticed. */
  at: number;
  state: 'open' | 'settled' | 'dismissed';
  closedAt?: number;
}

/** An approval that was granted by a code. */
export interface ApprovalRow {
  record: RecordKey;
  pack: string;
  /** The id of the approval step. */
  approval: string;
  /** The approver's name, as the pack has it. */
  by: string;
  /** The id of the key that signed. */
  key: string;
  /** The code's own id: a code counts once. */
  code: string;
  at: number;
  until: number;
}

/** The stage that a rep chose by hand, for a record whose page cannot be read. */
export interface PlacedRow {
  record: RecordKey;
  /** The CRM's own stage value. */
  stage: string;
  /** What the CRM calls its pipeline, where the pack tells pipelines apart by that. */
  pipeline?: string;
  at: number;
}

/** A manager's key. The private half cannot be taken out of the browser. */
export interface KeyRow {
  id: string;
  name: string;
  publicKey: string;
  privateKey: CryptoKey;
  /** When it came to this browser. */
  createdAt: number;
  /** There is a backup file of it; absent for keys that were made before keys had one. */
  hasBackup?: true;
}
