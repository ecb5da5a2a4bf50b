/** Fills the extension's database in bulk, through one of its own pages. The rows are those of lib/progress/db.ts. */
import type { Booted } from '../../browser/extension';
import type { PackFile } from '../../../lib/pack/schema';

export interface Size {
  records: number;
  events: number;
  /** The key of the record in view, which gets its share. */
  own: string;
}

const BATCH = 5000;

/** Puts rows into a table in batches. Runs in the page. */
async function putRows({ own, records, events, batch }: Size & { batch: number }): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('handrail');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('The database does not open.'));
  });
  const keyOf = (at: number): string =>
    at === 0 ? own : `salesforce|acme.lightning.force.com|Opportunity|006${String(at).padStart(15, '0')}`;
  const now = Date.now();
  const put = async (table: string, count: number, rowAt: (at: number) => object): Promise<void> => {
    for (let from = 0; from < count; from += batch) {
      await new Promise<void>((resolve, reject) => {
        const transaction = db.transaction(table, 'readwrite', { durability: 'relaxed' });
        const store = transaction.objectStore(table);
        for (let at = from; at < Math.min(count, from + batch); at++) store.put(rowAt(at));
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(new Error(`${table} cannot be filled.`));
      });
    }
  };
  const mark = { pack: 'b2b-sales-cycle', state: 'done' };
  await put('seen', records, (at) => ({ record: keyOf(at), stage: 'Qualification', at: now - at }));
  await put('ticks', 2 * records, (at) => ({ ...mark, record: keyOf(Math.floor(at / 2)), step: `step-${at % 2}`, at: now - at }));
  await put('debts', records / 5, (at) => ({
    id: `debt-${at}`,
    record: keyOf(at + 1),
    pack: 'b2b-sales-cycle',
    sop: 'discovery',
    criterion: `criterion-${at % 7}`,
    label: 'Something that was skipped',
    from: 'Qualification',
    to: 'Discovery',
    openedAt: now - at,
    state: at % 2 === 0 ? 'open' : 'met',
  }));
  await put('journal', events, (at) => ({
    ...mark,
    id: `event-${at}`,
    at: now - at,
    record: keyOf(at % records),
    type: 'step-set',
    step: 'step-1',
  }));
  db.close();
}

export async function fillDatabase({ extensionPage }: Booted, size: Size): Promise<void> {
  const desk = await extensionPage('options.html');
  await desk.evaluate(putRows, { ...size, batch: BATCH });
  await desk.close();
}

/** Puts a parsed pack to use in place of the one before. */
export async function usePack({ extensionPage }: Booted, pack: PackFile): Promise<void> {
  const desk = await extensionPage('options.html');
  await desk.evaluate(async (text) => {
    const added = JSON.parse(text) as { id: string; version: string };
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('handrail');
      opening.onsuccess = () => resolve(opening.result);
    });
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction('packs', 'readwrite');
      const store = transaction.objectStore('packs');
      const before = store.getAll();
      before.onsuccess = () => {
        for (const row of before.result as object[]) store.put({ ...row, active: 0 });
        store.put({ id: added.id, version: added.version, pack: added, source: 'file', addedAt: Date.now(), active: 1 });
      };
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(new Error('The pack cannot be put to use.'));
    });
    db.close();
  }, JSON.stringify(pack));
  await desk.close();
}
