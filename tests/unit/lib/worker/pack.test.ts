import { expect, it, vi } from 'vitest';
import { activatePack, addPack } from '../../../../lib/progress/packs';
import { activeIndex } from '../../../../lib/worker/pack';
import { newDb, pack, stamp } from '../progress/fixtures';
import { dbInUse } from './fixtures';

it('there is none while no pack is in use', async () => {
  const db = newDb();
  expect(await activeIndex(db)).toBeNull();
  await addPack(db, pack(), 'file', stamp());
  expect(await activeIndex(db)).toBeNull();
});

it('is made once for the pack in use, and read once', async () => {
  const db = await dbInUse();
  const first = await activeIndex(db);
  expect(first?.pack.id).toBe('b2b-sales-cycle');
  const read = vi.fn();
  db.packs.hook('reading', (row) => {
    read();
    return row;
  });
  expect(await activeIndex(db)).toBe(first);
  expect(read).not.toHaveBeenCalled();
});

it.each([
  { what: 'another pack', next: pack() },
  { what: 'another version of the same pack', next: pack({ id: 'b2b-sales-cycle', version: '1.1.0' }) },
])('follows at once when $what is put to use', async ({ next }) => {
  const db = await dbInUse();
  await activeIndex(db);
  await addPack(db, next, 'file', stamp());
  await activatePack(db, next.id, next.version, stamp());
  expect((await activeIndex(db))?.pack).toEqual(next);
});

it('is of one database only', async () => {
  await activeIndex(await dbInUse());
  expect(await activeIndex(newDb())).toBeNull();
});
