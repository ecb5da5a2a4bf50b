import { beforeEach, describe, expect, it } from 'vitest';
import type { HandrailDb } from '../../../../lib/progress/db';
import { PackConflictError, PackMissingError } from '../../../../lib/progress/errors';
import { activatePack, addPack, ensureStarter, history, packsInUse, putAway } from '../../../../lib/progress/packs';
import { newDb, newDisk, pack, stamp } from './fixtures';

const inUse = async (): Promise<string | undefined> => {
  const rows = await packsInUse(db);
  return rows.length === 0 ? undefined : rows.map(({ id, version }) => `${id} ${version}`).join(', ');
};
const types = async (): Promise<string[]> => (await db.journal.toArray()).map((event) => event.type);

let db: HandrailDb;
beforeEach(() => {
  db = newDb();
});

describe('adding a pack', () => {
  it('keeps it beside the others, journals it, and puts it to no use yet', async () => {
    expect(await addPack(db, pack(), { source: 'file', layer: 'personal' }, stamp(3))).toBe(true);
    expect(await db.packs.toArray()).toEqual([
      { id: 'acme-sales', version: '1.0.0', pack: pack(), source: 'file', layer: 'personal', addedAt: 3, active: 0 },
    ]);
    expect(await db.journal.toArray()).toMatchObject([{ type: 'pack-added', pack: 'acme-sales', version: '1.0.0', source: 'file' }]);
    expect(await inUse()).toBeUndefined();
  });

  it('a second time changes nothing, in whatever order its keys stand', async () => {
    await addPack(db, pack(), { source: 'file', layer: 'personal' }, stamp(1));
    const { format, ...rest } = pack();
    expect(await addPack(db, { ...rest, format }, { source: 'file', layer: 'personal' }, stamp(2))).toBe(false);
    expect(await types()).toEqual(['pack-added']);
  });

  it('with the id and version of another and other content is refused, and the other stays', async () => {
    await addPack(db, pack(), { source: 'file', layer: 'personal' }, stamp());
    await expect(addPack(db, pack({ title: 'Changed' }), { source: 'file', layer: 'personal' }, stamp())).rejects.toThrow(
      PackConflictError,
    );
    expect((await db.packs.toArray()).map((row) => row.pack.title)).toEqual(['Acme sales']);
    expect(await types()).toEqual(['pack-added']);
  });

  it('is taken back when it cannot be journalled', async () => {
    await addPack(db, pack(), { source: 'file', layer: 'personal' }, { now: 1, id: () => 'taken' });
    await expect(
      addPack(db, pack({ version: '2.0.0' }), { source: 'file', layer: 'personal' }, { now: 1, id: () => 'taken' }),
    ).rejects.toThrow();
    expect(await db.packs.count()).toBe(1);
  });
});

describe('putting a pack to use', () => {
  beforeEach(async () => {
    await addPack(db, pack(), { source: 'file', layer: 'personal' }, stamp());
    await addPack(db, pack({ version: '1.1.0' }), { source: 'file', layer: 'personal' }, stamp());
  });

  it('leaves exactly one in use', async () => {
    await activatePack(db, 'acme-sales', '1.0.0', stamp());
    await activatePack(db, 'acme-sales', '1.1.0', stamp());
    expect(await inUse()).toBe('acme-sales 1.1.0');
    expect(await db.packs.where('active').equals(1).count()).toBe(1);
    expect((await types()).slice(2)).toEqual(['pack-activated', 'pack-activated']);
  });

  it('that is in use already changes nothing', async () => {
    await activatePack(db, 'acme-sales', '1.0.0', stamp());
    await activatePack(db, 'acme-sales', '1.0.0', stamp());
    expect((await types()).slice(2)).toEqual(['pack-activated']);
  });

  it('that is not here is refused, and the one before stays', async () => {
    await activatePack(db, 'acme-sales', '1.0.0', stamp());
    await expect(activatePack(db, 'acme-sales', '9.0.0', stamp())).rejects.toThrow(PackMissingError);
    expect(await inUse()).toBe('acme-sales 1.0.0');
  });
});

describe('several packs at once', () => {
  type Used = [id: string, origin: { source: 'starter' | 'file' | 'subscription'; layer: 'company' | 'team' | 'personal' }];
  const company: Used = ['company', { source: 'subscription', layer: 'company' }];
  const team: Used = ['team', { source: 'subscription', layer: 'team' }];
  const draft: Used = ['draft', { source: 'file', layer: 'personal' }];
  const other: Used = ['other-draft', { source: 'file', layer: 'personal' }];
  const starter: Used = ['starter', { source: 'starter', layer: 'personal' }];

  it.each<[string, Used[], string]>([
    ['of different layers are in use together, the company’s first', [draft, team, company], 'company 1.0.0, team 1.0.0, draft 1.0.0'],
    ['of one’s own take each other’s place', [draft, other], 'other-draft 1.0.0'],
    ['leave what ships with Handrail no place', [starter, team], 'team 1.0.0'],
    ['and a starter that is chosen is one’s own', [team, draft, starter], 'team 1.0.0, starter 1.0.0'],
  ])('%s', async (_what, uses, after) => {
    for (const [at, [id, origin]] of uses.entries()) {
      await addPack(db, pack({ id }), origin, stamp(at));
      await activatePack(db, id, '1.0.0', stamp(at));
    }
    expect(await inUse()).toBe(after);
  });

  it('one that is put away leaves the others, and is journalled once', async () => {
    for (const [id, origin] of [team, company]) {
      await addPack(db, pack({ id }), origin, stamp());
      await activatePack(db, id, '1.0.0', stamp());
    }
    await putAway(db, 'team', stamp());
    await putAway(db, 'team', stamp());
    expect(await inUse()).toBe('company 1.0.0');
    expect((await types()).filter((type) => type === 'pack-put-away')).toHaveLength(1);
  });
});

describe('the history', () => {
  it('tells what was put to use, the newest first, with what was before and whether somebody went back', async () => {
    await addPack(db, pack(), { source: 'file', layer: 'personal' }, stamp(1));
    await addPack(db, pack({ version: '1.1.0' }), { source: 'file', layer: 'personal' }, stamp(1));
    await activatePack(db, 'acme-sales', '1.0.0', stamp(2));
    await activatePack(db, 'acme-sales', '1.1.0', stamp(3));
    await activatePack(db, 'acme-sales', '1.0.0', stamp(4), { back: true });
    expect(await history(db)).toEqual([
      { pack: 'acme-sales', version: '1.0.0', from: '1.1.0', back: true, at: 4 },
      { pack: 'acme-sales', version: '1.1.0', from: '1.0.0', back: false, at: 3 },
      { pack: 'acme-sales', version: '1.0.0', from: null, back: false, at: 2 },
    ]);
    expect(await history(db, 1)).toMatchObject([{ at: 4 }]);
  });
});

describe('the starter pack, when it comes', () => {
  it.each<[string, { pack: string; version: string; source: 'starter' | 'file' } | null, string, string]>([
    ['is put to use where nothing is', null, '1.0.0', 'starter 1.0.0'],
    ['takes the place of its older version', { pack: 'starter', version: '1.9.0', source: 'starter' }, '1.10.0', 'starter 1.10.0'],
    ['counts versions as numbers', { pack: 'starter', version: '10.0.0', source: 'starter' }, '9.0.0', 'starter 10.0.0'],
    ['leaves a pack that somebody chose', { pack: 'acme-sales', version: '1.0.0', source: 'file' }, '2.0.0', 'acme-sales 1.0.0'],
    ['leaves somebody’s own version of it', { pack: 'starter', version: '1.0.0', source: 'file' }, '2.0.0', 'starter 1.0.0'],
    ['leaves another starter', { pack: 'other-starter', version: '1.0.0', source: 'starter' }, '2.0.0', 'other-starter 1.0.0'],
  ])('%s', async (_what, before, version, after) => {
    if (before) {
      await addPack(db, pack({ id: before.pack, version: before.version }), { source: before.source, layer: 'personal' }, stamp());
      await activatePack(db, before.pack, before.version, stamp());
    }
    await ensureStarter(db, pack({ id: 'starter', version }), stamp());
    expect(await inUse()).toBe(after);
    expect(await db.packs.get(['starter', version])).toMatchObject({ source: 'starter' });
  });

  it('does not come back over an older version that somebody chose afterwards', async () => {
    await ensureStarter(db, pack({ version: '1.0.0' }), stamp());
    await ensureStarter(db, pack({ version: '2.0.0' }), stamp());
    await activatePack(db, 'acme-sales', '1.0.0', stamp());
    await ensureStarter(db, pack({ version: '2.0.0' }), stamp());
    expect(await inUse()).toBe('acme-sales 1.0.0');
  });

  it('is added once by two connections at once', async () => {
    const disk = newDisk();
    await Promise.all([newDb(disk), newDb(disk)].map((one) => ensureStarter(one, pack(), stamp())));
    expect((await newDb(disk).journal.toArray()).map((event) => event.type)).toEqual(['pack-added', 'pack-activated']);
  });
});
