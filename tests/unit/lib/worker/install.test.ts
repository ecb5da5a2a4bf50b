import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { activatePack, activePack, addPack } from '../../../../lib/progress/packs';
import { installStarter } from '../../../../lib/worker/install';
import { newDb, pack, stamp } from '../progress/fixtures';
import { STARTER_FILE, starter } from './fixtures';

const fetched = vi.fn<(url: string) => Promise<Response>>();

beforeEach(() => {
  fakeBrowser.reset();
  fetched.mockReset().mockImplementation(async () => new Response(STARTER_FILE));
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => vi.unstubAllGlobals());

it('brings in the pack that ships with the extension, from the extension itself, and puts it to use', async () => {
  const db = newDb();
  await installStarter(db, stamp(5));
  expect(fetched.mock.calls).toEqual([[fakeBrowser.runtime.getURL('/packs/essentials.json')]]);
  expect(await activePack(db)).toEqual({
    id: 'essentials',
    version: starter.version,
    pack: starter,
    source: 'starter',
    addedAt: 5,
    active: 1,
  });
});

it('a second start changes nothing', async () => {
  const db = newDb();
  await installStarter(db, stamp(5));
  const written = await db.journal.toArray();
  await installStarter(db, stamp(9));
  expect(await db.packs.count()).toBe(1);
  expect(await db.journal.toArray()).toEqual(written);
});

it('an update leaves a pack that somebody chose in use', async () => {
  const db = newDb();
  await addPack(db, pack(), 'file', stamp());
  await activatePack(db, 'acme-sales', '1.0.0', stamp());
  await installStarter(db, stamp());
  expect((await activePack(db))?.id).toBe('acme-sales');
  expect(await db.packs.count()).toBe(2);
});

it('a file that is no pack is refused, and nothing is kept of it', async () => {
  const db = newDb();
  fetched.mockResolvedValue(new Response('{"format":1}'));
  await expect(installStarter(db, stamp())).rejects.toThrow();
  expect(await db.packs.count()).toBe(0);
});
