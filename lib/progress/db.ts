/** The local database `handrail`: its schema, and how a connection behaves when another version of Handrail comes along. */
import { Dexie, type Table, type Transaction } from 'dexie';
import { readShape } from '../pack/shape';
import { NewerDatabaseError } from './errors';
import type { JournalEvent } from './journal-event';
import type { RecordKey } from './record-key';
import type {
  AcceptedRow,
  AnswerRow,
  ApprovalRow,
  BegunRow,
  ConfirmationRow,
  DebtRow,
  ElsewhereRow,
  JournalRow,
  KeyRow,
  PackRow,
  PlacedRow,
  SeenRow,
  SubscriptionRow,
  TickRow,
  TrustRow,
} from './rows';

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
