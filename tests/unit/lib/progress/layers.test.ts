/** Which packs are in use beside each other, which gives way to which, and what waits. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Layer } from '../../../../lib/pack/layers';
import type { HandrailDb } from '../../../../lib/progress/db';
import {
  activatePack,
  addPack,
  ensureStarter,
  history,
  letWait,
  packsInUse,
  packsWaiting,
  putAway,
  setLayer,
} from '../../../../lib/progress/packs';
import { newDb, pack, stamp } from './fixtures';

let db: HandrailDb;
beforeEach(() => {
  db = newDb();
});

const used = async (): Promise<string[]> => (await packsInUse(db)).map(({ id, version }) => `${id} ${version}`);
const waiting = async (): Promise<string[]> => (await packsWaiting(db)).map(({ version }) => version).sort();

interface Kept {
  id: string;
  layer: Layer;
  version?: string;
  source?: 'starter' | 'file';
}

async function keep({ id, layer, version = '1.0.0', source = 'file' }: Kept, now = 1): Promise<void> {
  await addPack(db, pack({ id, version }), { source, layer }, stamp(now));
}
async function putToUse(kept: Kept, now: number): Promise<void> {
  await keep(kept, now);
  await activatePack(db, kept.id, kept.version ?? '1.0.0', stamp(now));
}

const company: Kept = { id: 'company', layer: 'company' };
const team: Kept = { id: 'team', layer: 'team' };
const own: Kept = { id: 'own', layer: 'personal' };
const starter: Kept = { id: 'starter', layer: 'personal', source: 'starter' };

describe('packs in use', () => {
  it.each<[string, Kept[], string[]]>([
    [
      'the company’s goes before the team’s, and the team’s before one’s own, whichever came last',
      [company, team, own],
      ['company', 'team', 'own'],
    ],
    ['and whichever came first', [own, team, company], ['company', 'team', 'own']],
    ['of two in one layer the one that was put to use last goes first', [team, { ...team, id: 'other' }], ['other', 'team']],
    ['two of the company’s stay beside each other', [company, { ...company, id: 'other' }], ['other', 'company']],
    ['a person has one of their own: another takes its place', [own, { ...own, id: 'other' }], ['other']],
    ['a starter takes the place of one’s own', [own, starter], ['starter']],
    ['one’s own takes the place of a starter', [starter, own], ['own']],
    ['what ships with Handrail steps back for the team’s', [starter, team], ['team']],
    ['and for the company’s', [starter, company], ['company']],
    ['a starter that somebody chooses stays beside the company’s', [company, starter], ['company', 'starter']],
    ['one’s own stays beside the team’s', [own, team], ['team', 'own']],
    ['a new version takes the place of the one before, whosever it was', [own, { id: 'own', layer: 'team', version: '2.0.0' }], ['own']],
  ])('%s', async (_what, order, expected) => {
    for (const [at, kept] of order.entries()) await putToUse(kept, at + 1);
    expect((await packsInUse(db)).map(({ id }) => id)).toEqual(expected);
  });

  it('a starter comes with no install where the company’s pack is in use', async () => {
    await putToUse(company, 1);
    await ensureStarter(db, pack({ id: 'starter' }), stamp(2));
    expect(await used()).toEqual(['company 1.0.0']);
  });

  it('whose rules a pack holds can be said anew, for all versions of it', async () => {
    await putToUse(team, 1);
    await putToUse(company, 2);
    await keep({ ...team, version: '2.0.0' });
    await setLayer(db, 'company', 'personal');
    expect(await used()).toEqual(['team 1.0.0', 'company 1.0.0']);
  });
});

describe('putting a pack away', () => {
  it('is journalled, keeps the pack, and leaves the others in use', async () => {
    await putToUse(team, 1);
    await putToUse(own, 2);
    await putAway(db, 'team', stamp(3));
    expect(await used()).toEqual(['own 1.0.0']);
    expect(await db.packs.get(['team', '1.0.0'])).toEqual({
      id: 'team',
      version: '1.0.0',
      pack: pack({ id: 'team' }),
      source: 'file',
      layer: 'team',
      addedAt: 1,
      active: 0,
    });
    expect((await db.journal.toArray()).at(-1)).toMatchObject({ type: 'pack-put-away', pack: 'team', version: '1.0.0' });
  });

  it('that is not in use changes nothing', async () => {
    await keep(team);
    await putAway(db, 'team', stamp());
    expect((await db.journal.toArray()).map(({ type }) => type)).toEqual(['pack-added']);
  });
});

describe('a pack that waits', () => {
  const later = async (...versions: string[]): Promise<void> => {
    for (const version of versions) {
      await keep({ ...team, version });
      await letWait(db, 'team', version);
    }
  };

  it('waits no more when it is used', async () => {
    await later('2.0.0');
    await activatePack(db, 'team', '2.0.0', stamp());
    expect(await waiting()).toEqual([]);
    expect(await used()).toEqual(['team 2.0.0']);
  });

  it('waits no more when a newer version is used, and waits on when an older one is', async () => {
    await putToUse(team, 1);
    await later('2.0.0', '10.0.0');
    await putToUse({ ...team, version: '3.0.0' }, 2);
    expect(await waiting()).toEqual(['10.0.0']);
    await activatePack(db, 'team', '1.0.0', stamp(), { back: true });
    expect(await waiting()).toEqual(['10.0.0']);
  });

  it('waits on whatever other pack is used', async () => {
    await later('2.0.0');
    await putToUse({ ...own, version: '9.0.0' }, 2);
    expect(await waiting()).toEqual(['2.0.0']);
  });
});

describe('a draft of a version that comes signed', () => {
  const signature = { key: 'k', publisher: 'Acme', audience: null, issuedAt: 1, expiresAt: null };

  it('is signed from then on where it is the same, and stays in use', async () => {
    await putToUse(own, 1);
    expect(await addPack(db, pack({ id: 'own' }), { source: 'file', layer: 'team', signature }, stamp(2))).toBe(false);
    expect(await db.packs.toArray()).toMatchObject([{ signature, layer: 'team', active: 1, addedAt: 1 }]);
  });

  it('is gone where it is another: the signed one is not in use of itself', async () => {
    await putToUse(own, 1);
    expect(await addPack(db, pack({ id: 'own', title: 'Signed' }), { source: 'file', layer: 'team', signature }, stamp(2))).toBe(true);
    expect(await db.packs.toArray()).toMatchObject([{ signature, pack: { title: 'Signed' }, active: 0, addedAt: 2 }]);
  });
});

it('the history tells each time that a pack was put to use, the newest first, and what somebody went back from', async () => {
  await putToUse(team, 1);
  await putToUse({ ...team, version: '2.0.0' }, 2);
  await activatePack(db, 'team', '1.0.0', stamp(3), { back: true });
  await putToUse(company, 4);
  expect(await history(db)).toEqual([
    { pack: 'company', version: '1.0.0', from: null, back: false, at: 4 },
    { pack: 'team', version: '1.0.0', from: '2.0.0', back: true, at: 3 },
    { pack: 'team', version: '2.0.0', from: '1.0.0', back: false, at: 2 },
    { pack: 'team', version: '1.0.0', from: null, back: false, at: 1 },
  ]);
  expect(await history(db, 1)).toHaveLength(1);
});
