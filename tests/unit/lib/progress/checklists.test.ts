import { IDBDatabase } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setStep, setSteps, type StepChange } from '../../../../lib/progress/checklists';
import type { HandrailDb } from '../../../../lib/progress/db';
import { UnsavedRecordError } from '../../../../lib/progress/errors';
import { deal, newDb, newDisk, opportunity, otherOpportunity, stamp, unsaved, ticksOf } from './fixtures';

const pack = 'acme-sales';
let db: HandrailDb;
beforeEach(() => {
  db = newDb();
});

describe('a tick', () => {
  it('is kept with its time and journalled', async () => {
    await setStep(db, { record: deal, pack, step: 'call', state: 'na', reason: 'They called us' }, stamp(5));
    expect(await ticksOf(db, deal, pack)).toEqual({
      call: { record: deal, pack, step: 'call', state: 'na', reason: 'They called us', at: 5 },
    });
    expect(await db.journal.toArray()).toMatchObject([
      { type: 'step-set', record: deal, pack, step: 'call', state: 'na', reason: 'They called us', at: 5 },
    ]);
  });

  it('survives a new connection', async () => {
    const disk = newDisk();
    const first = newDb(disk);
    await setStep(first, { record: deal, pack, step: 'call', state: 'done' }, stamp());
    first.close();
    expect(await ticksOf(newDb(disk), deal, pack)).toHaveProperty('call.state', 'done');
  });

  it('never shows on another record or for another pack', async () => {
    await setStep(db, { record: opportunity, pack, step: 'call', state: 'done' }, stamp());
    expect(await ticksOf(db, otherOpportunity, pack)).toEqual({});
    expect(await ticksOf(db, deal, pack)).toEqual({});
    expect(await ticksOf(db, opportunity, `${pack}-2`)).toEqual({});
  });

  it('is refused on a record that the CRM has not saved yet, since all of those would share it', async () => {
    await expect(setStep(db, { record: unsaved, pack, step: 'call', state: 'done' }, stamp())).rejects.toThrow(UnsavedRecordError);
    expect(await db.ticks.count()).toBe(0);
  });

  it('is taken back when its journal event cannot be written', async () => {
    await setStep(db, { record: deal, pack, step: 'call', state: 'open' }, { now: 1, id: () => 'taken' });
    await expect(setStep(db, { record: deal, pack, step: 'call', state: 'done' }, { now: 2, id: () => 'taken' })).rejects.toThrow();
    expect(await ticksOf(db, deal, pack)).toHaveProperty('call.state', 'open');
    expect(await db.journal.count()).toBe(1);
  });

  it('of a parent and its sub-steps is one change: all or none', async () => {
    const family = ['parent', 'child-1', 'child-2'].map((step) => ({ record: deal, pack, step, state: 'done' as const }));
    await setSteps(db, family, stamp());
    expect(Object.keys(await ticksOf(db, deal, pack))).toEqual(['child-1', 'child-2', 'parent']);

    let given = 0;
    const repeating = { now: 9, id: () => ['new-1', 'new-2', 'new-2'][given++ % 3] ?? '' };
    await expect(
      setSteps(
        db,
        family.map((change) => ({ ...change, state: 'open' as const })),
        repeating,
      ),
    ).rejects.toThrow();
    expect(Object.values(await ticksOf(db, deal, pack)).map((tick) => tick.state)).toEqual(['done', 'done', 'done']);
    expect(await db.journal.count()).toBe(3);
  });

  it('is asked of the disk with strict durability', async () => {
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await setStep(db, { record: deal, pack, step: 'call', state: 'done' }, stamp());
    expect(asked).toHaveBeenLastCalledWith(['ticks', 'journal'], 'readwrite', { durability: 'strict' });
    asked.mockRestore();
  });
});

describe('undo', () => {
  const step = { record: deal, pack, step: 'call' };

  it.each<[string, StepChange | null]>([
    ['of a step that was never touched leaves none', null],
    ['brings back a tick', { ...step, state: 'done' }],
    ['brings back a reason', { ...step, state: 'na', reason: 'They called us' }],
    ['brings back a step that was opened by hand', { ...step, state: 'open' }],
  ])('%s', async (_what, before) => {
    if (before) await setStep(db, before, stamp(1));
    const undo = await setStep(db, { ...step, state: 'na', reason: 'Not needed' }, stamp(2));
    await setSteps(db, undo, stamp(3));
    expect(await ticksOf(db, deal, pack)).toEqual(before ? { call: { ...before, at: 3 } } : {});
  });

  it('of a parent and its parts brings back each of them', async () => {
    await setStep(db, { ...step, step: 'child-1', state: 'na', reason: 'Too early' }, stamp(1));
    const before = await ticksOf(db, deal, pack);
    const undo = await setSteps(
      db,
      ['parent', 'child-1', 'child-2'].map((name) => ({ ...step, step: name, state: 'done' })),
      stamp(2),
    );
    await setSteps(db, undo, stamp(1));
    expect(await ticksOf(db, deal, pack)).toEqual(before);
  });

  it('is journalled beside what it undoes', async () => {
    await setSteps(db, await setStep(db, { ...step, state: 'done' }, stamp(1)), stamp(2));
    expect(await db.journal.toArray()).toMatchObject([
      { type: 'step-set', ...step, state: 'done', at: 1 },
      { type: 'step-set', ...step, state: 'untouched', at: 2 },
    ]);
  });

  it('takes nothing back when its journal event cannot be written', async () => {
    const undo = await setStep(db, { ...step, state: 'done' }, { now: 1, id: () => 'taken' });
    await expect(setSteps(db, undo, { now: 2, id: () => 'taken' })).rejects.toThrow();
    expect(await ticksOf(db, deal, pack)).toHaveProperty('call.state', 'done');
  });

  it('can itself be undone', async () => {
    const undo = await setStep(db, { ...step, state: 'done' }, stamp(1));
    const redo = await setSteps(db, undo, stamp(2));
    await setSteps(db, redo, stamp(3));
    expect(await ticksOf(db, deal, pack)).toHaveProperty('call.state', 'done');
  });
});

describe('two connections that write at once', () => {
  it('lose none of 250 changes, and each tick is what the journal says came last', async () => {
    const disk = newDisk();
    const connections = [newDb(disk), newDb(disk)] as const;
    const writes = Array.from({ length: 250 }, (_, index) => {
      const connection = connections[index % 2 === 0 ? 0 : 1];
      return setStep(
        connection,
        { record: deal, pack, step: `step-${index % 125}`, state: index % 3 === 0 ? 'open' : 'done' },
        stamp(index),
      );
    });
    await Promise.all(writes);

    const reader = newDb(disk);
    const events = (await reader.journal.toArray()).filter((event) => event.type === 'step-set');
    expect(new Set(events.map((event) => event.at)).size).toBe(250);
    const last = Object.fromEntries(events.map(({ step, state, at }) => [step, { state, at }]));
    const ticks = Object.values(await ticksOf(reader, deal, pack));
    expect(ticks).toHaveLength(125);
    expect(Object.fromEntries(ticks.map(({ step, state, at }) => [step, { state, at }]))).toEqual(last);
  });
});
