/** What the options page does with packs, on the real database and the real policy: to use, away and back, never past what the organisation allows. */
import { readFileSync } from 'node:fs';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { packEvents } from '../../../entrypoints/options/pack-events';
import { shown } from '../../../entrypoints/options/shown';
import { parsePack } from '../../../lib/pack/load';
import type { PackFile } from '../../../lib/pack/schema';
import { signPack } from '../../../lib/pack/signed/envelope';
import { policy } from '../../../lib/policy';
import { policySchema, type Policy } from '../../../lib/policy-schema';
import { HandrailDb } from '../../../lib/progress/db';
import { activatePack, addPack, history, packsInUse, type PackOrigin } from '../../../lib/progress/packs';
import { keyIdOf, makeKey } from '../../../lib/signing/key';

const NOW = Date.now();
const STARTER = readFileSync('public/packs/bant.json', 'utf8');
const textOf = (id: string, version: string, change: object = {}): string =>
  JSON.stringify({ ...(JSON.parse(STARTER) as object), id, version, title: id, publisher: 'Acme', ...change });
const packOf = (id: string, version: string, change?: object): Promise<PackFile> => parsePack(textOf(id, version, change));

const URL_OF_POLICY = 'https://it.acme.com/all.json';
const STARTS: PackOrigin = { source: 'starter', layer: 'personal' };
const DRAFT: PackOrigin = { source: 'file', layer: 'personal' };
const TEAM: PackOrigin = { source: 'file', layer: 'team' };
const GIVEN: PackOrigin = { source: 'subscription', layer: 'company', url: URL_OF_POLICY };

let db: HandrailDb;
let clock: number;
beforeEach(async () => {
  fakeBrowser.reset();
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Handrail', version: '1.0.0' });
  await policy.refresh(NOW);
  db = new HandrailDb('handrail', { indexedDB: new IDBFactory(), IDBKeyRange });
  clock = NOW - 1_000_000;
});

const rule = async (rules: Partial<Policy>): Promise<Policy> => {
  await fakeBrowser.storage.managed.set(rules);
  await policy.refresh(NOW);
  return policy.get();
};
const stamp = () => ({ now: (clock += 1000), id: () => crypto.randomUUID() });

async function use(id: string, version: string, origin: PackOrigin, change?: object): Promise<void> {
  await addPack(db, await packOf(id, version, change), origin, stamp());
  await activatePack(db, id, version, stamp());
}
const inUse = async (): Promise<string[]> => (await packsInUse(db)).map(({ id, version }) => `${id} ${version}`);
const view = async (rules: Policy = policySchema.parse({})) => shown(db, rules);
const events = () => packEvents(db).packs;

describe('putting to use, and undoing it', () => {
  it('an earlier version is journalled as going back, and undone', async () => {
    await use('acme', '1.0.0', TEAM);
    await use('acme', '1.1.0', TEAM);
    const undo = await events().onUsePack('acme', '1.0.0');
    expect(await inUse()).toEqual(['acme 1.0.0']);
    expect((await history(db))[0]).toMatchObject({ version: '1.0.0', from: '1.1.0', back: true });
    await undo();
    expect(await inUse()).toEqual(['acme 1.1.0']);
    expect((await history(db))[0]).toMatchObject({ version: '1.1.0', from: '1.0.0', back: false });
  });

  it.each<[string, () => Promise<() => Promise<void>>, string[]]>([
    ['a pack put away', () => events().onStopUsing('acme', '1.0.0'), ['starter 1.0.0']],
    ['a draft that took the place of the starter', () => events().onUsePack('mine', '0.1.0'), ['acme 1.0.0', 'mine 0.1.0']],
  ])('%s: the same packs are in use again, the starter too', async (_, change, after) => {
    await addPack(db, await packOf('mine', '0.1.0'), DRAFT, stamp());
    await use('acme', '1.0.0', TEAM);
    await use('starter', '1.0.0', STARTS);
    const undo = await change();
    expect(await inUse()).toEqual(after);
    await undo();
    expect(await inUse()).toEqual(['acme 1.0.0', 'starter 1.0.0']);
  });

  it('gives each pack of a layer its place again', async () => {
    await use('first', '1.0.0', TEAM);
    await use('second', '1.0.0', TEAM);
    expect(await inUse()).toEqual(['second 1.0.0', 'first 1.0.0']);
    const undo = await events().onStopUsing('first', '1.0.0');
    await undo();
    expect(await inUse()).toEqual(['second 1.0.0', 'first 1.0.0']);
  });

  it('whose layer is changed counts in the new one, in every version', async () => {
    await use('acme', '1.0.0', TEAM);
    await events().onLayer('acme', 'personal');
    expect((await view()).packs?.map(({ layer }) => layer)).toEqual(['personal']);
  });
});

describe('where the organisation rules', () => {
  it.each<[string, Partial<Policy>]>([
    ['requires signatures', { requireSigned: true }],
    ['chooses the packs', { choosePacks: false }],
  ])('and %s, a draft that came before cannot be put to use', async (_, rules) => {
    await use('acme', '1.0.0', TEAM);
    await use('acme', '1.1.0', TEAM);
    const ruled = await rule(rules);
    await expect(events().onUsePack('acme', '1.0.0')).rejects.toThrow('Your organisation does not allow this pack any more.');
    expect(await inUse()).toEqual(['acme 1.1.0']);
    expect((await view(ruled)).history?.map(({ mayGoBack }) => mayGoBack)).toEqual([false, false]);
  });

  it('its own packs are no person’s to move, and nobody else’s count as the company’s', async () => {
    await db.subscriptions.add({ url: URL_OF_POLICY, by: 'policy', layer: 'company', addedAt: 1, dueAt: 1, failures: 0, freshAt: NOW });
    await use('all', '1.0.0', GIVEN);
    await use('acme', '1.0.0', TEAM);
    const ruled = await rule({ subscriptions: [{ url: URL_OF_POLICY, layer: 'company' }] });
    const { packs = [] } = await view(ruled);
    expect(packs.map(({ id, mayBe }) => [id, mayBe])).toEqual([
      ['all', []],
      ['acme', ['team', 'personal']],
    ]);
    expect(packs[0]?.source).toEqual({ kind: 'subscription', url: URL_OF_POLICY, host: 'it.acme.com', by: 'policy', freshAt: NOW });
  });

  it('not, a person’s pack may be any layer’s', async () => {
    await use('acme', '1.0.0', TEAM);
    expect((await view()).packs?.[0]?.mayBe).toEqual(['company', 'team', 'personal']);
  });
});

describe('a signed file', () => {
  const fileOf = (text: string): File => new File([text], 'acme.handrail');

  it('asks about its key, is taken once that is trusted, and then says by whom it was signed', async () => {
    const key = await makeKey();
    const file = fileOf(await signPack(textOf('acme', '1.0.0'), { issuedAt: NOW }, key));
    const asked = await packEvents(db).onImportPack(file);
    expect(asked).toMatchObject({ kind: 'ask', ask: { title: 'acme', claims: { key: key.id } } });
    expect((await view()).packs).toEqual([]);
    expect(await packEvents(db).onImportPack(file, key.id)).toMatchObject({ kind: 'done', message: 'acme 1.0.0 is in use now.' });
    const { packs, trusted } = await view();
    expect(packs?.[0]).toMatchObject({ layer: 'team', signed: { key: key.id, trust: { how: 'first-use' } } });
    expect(trusted).toMatchObject([{ key: key.id, how: 'first-use', isOff: false }]);
    const pinned = { ...policySchema.parse({}), revokedKeys: [await keyIdOf(key.publicKey)] };
    expect((await view(pinned)).packs?.[0]?.signed?.trust).toEqual({ how: 'revoked' });
    await db.trust.clear();
    expect((await view()).packs?.[0]?.signed?.trust).toEqual({ how: 'none' });
  });

  it('that was changed is refused in words', async () => {
    const text = await signPack(textOf('acme', '1.0.0'), { issuedAt: NOW }, await makeKey());
    const outcome = await packEvents(db).onImportPack(fileOf(`${text} `));
    expect(outcome).toMatchObject({ kind: 'refused', problems: [] });
    expect(await db.packs.toArray()).toEqual([]);
  });

  it('whose pack has mistakes tells each with its place', async () => {
    const outcome = await packEvents(db).onImportPack(fileOf(textOf('acme', 'one')));
    expect(outcome).toMatchObject({ kind: 'refused', message: 'One problem was found in it.', problems: [{ path: 'version' }] });
  });
});

describe('what is shown', () => {
  it('are drafts that could be signed: nobody’s but one’s own', async () => {
    await use('starter', '1.0.0', STARTS);
    await use('mine', '0.1.0', DRAFT);
    const key = await makeKey();
    const signed = new File([await signPack(textOf('acme', '1.0.0'), { issuedAt: NOW }, key)], 'acme.handrail');
    await packEvents(db).onImportPack(signed, key.id);
    expect((await view()).drafts).toEqual([{ id: 'mine', version: '0.1.0', title: 'mine' }]);
  });

  it('are the groups that packs here name, and what a pack waits for', async () => {
    const outcome = await packEvents(db).onImportPack(new File([textOf('acme', '2.0.0', { rollout: { groups: ['pilot'] } })], 'acme.json'));
    expect(outcome).toMatchObject({ message: expect.stringContaining('groups or roles that you are not in') as string });
    const { groups, packs } = await view();
    expect(groups).toEqual(['pilot']);
    expect(packs?.[0]).toMatchObject({ inUse: false, waits: true, rollout: { groups: ['pilot'], roles: [] } });
  });

  it('is a history with titles, as far as its packs are here', async () => {
    await use('acme', '1.0.0', TEAM);
    await use('acme', '1.1.0', TEAM);
    await db.packs.delete(['acme', '1.0.0']);
    expect((await view()).history).toMatchObject([
      { version: '1.1.0', from: '1.0.0', inUse: true, mayGoBack: false },
      { version: '1.0.0', title: 'acme', inUse: false, mayGoBack: false },
    ]);
  });
});
