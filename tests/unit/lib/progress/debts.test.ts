import { IDBIndex } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HandrailDb } from '../../../../lib/progress/db';
import { expireDebts, openDebts, type Override, recordOverride, settleMet, waiveDebt } from '../../../../lib/progress/debts';
import { deal, everyMatching, newDb, newDisk, opportunity, stamp, unsaved } from './fixtures';

function gap(criterion: string, severity: 'tip' | 'warn' | 'reason' | 'block' = 'reason'): Override['gaps'][number] {
  return { sop: 'discovery', criterion, label: `${criterion} is confirmed`, severity, result: 'unmet' };
}

function override(change: Partial<Override> = {}): Override {
  const reason = { reasonCode: 'verbal', reasonLabel: 'Confirmed by phone', note: 'Will log it today' };
  return {
    record: opportunity,
    pack: 'acme-sales',
    from: 'Qualification',
    to: 'Needs Analysis',
    ...reason,
    gaps: [gap('budget')],
    ...change,
  };
}

const types = async (): Promise<string[]> => (await db.journal.toArray()).map((event) => event.type);

let db: HandrailDb;
beforeEach(() => {
  db = newDb();
});

describe('an override', () => {
  it('is journalled with its reason and leaves one open debt for each criterion', async () => {
    const opened = await recordOverride(db, [override({ gaps: [gap('budget'), gap('timeline')] })], stamp(5));
    expect(await openDebts(db, opportunity)).toEqual(opened);
    expect(opened).toMatchObject([
      {
        record: opportunity,
        pack: 'acme-sales',
        sop: 'discovery',
        criterion: 'budget',
        label: 'budget is confirmed',
        state: 'open',
        openedAt: 5,
      },
      {
        criterion: 'timeline',
        reasonCode: 'verbal',
        reasonLabel: 'Confirmed by phone',
        note: 'Will log it today',
        from: 'Qualification',
        to: 'Needs Analysis',
      },
    ]);
    expect(await db.journal.toArray()).toMatchObject([
      {
        type: 'move-on',
        record: opportunity,
        reasonCode: 'verbal',
        note: 'Will log it today',
        gaps: [{ criterion: 'budget' }, { criterion: 'timeline' }],
      },
      { type: 'debt-opened', debt: opened[0]?.id, criterion: 'budget' },
      { type: 'debt-opened', debt: opened[1]?.id, criterion: 'timeline' },
    ]);
  });

  it.each([
    ['tip', 0],
    ['warn', 1],
    ['reason', 1],
    ['block', 1],
  ] as const)('of a %s opens %i debts', async (severity, count) => {
    expect(await recordOverride(db, [override({ gaps: [gap('budget', severity)] })], stamp())).toHaveLength(count);
  });

  it('of a criterion with an open debt opens no second one and leaves the first as it is; the journal says so', async () => {
    const first = await recordOverride(db, [override()], stamp(1));
    const second = await recordOverride(db, [override({ note: 'Again' })], stamp(2));
    expect(second).toEqual([]);
    expect(await openDebts(db, opportunity)).toEqual(first);
    expect(await types()).toEqual(['move-on', 'debt-opened', 'move-on', 'debt-stands']);
  });

  it.each([
    ['on another record', override({ record: deal })],
    ['of another pack', override({ pack: 'other' })],
    ['of another criterion', override({ gaps: [gap('timeline')] })],
  ])('%s opens a debt of its own', async (_what, other) => {
    await recordOverride(db, [override()], stamp());
    expect(await recordOverride(db, [other], stamp())).toHaveLength(1);
  });

  it('with an end keeps it, in the journal and in each debt', async () => {
    expect(await recordOverride(db, [override({ until: 500 })], stamp(5))).toMatchObject([{ until: 500 }]);
    expect(await db.journal.toArray()).toMatchObject([{ type: 'move-on', until: 500 }, {}]);
  });

  it('that names a record twice leaves one debt', async () => {
    expect(await recordOverride(db, [override(), override()], stamp())).toHaveLength(1);
    expect(await types()).toEqual(['move-on', 'debt-opened', 'move-on', 'debt-stands']);
  });

  it('of hundreds of records takes no more trips to the disk than one of two', async () => {
    const trips = async (count: number): Promise<number> => {
      const gets = vi.spyOn(IDBIndex.prototype, 'openCursor').mockClear();
      await recordOverride(
        db,
        Array.from({ length: count }, (_, at) => override({ record: `${deal}${at}${count}` })),
        stamp(),
      );
      return gets.mock.calls.length;
    };
    expect(await trips(200)).toBe(await trips(2));
  });

  it('after the debt was met opens a new one', async () => {
    await recordOverride(db, [override()], stamp());
    await settleMet(db, opportunity, () => true, stamp());
    expect(await recordOverride(db, [override()], stamp())).toHaveLength(1);
  });

  it.each([
    ['the CRM has not saved yet', unsaved],
    ['is “all that match”', everyMatching],
  ])('of a record that %s is in the journal, with no debt that another record would inherit', async (_what, record) => {
    expect(await recordOverride(db, [override({ record })], stamp())).toEqual([]);
    expect(await db.debts.count()).toBe(0);
    expect(await types()).toEqual(['move-on']);
  });

  it('of several records in one save is kept for all or for none', async () => {
    const taken = { now: 1, id: () => 'taken' };
    await expect(recordOverride(db, [override({ gaps: [] }), override({ record: deal, gaps: [] })], taken)).rejects.toThrow();
    expect(await db.journal.count()).toBe(0);
    await recordOverride(db, [override(), override({ record: deal })], stamp());
    expect([await openDebts(db, opportunity), await openDebts(db, deal)]).toMatchObject([[{}], [{}]]);
  });

  it('leaves no debt when its journal event cannot be written', async () => {
    let given = 0;
    const ids = ['debt-1', 'event-1', 'event-1'];
    await expect(recordOverride(db, [override()], { now: 1, id: () => ids[given++] ?? '' })).rejects.toThrow();
    expect(await db.debts.count()).toBe(0);
    expect(await db.journal.count()).toBe(0);
  });

  it('made by two connections at once leaves one debt', async () => {
    const disk = newDisk();
    const connections = Array.from({ length: 20 }, (_, index) => (index < 2 ? newDb(disk) : null)).filter((one) => one !== null);
    await Promise.all(connections.flatMap((one) => Array.from({ length: 10 }, () => recordOverride(one, [override()], stamp()))));
    const reader = newDb(disk);
    expect(await openDebts(reader, opportunity)).toHaveLength(1);
    expect(await reader.journal.where('type').equals('debt-stands').count()).toBe(19);
  });
});

describe('settling', () => {
  it('closes the debts whose criterion is met, says when, and leaves the others open', async () => {
    await recordOverride(db, [override({ gaps: [gap('budget'), gap('timeline')] }), override({ record: deal })], stamp(1));
    const met = await settleMet(db, opportunity, (debt) => debt.criterion === 'budget', stamp(9));
    expect(met).toMatchObject([{ criterion: 'budget', state: 'met', openedAt: 1, closedAt: 9 }]);
    expect(await openDebts(db, opportunity)).toMatchObject([{ criterion: 'timeline' }]);
    expect(await openDebts(db, deal)).toHaveLength(1);
    expect(await db.journal.where('type').equals('debt-met').toArray()).toMatchObject([
      { record: opportunity, debt: met[0]?.id, criterion: 'budget', at: 9 },
    ]);
  });

  it('writes nothing when nothing is met', async () => {
    await recordOverride(db, [override()], stamp());
    expect(await settleMet(db, opportunity, () => false, stamp())).toEqual([]);
    expect(await types()).toEqual(['move-on', 'debt-opened']);
  });

  it('leaves a debt open when its journal event cannot be written', async () => {
    await recordOverride(db, [override({ gaps: [] })], { now: 1, id: () => 'taken' });
    await recordOverride(db, [override()], stamp());
    await expect(settleMet(db, opportunity, () => true, { now: 1, id: () => 'taken' })).rejects.toThrow();
    expect(await openDebts(db, opportunity)).toHaveLength(1);
  });

  it('by two connections at once closes a debt once', async () => {
    const disk = newDisk();
    const [one, other] = [newDb(disk), newDb(disk)];
    await recordOverride(one, [override()], stamp());
    await other.open();
    await Promise.all([settleMet(one, opportunity, () => true, stamp()), settleMet(other, opportunity, () => true, stamp())]);
    expect(await one.journal.where('type').equals('debt-met').count()).toBe(1);
  });
});

describe('expiry', () => {
  it.each([
    ['before its end', 499, 'open'],
    ['at its end', 500, 'expired'],
    ['long after', 9_000, 'expired'],
  ])('of an exception %s: it is %s', async (_when, now, state) => {
    await recordOverride(db, [override({ until: 500 })], stamp(5));
    await expireDebts(db, opportunity, stamp(now));
    expect(await db.debts.toArray()).toMatchObject([{ state, ...(state === 'expired' && { closedAt: now }) }]);
    expect((await types()).includes('debt-expired')).toBe(state === 'expired');
  });

  it('leaves those without an end, and those of other records', async () => {
    await recordOverride(db, [override(), override({ record: deal, until: 500 })], stamp(5));
    expect(await expireDebts(db, opportunity, stamp(900))).toEqual([]);
    expect(await db.debts.filter(({ state }) => state === 'open').count()).toBe(2);
  });
});

describe('a waiver', () => {
  it('closes the debt with its reason, and journals it', async () => {
    const [debt] = await recordOverride(db, [override()], stamp(5));
    await waiveDebt(db, debt?.id ?? '', 'The deal is below the limit', stamp(9));
    const waiver = 'The deal is below the limit';
    expect(await db.debts.toArray()).toMatchObject([{ state: 'waived', waiver, closedAt: 9 }]);
    expect((await db.journal.toArray()).at(-1)).toMatchObject({ type: 'debt-waived', debt: debt?.id, record: opportunity, waiver, at: 9 });
  });

  it('of a debt that is closed, or was never there, changes nothing', async () => {
    const [debt] = await recordOverride(db, [override()], stamp(5));
    await settleMet(db, opportunity, () => true, stamp(6));
    const before = await types();
    await waiveDebt(db, debt?.id ?? '', 'Late', stamp(9));
    await waiveDebt(db, 'nobody', 'Late', stamp(9));
    expect(await db.debts.toArray()).toMatchObject([{ state: 'met' }]);
    expect(await types()).toEqual(before);
  });
});
