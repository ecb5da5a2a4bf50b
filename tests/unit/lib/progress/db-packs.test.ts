/** Packs that an earlier version kept are read again when the format has grown, so that no key of it is missing. */
import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { newDb, newDisk, pack } from './fixtures';

it('a pack that version 2 kept has no approvers, rather than nothing there', async () => {
  const { approvers: _, ...written } = pack();
  const disk = newDisk();
  const raw = new Dexie('handrail', { indexedDB: disk, IDBKeyRange });
  raw.version(2).stores({ packs: '[id+version], id, active', journal: '++seq, &id, record, at, type' });
  const row = { version: '1.0.0', source: 'file', addedAt: 1 };
  await raw.table('packs').bulkAdd([
    { ...row, id: 'acme-sales', pack: written, active: 1 },
    { ...row, id: 'odd', pack: { format: 'odd' }, active: 0 },
  ]);
  raw.close();
  const rows = await newDb(disk).packs.toArray();
  expect(rows.map(({ id, active, pack: kept }) => [id, active, kept.approvers])).toEqual([
    ['acme-sales', 1, []],
    ['odd', 0, undefined],
  ]);
});
