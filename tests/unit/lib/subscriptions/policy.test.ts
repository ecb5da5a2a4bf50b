import { beforeEach, describe, expect, it } from 'vitest';
import type { HandrailDb } from '../../../../lib/progress/db';
import type { PackRow } from '../../../../lib/progress/rows';
import { packsInUse } from '../../../../lib/progress/packs';
import { addSubscription } from '../../../../lib/progress/subscriptions';
import { followPolicySubscriptions } from '../../../../lib/subscriptions/policy';
import { newDb, pack, stamp } from '../progress/fixtures';

const COMPANY = 'https://packs.acme.com/company.handrail';
const TEAM = 'https://packs.acme.com/team.handrail';

let db: HandrailDb;
beforeEach(() => {
  db = newDb();
});

type Listed = { url: string; layer: 'company' | 'team' };
const follow = (...subscriptions: Listed[]) =>
  followPolicySubscriptions(db, { subscriptions, privateAddresses: false }, stamp(1000), () => 0.5);
const inUse = async () => (await packsInUse(db)).map(({ id, version }) => `${id} ${version}`);
const shown = async () => (await db.subscriptions.toArray()).map(({ url, by, layer }) => [url, by, layer]);
const bring = async (url: string, change: Partial<PackRow> = {}) => {
  const row: PackRow = {
    id: 'acme-sales',
    version: '1.0.0',
    pack: pack(),
    source: 'subscription',
    layer: 'company',
    url,
    addedAt: 1,
    active: 1,
    activeAt: 1,
  };
  await db.packs.put({ ...row, ...change });
  await db.subscriptions.update(url, { pack: 'acme-sales' });
};

describe('a policy that lists subscriptions', () => {
  it('brings them, to be looked at within minutes', async () => {
    expect(await follow({ url: COMPANY, layer: 'company' }, { url: TEAM, layer: 'team' })).toBe(true);
    expect(await shown()).toEqual([
      [COMPANY, 'policy', 'company'],
      [TEAM, 'policy', 'team'],
    ]);
    expect((await db.subscriptions.get(COMPANY))!.dueAt).toBe(1000 + 150_000);
  });

  it('changes nothing when it is read again', async () => {
    await follow({ url: COMPANY, layer: 'company' });
    expect(await follow({ url: COMPANY, layer: 'company' })).toBe(false);
    expect(await db.journal.count()).toBe(1);
  });

  it('takes away what it lists no more, and puts away the pack in use that came by it', async () => {
    await follow({ url: COMPANY, layer: 'company' }, { url: TEAM, layer: 'team' });
    await bring(COMPANY);
    await bring(COMPANY, { version: '0.9.0', active: 0 });
    expect(await follow({ url: TEAM, layer: 'team' })).toBe(true);
    expect(await shown()).toEqual([[TEAM, 'policy', 'team']]);
    expect(await inUse()).toEqual([]);
    expect(await db.packs.count()).toBe(2);
  });

  it('leaves a pack in use that has come another way since', async () => {
    await follow({ url: COMPANY, layer: 'company' });
    await bring(COMPANY);
    await db.packs.update(['acme-sales', '1.0.0'], { url: undefined, source: 'file' });
    await follow();
    expect(await inUse()).toEqual(['acme-sales 1.0.0']);
  });

  it('leaves what people have subscribed to themselves', async () => {
    await addSubscription(db, { url: TEAM, by: 'rep', layer: 'team', dueAt: 0 }, stamp());
    expect(await follow()).toBe(false);
    expect(await shown()).toEqual([[TEAM, 'rep', 'team']]);
  });

  it('takes over what somebody has subscribed to already, and what came by it counts as the policy says', async () => {
    await addSubscription(db, { url: COMPANY, by: 'rep', layer: 'team', dueAt: 7 }, stamp());
    await bring(COMPANY, { layer: 'team' });
    expect(await follow({ url: COMPANY, layer: 'company' })).toBe(true);
    expect(await shown()).toEqual([[COMPANY, 'policy', 'company']]);
    expect((await db.packs.toArray()).map(({ layer }) => layer)).toEqual(['company']);
    expect((await db.subscriptions.get(COMPANY))!.dueAt).toBe(7);
  });

  it('with an address that is not allowed has it listed all the same, so that its trouble is told', async () => {
    await follow({ url: 'https://packs.internal/p', layer: 'company' });
    expect(await shown()).toEqual([['https://packs.internal/p', 'policy', 'company']]);
  });
});
