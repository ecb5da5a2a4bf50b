import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { setStep, setSteps } from '../../../../lib/progress/checklists';
import { confirm, confirmationsOf } from '../../../../lib/progress/confirmations';
import { HandrailDb } from '../../../../lib/progress/db';
import { explain, NewerDatabaseError } from '../../../../lib/progress/errors';
import { deal, newDb, newDisk, opportunity, pack, stamp, ticksOf } from './fixtures';

const schemaV1 = {
  packs: '[id+version], id, active',
  ticks: '[record+pack+step], record',
  answers: '[record+pack+answer], record',
  journal: '++seq, &id, record, at, type',
  debts: 'id, record, [record+state]',
  seen: 'record',
};

const rowsV1: Record<keyof typeof schemaV1, object[]> = {
  packs: [{ id: 'acme-sales', version: '1.0.0', pack: packOfV1(), source: 'file', addedAt: 1, active: 1 }],
  ticks: [{ record: opportunity, pack: 'acme-sales', step: 'call', state: 'na', reason: 'They called us', at: 2 }],
  answers: [{ record: opportunity, pack: 'acme-sales', answer: 'size', value: 12, at: 3 }],
  journal: [
    {
      seq: 1,
      id: 'event-1',
      record: opportunity,
      at: 2,
      type: 'step-set',
      pack: 'acme-sales',
      step: 'call',
      state: 'na',
      reason: 'They called us',
    },
  ],
  debts: [
    {
      id: 'debt-1',
      record: opportunity,
      pack: 'acme-sales',
      sop: 'discovery',
      criterion: 'budget',
      label: 'Budget is confirmed',
      from: 'Qualification',
      to: 'Needs Analysis',
      openedAt: 4,
      state: 'open',
    },
  ],
  seen: [{ record: opportunity, stage: 'Needs Analysis', at: 5 }],
};

/** Version 2 brought packs into the format that grew. */
const rowsV2 = { ...rowsV1, packs: [{ id: 'acme-sales', version: '1.0.0', pack: pack(), source: 'file', addedAt: 1, active: 1 }] };

const schemaV3 = {
  ...schemaV1,
  confirmations: '[record+pack+sop+criterion], record',
  elsewhere: 'id, record, [record+state]',
  approvals: '[record+pack+approval], record, code',
  placed: 'record',
  keys: 'id',
};

const rowsV3 = { ...rowsV2, confirmations: [], elsewhere: [], approvals: [], placed: [], keys: [] };

/** The same as today's version has it: whose rules a pack holds is told, and there are the tables of version 4. */
const rowsNow = {
  ...rowsV3,
  packs: rowsV3.packs.map((row) => ({ ...row, layer: 'personal', activeAt: 1 })),
  trust: [],
  accepted: [],
  subscriptions: [],
  begun: [],
};

const written = { 1: [schemaV1, rowsV1], 2: [schemaV1, rowsV2], 3: [schemaV3, rowsV3] } as const;

/** A disk as an earlier version of the schema left it, written without today's class. */
async function diskOf(version: keyof typeof written): Promise<IDBFactory> {
  const disk = newDisk();
  const raw = new Dexie('handrail', { indexedDB: disk, IDBKeyRange });
  const [schema, content] = written[version];
  raw.version(version).stores(schema);
  for (const [table, rows] of Object.entries(content)) await raw.table(table).bulkAdd(rows);
  raw.close();
  return disk;
}
const diskOfV1 = () => diskOf(1);

async function contentOf(db: HandrailDb): Promise<Record<string, object[]>> {
  return Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const)));
}

/** What was written of a pack before its format grew. */
function packOfV1(): object {
  const { format, id, version, title, publisher, language, fields, pipelines, sops, reasonCodes } = pack();
  return { format, id, version, title, publisher, language, fields, pipelines, sops, reasonCodes };
}

/** A Handrail of the future: the same data and one more table. */
class NextDb extends HandrailDb {
  constructor(disk: IDBFactory, upgrade: () => void = () => undefined) {
    super('handrail', { indexedDB: disk, IDBKeyRange });
    this.version(5).stores({ notes: 'id' }).upgrade(upgrade);
  }
}

const tick = (step: string) => ({ record: deal, pack: 'acme-sales', step, state: 'done' as const });

describe('a database that an earlier version wrote', () => {
  it.each([1, 2, 3] as const)('opens with everything in it: version %i', async (version) => {
    const db = newDb(await diskOf(version));
    expect(await contentOf(db)).toEqual(rowsNow);
  });

  it.each([1, 2, 3] as const)('can be written by this version, in the tables that are new too: version %i', async (version) => {
    const db = newDb(await diskOf(version));
    await setStep(db, { ...tick('demo'), record: opportunity }, stamp());
    expect(Object.keys(await ticksOf(db, opportunity, 'acme-sales'))).toEqual(['call', 'demo']);
    await confirm(db, [{ record: opportunity, pack: 'acme-sales', sop: 'discovery', criterion: 'budget', by: 'Ada' }], stamp());
    expect(await confirmationsOf(db, opportunity)).toHaveLength(1);
  });

  it('is kept as it was when its upgrade fails, and the failure is told', async () => {
    const disk = await diskOfV1();
    const broken = new NextDb(disk, () => {
      throw new Error('cannot split reasons');
    });
    await expect(broken.open()).rejects.toThrow('cannot split reasons');
    await expect(setStep(broken, tick('call'), stamp())).rejects.toThrow('cannot split reasons');
    expect(await contentOf(newDb(disk))).toEqual(rowsNow);
  });
});

describe('a connection of the version before, while a newer one opens the database', () => {
  it('says that it is superseded, and closes', async () => {
    const disk = await diskOfV1();
    const old = newDb(disk);
    await old.open();
    let told = 0;
    old.onSuperseded(() => (told += 1));
    const forget = old.onSuperseded(() => (told += 100));
    forget();
    await new NextDb(disk).open();
    expect({ told, open: old.isOpen() }).toEqual({ told: 1, open: false });
  });

  it('loses no write that it has acknowledged', async () => {
    const disk = await diskOfV1();
    const old = newDb(disk);
    await old.open();
    const writes = Array.from({ length: 40 }, (_, index) =>
      setSteps(old, [tick(`a-${index}`), tick(`b-${index}`)], stamp()).then(
        () => index,
        () => null,
      ),
    );
    const next = new NextDb(disk);
    const [, ...outcomes] = await Promise.all([next.open(), ...writes]);
    const acknowledged = outcomes.filter((index) => index !== null);

    expect(acknowledged.length).toBeGreaterThan(0);
    const kept = Object.keys(await ticksOf(next, deal, 'acme-sales'));
    expect(new Set(kept)).toEqual(new Set(acknowledged.flatMap((index) => [`a-${index}`, `b-${index}`])));
  });

  it('refuses what comes later and says what to do, instead of dropping it', async () => {
    const disk = await diskOfV1();
    const old = newDb(disk);
    await old.open();
    await new NextDb(disk).open();
    const late = await setStep(old, tick('late'), stamp()).catch((error: unknown) => error);
    expect(explain(late)).toMatch(/Your progress is kept\. Reload this page/);
    expect(await ticksOf(new NextDb(disk), deal, 'acme-sales')).toEqual({});
  });
});

describe('a connection whose database is deleted elsewhere', () => {
  it('refuses to write instead of starting an empty one', async () => {
    const disk = await diskOfV1();
    const left = newDb(disk);
    await left.open();
    await newDb(disk).delete();
    await expect(setStep(left, tick('late'), stamp())).rejects.toThrow();
    expect(await disk.databases()).toEqual([]);
  });
});

describe('a database that a newer version wrote', () => {
  it('is refused with a reason and left untouched', async () => {
    const disk = await diskOfV1();
    const next = new NextDb(disk);
    await next.open();
    next.close();
    const before = await disk.databases();

    const old = newDb(disk);
    await expect(old.open()).rejects.toThrow(NewerDatabaseError);
    const late = await setStep(old, tick('late'), stamp()).catch((error: unknown) => error);
    expect(explain(late)).toBe(new NewerDatabaseError().message);
    expect(await disk.databases()).toEqual(before);
    expect(await contentOf(new NextDb(disk))).toEqual({ ...rowsNow, notes: [] });
  });
});

describe('a pack that was kept before its format grew', () => {
  it('is brought up to it', async () => {
    const db = newDb(await diskOfV1());
    expect((await db.packs.toArray()).map((row) => row.pack)).toEqual([pack()]);
  });

  it('is kept and not used where it cannot be read any more', async () => {
    const disk = await diskOfV1();
    const raw = new Dexie('handrail', { indexedDB: disk, IDBKeyRange });
    raw.version(1).stores(schemaV1);
    await raw.table('packs').put({ id: 'odd', version: '1.0.0', pack: { format: 'odd' }, source: 'file', addedAt: 1, active: 1 });
    raw.close();
    expect(await newDb(disk).packs.get(['odd', '1.0.0'])).toMatchObject({ pack: { format: 'odd' }, active: 0 });
  });
});
