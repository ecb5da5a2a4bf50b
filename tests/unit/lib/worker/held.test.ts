import { beforeEach, describe, expect, it } from 'vitest';
import type { Reading, WireMove } from '../../../../lib/crm/adapter';
import { recordKey, type HandrailDb } from '../../../../lib/progress/db';
import { lastSeen } from '../../../../lib/progress/seen';
import { judgeHeld, noteMissed } from '../../../../lib/worker/held';
import { newDb, stamp } from '../progress/fixtures';
import {
  afterwards,
  dbInUse,
  DEMO,
  everyMatching,
  heldOf,
  journal,
  moment,
  moveTo,
  opportunity,
  other,
  reading,
  ready,
  unsaved,
} from './fixtures';

const key = recordKey(opportunity);
const inDiscovery = reading('StageName', 'Needs Analysis');

let db: HandrailDb;
beforeEach(async () => {
  db = await dbInUse();
});

const judge = async (...args: Parameters<typeof heldOf>) => {
  const { later, done } = afterwards();
  const judgement = await judgeHeld(db, heldOf(...args), moment, later);
  await done();
  return judgement;
};

describe('the judgement of a held save', () => {
  it('has a card of what is open, in the order of the save', async () => {
    const readings = [inDiscovery, reading('StageName', 'Needs Analysis', { record: other })];
    const { card } = await judge([moveTo('Qualification'), moveTo(DEMO, { record: other })], readings);
    expect(card?.records.map(({ move, record }) => [move, record])).toEqual([[1, other]]);
    expect(card?.ready).toBe(1);
  });

  it('has none where everything may go, or nobody says what to ask for', async () => {
    expect(await judge([moveTo(DEMO)], [inDiscovery, ...ready()])).toEqual({ card: null, unseen: [] });
    db = newDb();
    expect(await judge([moveTo(DEMO)])).toEqual({ card: null, unseen: [] });
  });

  it('asks nothing where the organisation has switched the guard off, and does not take the save for one made elsewhere', async () => {
    const { later, done } = afterwards();
    const judgement = await judgeHeld(db, heldOf([moveTo(DEMO)], [inDiscovery]), moment, later, { asks: false });
    expect(judgement).toEqual({ card: null, unseen: [] });
    await done();
    expect((await lastSeen(db, key))?.expected).toMatchObject([{ stage: DEMO }]);
    expect(await journal(db)).toEqual([]);
  });

  it.each<{ what: string; move: WireMove; readings: Reading[]; unseen: number[] }>([
    { what: 'whose fields are not known', move: moveTo(DEMO), readings: [inDiscovery], unseen: [0] },
    { what: 'whose stage is not known', move: moveTo(DEMO), readings: ready(), unseen: [0] },
    {
      what: 'whose fields are known and not met: there is nothing to read',
      move: moveTo(DEMO),
      readings: [inDiscovery, reading('Budget_Confirmed__c', false), ...ready().slice(1)],
      unseen: [],
    },
    {
      what: 'that asks for a step only',
      move: moveTo('Closed Won'),
      readings: [reading('StageName', 'Negotiation/Review'), reading('Amount', 5)],
      unseen: [],
    },
    { what: 'that does not exist yet', move: moveTo('Closed Won', { record: unsaved }), readings: [], unseen: [] },
    { what: 'that is “all that match”', move: moveTo('Closed Won', { record: everyMatching }), readings: [], unseen: [] },
  ])('names the record to be read: one $what: $unseen', async ({ move, readings, unseen }) => {
    expect((await judge([move], readings)).unseen).toEqual(unseen);
  });
});

describe('a save that goes without a word', () => {
  it('says what it will bring, once the answer is out', async () => {
    const writes: (() => Promise<void>)[] = [];
    await judgeHeld(db, heldOf([moveTo(DEMO)], [inDiscovery, ...ready()]), moment, (write) => void writes.push(write));
    expect(await db.seen.count()).toBe(0);
    for (const write of writes) await write();
    expect(await lastSeen(db, key)).toEqual({ record: key, stage: 'Needs Analysis', at: 1, expected: [{ stage: DEMO, at: moment.now }] });
    expect(await journal(db)).toEqual([]);
  });

  it('judged twice says so once', async () => {
    for (const id of [0, 0, 1]) await judge([moveTo(DEMO)], [inDiscovery, ...ready()], id);
    expect((await lastSeen(db, key))?.expected).toHaveLength(1);
  });

  it.each([unsaved, everyMatching])('keeps nothing of what is no one record: $id', async (record) => {
    expect((await judge([moveTo('Qualification', { record })], [])).card).toBeNull();
    expect(await db.seen.count()).toBe(0);
  });
});

it('a save that the rep is asked about brings nothing yet', async () => {
  await judge([moveTo(DEMO)]);
  expect(await db.seen.count()).toBe(0);
});

it('a check that was missed is journalled for every record of the save, and explains nothing', async () => {
  await noteMissed(db, [moveTo(DEMO), moveTo(DEMO, { record: other })], 'late', stamp(5));
  expect(await journal(db)).toMatchObject([
    { type: 'check-missed', record: key, why: 'late', at: 5 },
    { type: 'check-missed', record: recordKey(other), why: 'late', at: 5 },
  ]);
  expect(await db.seen.count()).toBe(0);
});
