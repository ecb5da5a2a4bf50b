/** The local database `handrail`: its rows, its schema, and how a connection behaves when another version of Handrail comes along. */
import { Dexie, type Table, type Transaction } from 'dexie';
import type { PackFile } from '../pack/schema';
import { readShape } from '../pack/shape';
import type { Trouble } from '../subscriptions/trouble';
import { NewerDatabaseError } from './errors';
import type { JournalEvent } from './journal-event';
import type { RecordKey } from './record-key';

/** Whose rules a pack holds. Where several packs know a record's object, the first of these goes before the others. */
export const layers = ['company', 'team', 'personal'] as const;
export type Layer = (typeof layers)[number];

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

/** Dexie answers a VersionError by opening, and even patching, the newer database. This factory ends that attempt before it starts. */
function refusingNewer(factory: IDBFactory): IDBFactory {
  return {
    open: (name, version) => {
      if (version === undefined) throw new NewerDatabaseError();
      return factory.open(name, version);
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  };
}

/** The format of packs has grown. A pack that cannot be read any more is kept, and not used. */
async function readPacksAgain(transaction: Transaction): Promise<void> {
  await transaction
    .table<PackRow>('packs')
    .toCollection()
    .modify((row) => {
      const { pack } = readShape(row.pack);
      if (pack) row.pack = pack;
      else row.active = 0;
    });
}

/** Whose rules a pack holds is told now: what came before there were signatures is the person's own. */
async function giveLayers(transaction: Transaction): Promise<void> {
  await transaction
    .table<PackRow>('packs')
    .toCollection()
    .modify((row) => {
      row.layer = 'personal';
      if (row.active === 1) row.activeAt = row.addedAt;
    });
}

/**
 * One connection to the database. Tests pass a name and an IndexedDB of their own.
 *
 * A change that the screen shows as saved has reached the disk: transactions are `strict` (facts/browser.md §3).
 */
export class HandrailDb extends Dexie {
  declare readonly packs: Table<PackRow, [id: string, version: string]>;
  declare readonly ticks: Table<TickRow, [record: RecordKey, pack: string, step: string]>;
  declare readonly answers: Table<AnswerRow, [record: RecordKey, pack: string, answer: string]>;
  declare readonly journal: Table<JournalRow, number, JournalEvent>;
  declare readonly debts: Table<DebtRow, string>;
  declare readonly seen: Table<SeenRow, RecordKey>;
  declare readonly confirmations: Table<ConfirmationRow, [record: RecordKey, pack: string, sop: string, criterion: string]>;
  declare readonly elsewhere: Table<ElsewhereRow, string>;
  declare readonly approvals: Table<ApprovalRow, [record: RecordKey, pack: string, approval: string]>;
  declare readonly placed: Table<PlacedRow, RecordKey>;
  declare readonly keys: Table<KeyRow, string>;
  declare readonly trust: Table<TrustRow, string>;
  declare readonly accepted: Table<AcceptedRow, [key: string, pack: string]>;
  declare readonly subscriptions: Table<SubscriptionRow, string>;
  declare readonly begun: Table<BegunRow, [record: RecordKey, pack: string]>;

  private readonly erasing = new WeakSet<Transaction>();
  private readonly supersededListeners = new Set<() => void>();

  constructor(name = 'handrail', options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } = {}) {
    const here: { indexedDB?: IDBFactory } = globalThis;
    const factory = options.indexedDB ?? here.indexedDB;
    super(name, { ...options, ...(factory && { indexedDB: refusingNewer(factory) }), chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      packs: '[id+version], id, active',
      ticks: '[record+pack+step], record',
      answers: '[record+pack+answer], record',
      journal: '++seq, &id, record, at, type',
      debts: 'id, record, [record+state]',
      seen: 'record',
    });
    this.version(2).upgrade(readPacksAgain);
    this.version(3)
      .stores({
        confirmations: '[record+pack+sop+criterion], record',
        elsewhere: 'id, record, [record+state]',
        approvals: '[record+pack+approval], record, code',
        placed: 'record',
        keys: 'id',
      })
      .upgrade(readPacksAgain);
    this.version(4)
      .stores({
        packs: '[id+version], id, active, [active+layer+activeAt], waits',
        trust: 'key',
        accepted: '[key+pack], pack',
        subscriptions: 'url',
        begun: '[record+pack], record',
      })
      .upgrade(giveLayers);
    this.keepJournalAppendOnly();
    this.on('versionchange', () => {
      this.close();
      for (const tell of this.supersededListeners) tell();
      return false;
    });
  }

  /** Called when another context upgrades or deletes the database: this connection is closed for good, and the page has to be reloaded. */
  onSuperseded(tell: () => void): () => void {
    this.supersededListeners.add(tell);
    return () => this.supersededListeners.delete(tell);
  }

  /** Empty every table, the journal too: the one way past its being append-only. */
  async eraseAll(): Promise<void> {
    await this.transaction('rw', this.tables, async (transaction) => {
      this.erasing.add(transaction);
      for (const table of this.tables) await table.clear();
    });
  }

  private keepJournalAppendOnly(): void {
    this.journal.hook('updating', () => {
      throw new Error('The journal is append-only: an event cannot be changed.');
    });
    this.journal.hook('deleting', (_seq, _event, transaction) => {
      if (!this.erasing.has(transaction)) throw new Error('The journal is append-only: an event cannot be deleted.');
    });
  }
}

/** The extension's own database. Opens itself on first use. */
export const db = new HandrailDb();

export { recordKey, type RecordKey } from './record-key';
