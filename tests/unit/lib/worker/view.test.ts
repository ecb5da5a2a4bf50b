import { beforeEach, describe, expect, it } from 'vitest';
import type { Reading, View } from '../../../../lib/crm/adapter';
import type { TabState } from '../../../../lib/messages/protocol';
import { recordKey, type HandrailDb } from '../../../../lib/progress/db';
import { setStep } from '../../../../lib/progress/checklists';
import { openDebts } from '../../../../lib/progress/debts';
import { activatePack, addPack } from '../../../../lib/progress/packs';
import { lastSeen } from '../../../../lib/progress/seen';
import { decideHeld } from '../../../../lib/worker/held';
import { noteView } from '../../../../lib/worker/view';
import { newDb, pack, stamp } from '../progress/fixtures';
import { dbInUse, DEMO, heldOf, journal, moment, moveTo, opportunity, other, reading, ready } from './fixtures';

const key = recordKey(opportunity);
const inDiscovery = reading('StageName', 'Needs Analysis');

let db: HandrailDb;
beforeEach(async () => {
  db = await dbInUse();
});

const state = (readings: Reading[], view: View = { kind: 'record', record: opportunity }): TabState => ({
  view,
  name: 'Acme renewal',
  readings,
  unread: null,
  at: moment.now,
});
let made = 0;
const note = (shown: TabState, now = moment.now) => noteView(db, shown, { ...moment, now }, () => `view-${++made}`);
const override = () => decideHeld(db, heldOf([moveTo(DEMO)]), { kind: 'on', reasonCode: 'other', note: 'Later' }, moment);
const owed = async () => (await openDebts(db, key)).map(({ criterion }) => criterion).sort();

describe('the count for the badge', () => {
  it('is of the required steps of the stage that are still open', async () => {
    expect(await note(state([inDiscovery]))).toBe(7);
    await setStep(db, { record: key, pack: 'b2b-sales-cycle', step: 'discovery-questions', state: 'done' }, stamp());
    expect(await note(state([inDiscovery]))).toBe(6);
  });

  it('follows what ticks itself, and leaves optional steps out', async () => {
    await setStep(db, { record: key, pack: 'b2b-sales-cycle', step: 'discovery-agenda', state: 'done' }, stamp());
    expect(await note(state([inDiscovery, reading('Identified_Pain__c', 'Late invoices')]))).toBe(6);
  });

  it('a record’s ticks never count on another record', async () => {
    await setStep(db, { record: recordKey(other), pack: 'b2b-sales-cycle', step: 'discovery-questions', state: 'done' }, stamp());
    expect(await note(state([inDiscovery]))).toBe(7);
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
  it('is remembered by the CRM’s own value, and since when', async () => {
    await note(state([inDiscovery]), 10);
    await note(state([inDiscovery]), 20);
    expect(await lastSeen(db, key)).toEqual({ record: key, stage: 'Needs Analysis', at: 10 });
    await note(state([reading('StageName', 'Value Proposition')]), 30);
    expect(await lastSeen(db, key)).toEqual({ record: key, stage: 'Value Proposition', at: 30 });
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

  it('are not settled by another record that meets them', async () => {
    const readings = [reading('StageName', DEMO, { record: other }), ...ready(other)];
    await note(state(readings, { kind: 'record', record: other }));
    expect(await owed()).toHaveLength(4);
  });

  it('of a pack that is no longer in use stand: nobody knows what they asked for', async () => {
    await addPack(db, pack(), 'file', stamp());
    await activatePack(db, 'acme-sales', '1.0.0', stamp());
    await note(state([reading('StageName', 'Qualification'), ...ready()]));
    expect(await lastSeen(db, key)).toMatchObject({ stage: 'Qualification' });
    expect(await owed()).toHaveLength(4);
  });
});
