import { beforeEach, describe, expect, it } from 'vitest';
import { setAnswer } from '../../../../lib/progress/answers';
import { begin, putOff, takeBackUpdate, takeUpdate } from '../../../../lib/progress/begun';
import { progressOf, setStep } from '../../../../lib/progress/checklists';
import { confirm, confirmationsOf } from '../../../../lib/progress/confirmations';
import type { HandrailDb } from '../../../../lib/progress/db';
import { deal, everyMatching, newDb, opportunity, otherOpportunity, stamp, ticksOf, unsaved } from './fixtures';

const whose = { record: opportunity, pack: 'acme-sales' };
const first = { ...whose, version: '1.0.0', stage: 'sales/demo' };
const none = { steps: [], criteria: [] };
const update = { ...whose, from: '1.0.0', to: '2.0.0' };

let db: HandrailDb;
beforeEach(() => {
  db = newDb();
});

const begun = async (record = opportunity) => (await progressOf(db, record)).under('acme-sales').begun;
const journal = async () =>
  (await db.journal.toArray()).filter(({ type }) => type.startsWith('update') || type === 'confirmation-taken-back');
const states = async () =>
  Object.fromEntries(Object.entries(await ticksOf(db, opportunity, 'acme-sales')).map(([id, tick]) => [id, tick.state]));
const fails = (): string => {
  throw new Error('The disk is full.');
};

/** Two ticks, an answer with its mark, a confirmation, and the same tick on another record. */
async function work(): Promise<void> {
  await begin(db, first, none, stamp(5));
  for (const step of ['call', 'demo']) await setStep(db, { ...whose, step, state: 'done' }, stamp());
  await setStep(db, { ...whose, record: otherOpportunity, step: 'call', state: 'done' }, stamp());
  await setAnswer(db, { ...whose, answer: 'pain', value: 'Late invoices' }, stamp());
  await confirm(db, [{ ...whose, sop: 'demo', criterion: 'budget', by: 'Ada' }], stamp());
}
const stale = { steps: ['call', 'pain'], criteria: [{ sop: 'demo', criterion: 'budget' }] };

describe('a stage that is begun', () => {
  it('keeps the version that is in use then, for each record and pack of its own, and is no update', async () => {
    await begin(db, first, none, stamp(5));
    await begin(db, { ...first, record: deal, version: '3.0.0' }, none, stamp(6));
    expect(await begun()).toEqual({ ...first, at: 5 });
    expect(await begun(deal)).toMatchObject({ version: '3.0.0' });
    expect((await progressOf(db, opportunity)).under('other').begun).toBeUndefined();
    expect(await db.journal.count()).toBe(0);
  });

  it('is begun once', async () => {
    await begin(db, first, none, stamp(5));
    await begin(db, first, none, stamp(9));
    expect(await begun()).toMatchObject({ at: 5 });
  });

  it('is begun with the newest version: what is stale is reset, what was put off is taken, and the journal tells', async () => {
    await work();
    await putOff(db, { ...whose, version: '2.0.0' }, stamp(7));
    await begin(db, { ...first, version: '2.0.0', stage: 'sales/offer' }, stale, stamp(9));
    expect(await begun()).toEqual({ ...whose, version: '2.0.0', stage: 'sales/offer', at: 9 });
    expect(await states()).toEqual({ demo: 'done', pain: 'open' });
    expect((await journal()).at(1)).toMatchObject({
      type: 'update-taken',
      ...whose,
      from: '1.0.0',
      version: '2.0.0',
      reset: stale.steps,
      at: 9,
    });
  });

  it.each([unsaved, everyMatching])('is not kept for %s, which is no one record', async (record) => {
    await begin(db, { ...first, record }, none, stamp());
    expect(await db.begun.count()).toBe(0);
  });
});

describe('an update that is taken', () => {
  beforeEach(work);

  it('opens the steps that do not say the same any more, and leaves the rest, the answers and other records as they are', async () => {
    await takeUpdate(db, update, stale, stamp(9));
    expect(await begun()).toEqual({ ...first, version: '2.0.0', at: 5 });
    expect(await states()).toEqual({ demo: 'done', pain: 'open' });
    expect((await progressOf(db, opportunity)).under('acme-sales').answers).toEqual({ pain: 'Late invoices' });
    expect(await ticksOf(db, otherOpportunity, 'acme-sales')).toMatchObject({ call: { state: 'done' } });
    expect(await confirmationsOf(db, opportunity)).toEqual([]);
    expect((await journal()).map(({ type }) => type)).toEqual(['update-taken', 'confirmation-taken-back']);
  });

  it('can be taken back: version, marks and confirmations are as before', async () => {
    const taken = await takeUpdate(db, update, stale, stamp(9));
    await takeBackUpdate(db, taken!, stamp(10));
    expect(await begun()).toEqual({ ...first, at: 5 });
    expect(await states()).toEqual({ call: 'done', demo: 'done' });
    expect(await confirmationsOf(db, opportunity)).toMatchObject([{ criterion: 'budget', by: 'Ada' }]);
    expect((await journal()).at(-1)).toMatchObject({ type: 'update-taken', from: '2.0.0', version: '1.0.0', reset: [] });
  });

  it('cannot be taken back once the record is in another stage', async () => {
    const taken = await takeUpdate(db, update, stale, stamp(9));
    await begin(db, { ...first, version: '2.0.0', stage: 'sales/offer' }, none, stamp(11));
    await takeBackUpdate(db, taken!, stamp(12));
    expect(await begun()).toMatchObject({ version: '2.0.0', stage: 'sales/offer' });
    expect(await states()).toEqual({ demo: 'done', pain: 'open' });
  });

  it('is taken once, whoever asks', async () => {
    await Promise.all([takeUpdate(db, update, stale, stamp(9)), takeUpdate(db, update, stale, stamp(9))]);
    expect((await journal()).filter(({ type }) => type === 'update-taken')).toHaveLength(1);
  });

  it('is taken whole or not at all', async () => {
    await expect(takeUpdate(db, update, stale, { now: 9, id: fails })).rejects.toThrow('The disk is full.');
    expect(await begun()).toEqual({ ...first, at: 5 });
    expect(await states()).toEqual({ call: 'done', demo: 'done' });
    expect(await journal()).toEqual([]);
  });
});

describe('an update that is put off', () => {
  it('is remembered by its version, and journalled once', async () => {
    await work();
    await putOff(db, { ...whose, version: '2.0.0' }, stamp(9));
    await putOff(db, { ...whose, version: '2.0.0' }, stamp(10));
    expect(await begun()).toEqual({ ...first, at: 5, putOff: '2.0.0' });
    expect(await journal()).toMatchObject([{ type: 'update-put-off', ...whose, from: '1.0.0', version: '2.0.0', at: 9 }]);
  });

  it('can be taken after all', async () => {
    await work();
    await putOff(db, { ...whose, version: '2.0.0' }, stamp(9));
    await takeUpdate(db, update, none, stamp(10));
    expect(await begun()).toEqual({ ...first, version: '2.0.0', at: 5 });
  });

  it('is nothing where there is none', async () => {
    await putOff(db, { ...whose, version: '2.0.0' }, stamp(9));
    expect(await db.begun.count()).toBe(0);
    expect(await db.journal.count()).toBe(0);
  });
});
