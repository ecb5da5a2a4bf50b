import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { activatePack, packsInUse, addPack } from '../../../../lib/progress/packs';
import { installStarter } from '../../../../lib/worker/install';
import { starterIds } from '../../../../lib/worker/starters';
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
  expect(fetched.mock.calls).toEqual([[fakeBrowser.runtime.getURL('/packs/b2b-sales-cycle.json')]]);
  expect(await packsInUse(db).then(([first]) => first)).toEqual({
    id: 'b2b-sales-cycle',
    version: starter.version,
    pack: starter,
    source: 'starter',
    layer: 'personal',
    addedAt: 5,
    active: 1,
    activeAt: 5,
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
  await addPack(db, pack(), { source: 'file', layer: 'personal' }, stamp());
  await activatePack(db, 'acme-sales', '1.0.0', stamp());
  await installStarter(db, stamp());
  expect((await packsInUse(db).then(([first]) => first))?.id).toBe('acme-sales');
  expect(await db.packs.count()).toBe(2);
});

it('an update brings the starter that is in use up to date, whichever it is', async () => {
  const db = newDb();
  const bant = { ...pack(), id: 'bant', version: '0.9.0' };
  await addPack(db, bant, { source: 'starter', layer: 'personal' }, stamp());
  await activatePack(db, 'bant', '0.9.0', stamp());
  fetched.mockImplementation(async () => new Response(JSON.stringify({ ...bant, version: '1.0.0' })));
  await installStarter(db, stamp());
  expect(fetched.mock.calls).toEqual([[fakeBrowser.runtime.getURL('/packs/bant.json')]]);
  expect(await packsInUse(db).then(([first]) => first)).toMatchObject({ id: 'bant', version: '1.0.0' });
});

it('the starter library is what lies in the folder of packs', () => {
  expect([...starterIds].map((id) => `${id}.json`).sort()).toEqual(readdirSync('public/packs').sort());
});

it('a file that is no pack is refused, and nothing is kept of it', async () => {
  const db = newDb();
  fetched.mockResolvedValue(new Response('{"format":1}'));
  await expect(installStarter(db, stamp())).rejects.toThrow();
  expect(await db.packs.count()).toBe(0);
});
