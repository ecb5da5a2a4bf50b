import { IDBDatabase } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reading, View } from '../../../../lib/crm/adapter';
import type { TabState } from '../../../../lib/messages/protocol';
import { recordKey, type HandrailDb } from '../../../../lib/progress/db';
import { setStep } from '../../../../lib/progress/checklists';
import { confirm } from '../../../../lib/progress/confirmations';
import { openDebts } from '../../../../lib/progress/debts';
import { openElsewhere } from '../../../../lib/progress/elsewhere';
import { activatePack, addPack } from '../../../../lib/progress/packs';
import { placeByHand } from '../../../../lib/progress/placed';
import { lastSeen } from '../../../../lib/progress/seen';
import { decideHeld } from '../../../../lib/worker/decide';
import { noteMissed } from '../../../../lib/worker/held';
import { noteView } from '../../../../lib/worker/view';
import { newDb, newDisk, pack, stamp } from '../progress/fixtures';
import { dbInUse, DEMO, heldOf, journal, moment, moveTo, opportunity, other, reading, ready, starter } from './fixtures';

const key = recordKey(opportunity);
const inDiscovery = reading('StageName', 'Needs Analysis');

let db: HandrailDb;
let disk: IDBFactory;
beforeEach(async () => {
  disk = newDisk();
  db = await dbInUse(disk);
});

const state = (readings: Reading[], view: View = { kind: 'record', record: opportunity }): TabState => ({
  view,
  name: 'Acme renewal',
  readings,
  unread: null,
  at: moment.now,
});
/** Another connection to the same rows, so that what it does can be watched from its first request on. */
async function sameDisk(): Promise<HandrailDb> {
  const again = newDb(disk);
  await again.open();
  return again;
}
let made = 0;
const note = (shown: TabState, now = moment.now) => noteView(db, shown, { ...moment, now }, () => `view-${++made}`);
const override = () => decideHeld(db, heldOf([moveTo(DEMO)]), { kind: 'on', reasonCode: 'other', note: 'Later' }, moment);
const owed = async () => (await openDebts(db, key)).map(({ criterion }) => criterion).sort();

const steps = async (shown: TabState, now?: number) => (await note(shown, now))?.steps ?? null;

describe('the count for the badge', () => {
  it('is of the required steps of the stage that are still open', async () => {
    expect(await note(state([inDiscovery]))).toEqual({ steps: 7, debts: 0, catchUps: 0 });
    await setStep(db, { record: key, pack: 'b2b-sales-cycle', step: 'discovery-questions', state: 'done' }, stamp());
    expect(await steps(state([inDiscovery]))).toBe(6);
  });

  it('follows what ticks itself, and leaves optional steps out', async () => {
    await setStep(db, { record: key, pack: 'b2b-sales-cycle', step: 'discovery-agenda', state: 'done' }, stamp());
    expect(await steps(state([inDiscovery, reading('Identified_Pain__c', 'Late invoices')]))).toBe(6);
  });

  it('a record’s ticks never count on another record', async () => {
    await setStep(db, { record: recordKey(other), pack: 'b2b-sales-cycle', step: 'discovery-questions', state: 'done' }, stamp());
    expect(await steps(state([inDiscovery]))).toBe(7);
  });

  it('is of the stage that the rep placed by hand, where the page cannot be read', async () => {
    await placeByHand(db, key, 'Needs Analysis', { pack: starter.id, title: 'Discovery' }, stamp());
    expect(await steps(state([]))).toBe(7);
    expect(await lastSeen(db, key)).toBeUndefined();
  });

  it('has the overrides to make good in it, also where the stage cannot be read or is not in the pack', async () => {
    await override();
    expect(await note(state([inDiscovery]))).toEqual({ steps: 7, debts: 4, catchUps: 0 });
    expect(await note(state([]))).toEqual({ steps: 0, debts: 4, catchUps: 0 });
    expect(await note(state([reading('StageName', 'Dormant')]))).toEqual({ steps: 0, debts: 4, catchUps: 0 });
  });

  it.each<{ where: string; shown: TabState }>([
    { where: 'a list', shown: state([inDiscovery], { kind: 'list', crm: 'salesforce', org: opportunity.org, object: 'Opportunity' }) },
    { where: 'no CRM page', shown: state([inDiscovery], { kind: 'none', crm: null, why: 'not-a-crm' }) },
    { where: 'a record whose stage cannot be read', shown: state([]) },
    { where: 'a stage that the pack does not know', shown: state([reading('StageName', 'Dormant')]) },
  ])('there is nothing to count on $where', async ({ shown }) => {
    expect(await note(shown)).toBeNull();
  });

  it('there is nothing to count without a pack', async () => {
    db = newDb();
    expect(await note(state([inDiscovery]))).toBeNull();
    expect(await lastSeen(db, key)).toBeUndefined();
  });
});

describe('the stage that is seen', () => {
  it('is remembered by the CRM’s own value, and since when it was read', async () => {
    await note(state([reading('StageName', 'Needs Analysis', { at: 10 })]), 20);
    await note(state([reading('StageName', 'Needs Analysis', { at: 30 })]), 40);
    expect(await lastSeen(db, key)).toEqual({ record: key, stage: 'Needs Analysis', at: 10 });
    await note(state([reading('StageName', 'Value Proposition', { at: 50 })]), 60);
    expect(await lastSeen(db, key)).toEqual({ record: key, stage: 'Value Proposition', at: 50 });
  });

  it('is remembered even when the pack does not know it', async () => {
    await note(state([reading('StageName', 'Dormant')]));
    expect(await lastSeen(db, key)).toMatchObject({ stage: 'Dormant' });
  });

  it('stays the last one that could be read', async () => {
    await note(state([inDiscovery]));
    await note(state([]));
    expect(await lastSeen(db, key)).toMatchObject({ stage: 'Needs Analysis' });
  });

  it('makes the one that was placed by hand forgotten', async () => {
    await placeByHand(db, key, 'Value Proposition', { pack: starter.id, title: 'Demo' }, stamp());
    await note(state([]));
    expect(await db.placed.count()).toBe(1);
    await note(state([inDiscovery]));
    expect(await db.placed.count()).toBe(0);
    await note(state([inDiscovery]));
    expect(await lastSeen(db, key)).toMatchObject({ stage: 'Needs Analysis' });
  });

  it('when nothing is new is written nowhere', async () => {
    await note(state([inDiscovery]));
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    db = await sameDisk();
    await note(state([inDiscovery]));
    expect(transactions.mock.calls.filter(([, mode]) => mode === 'readwrite')).toEqual([]);
    transactions.mockRestore();
  });
});

describe('a move made elsewhere', () => {
  const MINUTE = 60_000;
  const at = (stage: string, time: number, more: Reading[] = []) =>
    note(state([reading('StageName', stage, { at: moment.now + time }), ...more]), moment.now + time);
  const open = async () => {
    const row = await openElsewhere(db, key);
    return row && `${row.from} > ${row.to}`;
  };

  it('opens a catch-up of what it skipped, and counts on the badge', async () => {
    await at('Needs Analysis', 0);
    expect(await at('Value Proposition', MINUTE)).toMatchObject({ catchUps: 1 });
    expect(await open()).toBe('Needs Analysis > Value Proposition');
    expect(await journal(db)).toMatchObject([{ type: 'moved-elsewhere', record: key, pack: starter.id, from: 'Discovery', to: 'Demo' }]);
  });

  it.each<{ what: string; happens: () => Promise<unknown> }>([
    { what: 'everything on the way is met', happens: () => at('Needs Analysis', 0).then(() => at('Value Proposition', MINUTE, ready())) },
    {
      what: 'only tips would have been shown',
      happens: () => at('Needs Analysis', 0, ready()).then(() => at('Value Proposition', MINUTE, ready())),
    },
    { what: 'it goes back', happens: () => at('Value Proposition', 0).then(() => at('Needs Analysis', MINUTE)) },
    { what: 'the stage before is not in the pack', happens: () => at('Dormant', 0).then(() => at('Closed Won', MINUTE)) },
    { what: 'the stage after is not in the pack', happens: () => at('Needs Analysis', 0).then(() => at('Dormant', MINUTE)) },
    {
      what: 'a save of ours made it',
      happens: () =>
        at('Needs Analysis', -1)
          .then(override)
          .then(() => at('Value Proposition', 5)),
    },
    {
      what: 'a save of ours made it, and the page shows the old stage for a moment',
      happens: () =>
        at('Needs Analysis', -1)
          .then(override)
          .then(() => at('Value Proposition', 5))
          .then(() => at('Needs Analysis', 9))
          .then(() => at('Value Proposition', 12)),
    },
    {
      what: 'the page shows the new stage before the CRM has taken it: the wire’s newest counts',
      happens: () =>
        at('Needs Analysis', 0).then(() =>
          at('Needs Analysis', 0, [reading('StageName', 'Closed Won', { source: 'page', at: moment.now + 9 })]),
        ),
    },
    {
      what: 'the rep stands for what cannot be seen',
      happens: () =>
        confirm(
          db,
          ['budget', 'authority', 'timeline', 'pain-known'].map((criterion) => ({
            record: key,
            pack: starter.id,
            sop: 'discovery',
            criterion,
            by: '',
          })),
          stamp(),
        )
          .then(() => at('Needs Analysis', 0))
          .then(() => at('Value Proposition', MINUTE)),
    },
  ])('is none to catch up on where $what', async ({ happens }) => {
    await happens();
    expect(await db.elsewhere.count()).toBe(0);
    expect((await journal(db)).filter(({ type }) => type === 'moved-elsewhere')).toEqual([]);
  });

  it('is also one whose check was missed', async () => {
    await at('Needs Analysis', 0);
    await noteMissed(db, [moveTo(DEMO)], 'late', { now: moment.now + 5, id: () => 'missed' });
    await at('Value Proposition', 9);
    expect(await open()).toBe('Needs Analysis > Value Proposition');
  });

  it('closes by itself once everything that was skipped is met', async () => {
    await at('Needs Analysis', 0);
    await at('Value Proposition', MINUTE);
    expect(await at('Value Proposition', 2 * MINUTE, ready().slice(1))).toMatchObject({ catchUps: 1 });
    expect(await at('Value Proposition', 3 * MINUTE, ready())).toMatchObject({ catchUps: 0 });
    expect(await open()).toBeUndefined();
    expect((await journal(db)).at(-1)).toMatchObject({ type: 'catch-up-closed', record: key, how: 'met', at: moment.now + 3 * MINUTE });
  });

  it('waits, and is not counted, while a pack is in use that knows nothing of its stages', async () => {
    await at('Needs Analysis', 0);
    await at('Value Proposition', MINUTE);
    await addPack(db, pack(), { source: 'file', layer: 'personal' }, stamp());
    await activatePack(db, 'acme-sales', '1.0.0', stamp());
    expect(await at('Value Proposition', 2 * MINUTE)).toBeNull();
    expect(await open()).toBe('Needs Analysis > Value Proposition');
  });

  it('is noticed once by two tabs that tell at the same time', async () => {
    await at('Needs Analysis', 0);
    await Promise.all([at('Value Proposition', MINUTE), at('Value Proposition', MINUTE), at('Value Proposition', MINUTE + 1)]);
    expect(await db.elsewhere.count()).toBe(1);
  });
});

describe('debts', () => {
  beforeEach(async () => {
    await override();
    expect(await owed()).toEqual(['authority', 'budget', 'pain-known', 'timeline']);
  });

  it('stand while their criteria are unmet or cannot be seen', async () => {
    await note(state([reading('StageName', DEMO), reading('Budget_Confirmed__c', false)]));
    expect(await owed()).toHaveLength(4);
  });

  it('are settled when their criteria are met, whatever stage the record is in by then', async () => {
    await note(state([reading('StageName', DEMO), ...ready().slice(0, 2)]), moment.now + 5);
    expect(await owed()).toEqual(['pain-known', 'timeline']);
    expect((await journal(db)).filter(({ type }) => type === 'debt-met')).toMatchObject([
      { record: key, at: moment.now + 5 },
      { record: key, at: moment.now + 5 },
    ]);
  });

  it('that a step settles are settled by its tick', async () => {
    const further = heldOf([moveTo('Proposal/Price Quote')], [reading('StageName', DEMO)], 1);
    await decideHeld(db, further, { kind: 'on' }, moment);
    expect(await owed()).toContain('demo-shown');
    await setStep(db, { record: key, pack: 'b2b-sales-cycle', step: 'demo-held', state: 'done' }, stamp());
    await note(state([reading('StageName', 'Proposal/Price Quote')]));
    expect(await owed()).not.toContain('demo-shown');
  });

  it('end with their exception, whatever is met', async () => {
    const held = heldOf([moveTo('Closed Won')], [reading('StageName', 'Negotiation/Review')], 2);
    await decideHeld(db, held, { kind: 'on', reasonCode: 'other', note: 'Later', until: moment.now + 100 }, moment);
    expect(await owed()).toContain('signed');
    await note(state([reading('StageName', 'Closed Won')]), moment.now + 99);
    expect(await owed()).toContain('signed');
    await note(state([reading('StageName', 'Closed Won')]), moment.now + 100);
    expect(await owed()).not.toContain('signed');
    expect((await journal(db)).filter(({ type }) => type === 'debt-expired')).toHaveLength(2);
  });

  it('are not settled by another record that meets them', async () => {
    const readings = [reading('StageName', DEMO, { record: other }), ...ready(other)];
    await note(state(readings, { kind: 'record', record: other }));
    expect(await owed()).toHaveLength(4);
  });

  it('of a pack that is no longer in use stand: nobody knows what they asked for', async () => {
    await addPack(db, pack(), { source: 'file', layer: 'personal' }, stamp());
    await activatePack(db, 'acme-sales', '1.0.0', stamp());
    const later = moment.now + 120_000;
    await note(state([reading('StageName', 'Qualification', { at: later }), ...ready()]), later);
    expect(await lastSeen(db, key)).toMatchObject({ stage: 'Qualification' });
    expect(await owed()).toHaveLength(4);
  });
});
