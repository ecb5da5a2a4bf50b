/** The local database `handrail`: its rows, its schema, and how a connection behaves when another version of Handrail comes along. */
import { Dexie, type Table, type Transaction } from 'dexie';
import type { PackFile } from '../pack/schema';
import { readShape } from '../pack/shape';
import { NewerDatabaseError } from './errors';
import type { JournalEvent } from './journal-event';
import type { RecordKey } from './record-key';

export interface PackRow {
  id: string;
  version: string;
  pack: PackFile;
  source: 'starter' | 'file';
  addedAt: number;
  /** 1 for the pack in use. IndexedDB cannot index booleans. */
  active: 0 | 1;
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

/** An override that is not made good yet. */
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
  state: 'open' | 'met' | 'waived';
  closedAt?: number;
}

/** The stage a record was last seen in, by the CRM's own value, and since when. */
export interface SeenRow {
  record: RecordKey;
  stage: string;
  at: number;
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
    // Version 2: the format of packs has grown. A pack that cannot be read any more is kept, and not used.
    this.version(2).upgrade((transaction) =>
      transaction
        .table<PackRow>('packs')
        .toCollection()
        .modify((row) => {
          const { pack } = readShape(row.pack);
          if (pack) row.pack = pack;
          else row.active = 0;
        }),
    );
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
