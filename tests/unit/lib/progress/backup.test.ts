import { beforeEach, describe, expect, it } from 'vitest';
import { deleteEverything, exportBackup, importBackup, type SettingsStore } from '../../../../lib/progress/backup';
import { setStep, setSteps } from '../../../../lib/progress/checklists';
import type { HandrailDb } from '../../../../lib/progress/db';
import { openDebts, recordOverride, settleMet } from '../../../../lib/progress/debts';
import { BackupError } from '../../../../lib/progress/errors';
import { activatePack, packsInUse, addPack, ensureStarter } from '../../../../lib/progress/packs';
import { grantApproval } from '../../../../lib/progress/approvals';
import { confirm } from '../../../../lib/progress/confirmations';
import { noteStage } from '../../../../lib/progress/elsewhere';
import { placeByHand } from '../../../../lib/progress/placed';
import { expectStages, lastSeen } from '../../../../lib/progress/seen';
import { z } from '../../../../lib/zod';
import { deal, newDb, opportunity, pack, stamp, ticksOf } from './fixtures';

interface Preferences {
  handle: boolean;
}

function newSettings(): SettingsStore<Preferences> & { kept: Preferences } {
  const store = {
    schema: z.object({ handle: z.boolean() }),
    kept: { handle: true },
    get: () => Promise.resolve(store.kept),
    set: (value: Preferences) => Promise.resolve(void (store.kept = value)),
    clear: () => Promise.resolve(void (store.kept = { handle: true })),
  };
  return store;
}

async function fill(into: HandrailDb): Promise<void> {
  await addPack(into, pack(), { source: 'file', layer: 'personal' }, stamp(1));
  await activatePack(into, 'acme-sales', '1.0.0', stamp(1));
  await setStep(into, { record: opportunity, pack: 'acme-sales', step: 'call', state: 'na', reason: 'They called us' }, stamp(2));
  await setStep(into, { record: deal, pack: 'acme-sales', step: 'call', state: 'done' }, stamp(3));
  await into.answers.put({ record: deal, pack: 'acme-sales', answer: 'size', value: 12, at: 3 });
  const gaps = ['budget', 'timeline'].map(
    (criterion) => ({ sop: 'discovery', criterion, label: criterion, severity: 'block', result: 'unmet' }) as const,
  );
  await recordOverride(
    into,
    [{ record: opportunity, pack: 'acme-sales', from: 'Qualification', to: null, note: 'Urgent', gaps }],
    stamp(4),
  );
  await settleMet(into, opportunity, (debt) => debt.criterion === 'budget', stamp(5));
  await noteStage(into, { record: opportunity, stage: 'Qualification', at: 5 }, () => null, stamp(5));
  await noteStage(into, { record: opportunity, stage: 'Needs Analysis', at: 6 }, () => way, stamp(6));
  await expectStages(into, [{ record: opportunity, to: 'Value Proposition' }], 7);
  await confirm(into, [{ record: deal, pack: 'acme-sales', sop: 'discovery', criterion: 'budget', by: 'Ada' }], stamp(8));
  const approval = { record: deal, pack: 'acme-sales', approval: 'discount-ok', by: 'Dana Lind', key: 'k1', code: 'c1', until: 900 };
  await grantApproval(into, approval, stamp(9));
  await placeByHand(into, deal, 'contractsent', { pack: 'acme-sales', title: 'Closing' }, stamp(10));
  await into.keys.put({ id: 'k1', name: 'Dana Lind', publicKey: 'x', privateKey: SECRET, createdAt: 1 });
}

const way = { pack: 'acme-sales', from: 'Qualification', to: 'Discovery' };
/** Stands for the key that no backup may hold. */
const SECRET = { secret: true } as unknown as CryptoKey;

/** All rows that a backup holds, the journal without its order numbers, which each machine counts for itself. */
async function contentOf(of: HandrailDb): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(of.tables.map(async (table) => [table.name, await table.toArray()] as const));
  return {
    ...Object.fromEntries(tables.filter(([name]) => name !== 'keys')),
    journal: (await of.journal.toArray()).map(({ seq: _seq, ...event }) => event),
  };
}

const exportText = async (): Promise<string> => JSON.stringify(await exportBackup(db, settings, 100));

let db: HandrailDb;
let settings: ReturnType<typeof newSettings>;
beforeEach(() => {
  db = newDb();
  settings = newSettings();
});

describe('export, delete everything, import', () => {
  it('gives back the same, and journals the import', async () => {
    await fill(db);
    settings.kept = { handle: false };
    const before = await contentOf(db);
    const text = await exportText();
    await deleteEverything(db, settings);
    const report = await importBackup(db, settings, text, stamp(200));

    const { journal = [], ...rest } = await contentOf(db);
    const { journal: journalBefore = [], ...restBefore } = before;
    // A pack that comes back is put to use anew.
    expect(rest).toEqual({ ...restBefore, packs: restBefore['packs']?.map((row) => Object.assign({}, row, { activeAt: 200 })) });
    expect(journal.slice(0, journalBefore.length)).toEqual(journalBefore);
    expect(journal.slice(journalBefore.length)).toMatchObject([
      { type: 'progress-imported', exportedAt: 100, added: report.added, updated: 0, kept: 0, at: 200 },
      { type: 'pack-activated' },
    ]);
    expect(settings.kept).toEqual({ handle: false });
    expect(report).toMatchObject({
      conflicts: [],
      tables: {
        ticks: { added: 2 },
        debts: { added: 2 },
        packs: { added: 1 },
        seen: { added: 1 },
        approvals: { added: 1 },
        elsewhere: { added: 1 },
      },
    });
  });

  it('keeps an undone tick undone, and its journal whole', async () => {
    const undo = await setStep(db, { record: deal, pack: 'acme-sales', step: 'call', state: 'done' }, stamp(1));
    await setSteps(db, undo, stamp(2));
    const text = await exportText();
    await deleteEverything(db, settings);
    await importBackup(db, settings, text, stamp(200));
    expect(await ticksOf(db, deal, 'acme-sales')).toEqual({});
    expect((await db.journal.toArray()).slice(0, 2)).toMatchObject([{ state: 'done' }, { state: 'untouched' }]);
  });

  it('changes no row when the same file comes a second time', async () => {
    await fill(db);
    const text = await exportText();
    const before = await contentOf(db);
    const report = await importBackup(db, settings, text, stamp(200));
    const { journal = [], ...rest } = await contentOf(db);
    expect({ ...rest, journal: journal.slice(0, -1) }).toEqual(before);
    expect(report).toMatchObject({ added: 0, updated: 0 });
  });
});

describe('deleting everything', () => {
  it('leaves no row and no setting, and the database can be used at once', async () => {
    await fill(db);
    settings.kept = { handle: false };
    await deleteEverything(db, settings);
    expect(Object.values(await contentOf(db)).flat()).toEqual([]);
    expect(await db.keys.count()).toBe(0);
    expect(settings.kept).toEqual({ handle: true });
    await setStep(db, { record: deal, pack: 'acme-sales', step: 'call', state: 'done' }, stamp());
    expect(await ticksOf(db, deal, 'acme-sales')).toHaveProperty('call.state', 'done');
    await expect(db.journal.clear()).rejects.toThrow(/append-only/);
  });
});

describe('importing into progress that goes on here', () => {
  it('takes the newer tick, answer and stage of each, the settled debt, and every event once', async () => {
    const there = newDb();
    await fill(there);
    const text = JSON.stringify(await exportBackup(there, settings, 100));
    await fill(db);
    await setStep(db, { record: opportunity, pack: 'acme-sales', step: 'call', state: 'done' }, stamp(50));
    await db.ticks.put({ record: deal, pack: 'acme-sales', step: 'call', state: 'open', at: 1 });
    await db.answers.put({ record: deal, pack: 'acme-sales', answer: 'size', value: 99, at: 90 });
    await db.seen.put({ record: opportunity, stage: 'Prospecting', at: 1 });
    await db.placed.put({ record: deal, stage: 'closedwon', at: 90 });
    const confirmation = { record: deal, pack: 'acme-sales', sop: 'discovery', criterion: 'budget', by: 'Bo', at: 1 };
    await db.confirmations.put(confirmation);
    await db.debts.bulkPut((await there.debts.toArray()).map((debt) => ({ ...debt, state: debt.state === 'met' ? 'open' : 'waived' })));
    const events = (await db.journal.count()) + (await there.journal.count());
    await importBackup(db, settings, text, stamp(200));

    expect(await ticksOf(db, opportunity, 'acme-sales')).toHaveProperty('call.state', 'done');
    expect(await ticksOf(db, deal, 'acme-sales')).toHaveProperty('call.state', 'done');
    expect(await db.answers.toArray()).toMatchObject([{ value: 99 }]);
    expect(await lastSeen(db, opportunity)).toMatchObject({ stage: 'Needs Analysis', at: 6 });
    expect(await db.placed.toArray()).toMatchObject([{ stage: 'closedwon' }]);
    expect(await db.confirmations.toArray()).toMatchObject([{ by: 'Ada' }]);
    expect(await db.debts.bulkGet((await there.debts.toArray()).map((debt) => debt.id))).toMatchObject(
      (await there.debts.toArray()).map((debt) => ({ state: debt.state === 'met' ? 'met' : 'waived' })),
    );
    expect(await db.journal.count()).toBe(events + 1);
  });

  it('keeps the pack here that has the same id and version and other content, and says so', async () => {
    await addPack(db, pack({ title: 'Theirs' }), { source: 'file', layer: 'personal' }, stamp());
    await activatePack(db, 'acme-sales', '1.0.0', stamp());
    const text = await exportText();
    const here = newDb();
    await addPack(here, pack(), { source: 'file', layer: 'personal' }, stamp());
    expect(await importBackup(here, settings, text, stamp())).toMatchObject({
      conflicts: [{ id: 'acme-sales', version: '1.0.0' }],
      tables: { packs: { kept: 1 } },
    });
    expect(await here.packs.toArray()).toMatchObject([{ pack: { title: 'Acme sales' }, active: 0 }]);
  });

  it.each<[string, 'none' | 'starter' | 'file', 'starter' | 'file', string]>([
    ['is the backup’s where nothing was in use', 'none', 'starter', 'theirs'],
    ['is the backup’s where only a starter was', 'starter', 'file', 'theirs'],
    ['stays where somebody chose it', 'file', 'file', 'mine'],
    ['stays a starter where the backup has a starter', 'starter', 'starter', 'mine'],
  ])('the pack in use %s', async (_what, mine, theirs, winner) => {
    await addPack(db, pack({ id: 'theirs' }), { source: theirs, layer: 'personal' }, stamp());
    await activatePack(db, 'theirs', '1.0.0', stamp());
    const text = await exportText();
    const here = newDb();
    if (mine === 'starter') await ensureStarter(here, pack({ id: 'mine' }), stamp());
    if (mine === 'file') {
      await addPack(here, pack({ id: 'mine' }), { source: 'file', layer: 'personal' }, stamp());
      await activatePack(here, 'mine', '1.0.0', stamp());
    }
    await importBackup(here, settings, text, stamp());
    expect((await packsInUse(here).then(([first]) => first))?.id).toBe(winner);
    expect(await here.packs.where('active').equals(1).count()).toBe(1);
  });
});

describe('catch-ups of both sides', () => {
  const open = { record: deal, from: 'a', to: 'b', state: 'open' } as const;
  const into = async (mine: object[], theirs: object[]) => {
    const there = newDb();
    await there.elsewhere.bulkPut(theirs.map((row) => ({ ...open, id: 'theirs', at: 5, ...row })));
    await db.elsewhere.bulkPut(mine.map((row) => ({ ...open, id: 'mine', at: 5, ...row })));
    const text = JSON.stringify(await exportBackup(there, settings, 100));
    await importBackup(db, settings, text, stamp(200));
    await importBackup(db, settings, text, stamp(300));
    return Object.fromEntries((await db.elsewhere.toArray()).map(({ id, state }) => [id, state]));
  };

  it.each<[string, object[], object[], object]>([
    ['one is open: it stays so', [], [{}], { theirs: 'open' }],
    ['both are open: the newer stays so', [{ at: 9 }], [{}], { mine: 'open', theirs: 'settled' }],
    ['both are open, theirs is newer', [{}], [{ at: 9 }], { mine: 'settled', theirs: 'open' }],
    ['of two records: both stay open', [{ record: opportunity }], [{}], { mine: 'open', theirs: 'open' }],
    ['the same one was closed there', [{ id: 'same' }], [{ id: 'same', state: 'dismissed', closedAt: 6 }], { same: 'dismissed' }],
    ['the same one was closed here', [{ id: 'same', state: 'settled', closedAt: 6 }], [{ id: 'same' }], { same: 'settled' }],
  ])('%s', async (_what, mine, theirs, states) => {
    expect(await into(mine, theirs)).toEqual(states);
  });
});

it('a backup that was made before there were confirmations, approvals and catch-ups is read as it was', async () => {
  await fill(db);
  const { tables, ...rest } = await exportBackup(db, settings, 100);
  const { packs, ticks, answers, journal, debts, seen } = tables;
  const old = {
    ...rest,
    version: 1,
    tables: { packs, ticks, answers, journal, debts, seen: seen.map(({ record, stage, at }) => ({ record, stage, at })) },
  };
  const here = newDb();
  expect(await importBackup(here, settings, JSON.stringify(old), stamp(200))).toMatchObject({
    tables: { ticks: { added: 2 }, approvals: { added: 0 } },
  });
  expect(await here.ticks.count()).toBe(2);
  expect(await lastSeen(here, opportunity)).toMatchObject({ stage: 'Needs Analysis' });
});

it('no key leaves the browser', async () => {
  await fill(db);
  expect(await db.keys.count()).toBe(1);
  expect(Object.keys((await exportBackup(db, settings, 100)).tables)).not.toContain('keys');
  expect(await exportText()).not.toMatch(/secret|publicKey/);
});

describe('a backup file that is not to be trusted', () => {
  type Change = (file: Awaited<ReturnType<typeof exportBackup<Preferences>>>) => unknown;
  const first = <Row>(rows: Row[], change: object): Row[] => rows.map((row, index) => (index === 0 ? { ...row, ...change } : row));

  it.each<[string, Change, RegExp]>([
    ['is empty', () => null, /not a Handrail backup/],
    ['is a list', () => [], /not a Handrail backup/],
    ['is of another program', (file) => ({ ...file, format: 'todo-backup' }), /not a Handrail backup/],
    ['comes from a newer version', (file) => ({ ...file, version: 4 }), /newer Handrail/],
    ['has no tables', (file) => ({ ...file, tables: undefined }), /tables: /],
    ['lacks a table', (file) => ({ ...file, tables: { ...file.tables, debts: undefined } }), /tables\.debts: /],
    ['has no settings', (file) => ({ ...file, settings: undefined }), /settings: /],
    ['has a setting of another type', (file) => ({ ...file, settings: { handle: 'no' } }), /settings\.handle: /],
    [
      'has a tick in no known state',
      (file) => ({ ...file, tables: { ...file.tables, ticks: first(file.tables.ticks, { state: 'maybe' }) } }),
      /tables\.ticks\[0\]\.state: /,
    ],
    [
      'has a tick on no record',
      (file) => ({ ...file, tables: { ...file.tables, ticks: first(file.tables.ticks, { record: 'x|y' }) } }),
      /tables\.ticks\[0\]\.record: must be a record/,
    ],
    [
      'has a tick after the end of time',
      (file) => ({ ...file, tables: { ...file.tables, ticks: first(file.tables.ticks, { at: 1e300 }) } }),
      /tables\.ticks\[0\]\.at: /,
    ],
    [
      'has an answer that is an object',
      (file) => ({ ...file, tables: { ...file.tables, answers: first(file.tables.answers, { value: {} }) } }),
      /tables\.answers\[0\]\.value: /,
    ],
    [
      'has an event that nobody declared',
      (file) => ({ ...file, tables: { ...file.tables, journal: first(file.tables.journal, { type: 'won' }) } }),
      /tables\.journal\[0\]\.type: /,
    ],
    [
      'has a debt without a state',
      (file) => ({ ...file, tables: { ...file.tables, debts: first(file.tables.debts, { state: undefined }) } }),
      /tables\.debts\[0\]\.state: /,
    ],
    [
      'has a stage that is an object',
      (file) => ({ ...file, tables: { ...file.tables, seen: first(file.tables.seen, { stage: {} }) } }),
      /tables\.seen\[0\]\.stage: /,
    ],
    [
      'has a catch-up in no known state',
      (file) => ({ ...file, tables: { ...file.tables, elsewhere: first(file.tables.elsewhere, { state: 'maybe' }) } }),
      /tables\.elsewhere\[0\]\.state: /,
    ],
    [
      'has a confirmation by nobody',
      (file) => ({ ...file, tables: { ...file.tables, confirmations: first(file.tables.confirmations, { by: undefined }) } }),
      /tables\.confirmations\[0\]\.by: /,
    ],
    [
      'has an approval without an end',
      (file) => ({ ...file, tables: { ...file.tables, approvals: first(file.tables.approvals, { until: null }) } }),
      /tables\.approvals\[0\]\.until: /,
    ],
    [
      'has a stage placed on no record',
      (file) => ({ ...file, tables: { ...file.tables, placed: first(file.tables.placed, { record: '' }) } }),
      /tables\.placed\[0\]\.record: /,
    ],
    [
      'has a pack that is none',
      (file) => ({ ...file, tables: { ...file.tables, packs: first(file.tables.packs, { pack: { format: 1 } }) } }),
      /tables\.packs\[0\]\.pack/,
    ],
    [
      'has a pack with a script for a link',
      (file) => ({ ...file, tables: { ...file.tables, packs: first(file.tables.packs, { pack: { ...pack(), onload: 'x' } }) } }),
      /tables\.packs\[0\]\.pack/,
    ],
    [
      'has a pack under another name',
      (file) => ({ ...file, tables: { ...file.tables, packs: first(file.tables.packs, { version: '9.9.9' }) } }),
      /tables\.packs\[0\]: must have the id/,
    ],
    [
      'has two versions of a pack in use',
      (file) => ({ ...file, tables: { ...file.tables, packs: [...file.tables.packs, ...file.tables.packs] } }),
      /tables\.packs: must have one version/,
    ],
  ])('is refused whole when it %s, with the place and the reason', async (_what, change, reason) => {
    await fill(db);
    const text = JSON.stringify(change(await exportBackup(db, settings, 100)));
    await deleteEverything(db, settings);
    await setStep(db, { record: deal, pack: 'acme-sales', step: 'mine', state: 'done' }, stamp());
    const before = await contentOf(db);

    const refusal = await importBackup(db, settings, text, stamp()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(BackupError);
    expect(refusal).toHaveProperty('message', expect.stringMatching(reason));
    expect(await contentOf(db)).toEqual(before);
    expect(settings.kept).toEqual({ handle: true });
  });

  it.each([
    ['is cut off', (text: string) => text.slice(0, -20), /only a part of one/],
    ['is no JSON', () => 'Name,Stage\nAcme,Won', /not a JSON file/],
    ['is endless', () => ' '.repeat(128 * 1024 * 1024 + 1), /larger than a backup/],
    ['is nested without end', () => '['.repeat(200_000), /not a JSON file/],
  ])('is refused when it %s', async (_what, change, reason) => {
    await fill(db);
    await expect(importBackup(db, settings, change(await exportText()), stamp())).rejects.toThrow(reason);
  });

  it('loses what is not declared: prototypes, and values that somebody put beside the rows', async () => {
    await fill(db);
    const text = (await exportText()).replace('"step":"call"', '"step":"call","amount":250000,"__proto__":{"polluted":true}');
    const here = newDb();
    await importBackup(here, settings, text, stamp());
    expect(JSON.stringify(await contentOf(here))).not.toMatch(/250000|polluted/);
    expect({}).not.toHaveProperty('polluted');
    expect(await openDebts(here, opportunity)).toHaveLength(1);
  });

  it('brings no trust in: nobody’s key, no signature, no address, no layer, and no pack that is said to have come with Handrail', async () => {
    await fill(db);
    const text = JSON.stringify(await exportBackup(db, settings, 100), (key, value: unknown) => {
      if (key === 'tables')
        return {
          ...(value as object),
          trust: [{ key: 'k', publicKey: 'x', publisher: 'Mallory', audience: null, how: 'first-use', at: 1 }],
          accepted: [{ key: 'k', pack: 'acme-sales', version: '99.0.0', digest: 'x', issuedAt: 8e15, at: 1 }],
          subscriptions: [{ url: 'https://evil.example/', by: 'policy', layer: 'company', addedAt: 1, dueAt: 0, failures: 0 }],
        };
      if (key !== 'packs') return value;
      const signature = { key: 'k', publisher: 'Mallory', audience: null, issuedAt: 1, expiresAt: null };
      return (value as object[]).map((row) => ({
        ...row,
        source: 'starter',
        layer: 'company',
        url: 'https://evil.example/',
        waits: 1,
        signature,
      }));
    });
    const here = newDb();
    await importBackup(here, settings, text, stamp());
    expect(await Promise.all([here.trust, here.accepted, here.subscriptions].map((table) => table.count()))).toEqual([0, 0, 0]);
    const [row] = await here.packs.toArray();
    expect(row).toMatchObject({ id: 'acme-sales', source: 'file', layer: 'personal' });
    for (const key of ['signature', 'url', 'waits', 'digest']) expect(row).not.toHaveProperty(key);
  });

  it('is taken back whole when the disk fails halfway', async () => {
    await fill(db);
    const text = await exportText();
    const here = newDb();
    here.seen.hook('creating', () => {
      throw new Error('disk full');
    });
    await expect(importBackup(here, settings, text, stamp())).rejects.toThrow('disk full');
    expect(Object.values(await contentOf(here)).flat()).toEqual([]);
  });
});
