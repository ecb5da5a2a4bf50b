import { beforeEach, describe, expect, it } from 'vitest';
import type { WireMove } from '../../../../lib/crm/adapter';
import type { Decision } from '../../../../lib/messages/protocol';
import { recordKey, type HandrailDb } from '../../../../lib/progress/db';
import { setStep } from '../../../../lib/progress/checklists';
import { openDebts } from '../../../../lib/progress/debts';
import { activatePack, addPack } from '../../../../lib/progress/packs';
import { noteSeen } from '../../../../lib/progress/seen';
import { decideHeld, judgeHeld, noteMissed } from '../../../../lib/worker/held';
import { newDb, stamp } from '../progress/fixtures';
import { dbInUse, DEMO, heldOf, journal, moment, moveTo, opportunity, other, reading, ready, starter, unsaved } from './fixtures';

const key = recordKey(opportunity);
const BACK: Decision = { kind: 'back' };
const ON: Decision = { kind: 'on', reasonCode: 'manager-agreed', note: 'Agreed by phone' };
const inDiscovery = reading('StageName', 'Needs Analysis');

let db: HandrailDb;
beforeEach(async () => {
  db = await dbInUse();
});

const types = async () => (await journal(db)).map(({ type }) => type);
const tick = (step: string) => setStep(db, { record: key, pack: starter.id, step, state: 'done' }, stamp());

describe('verdicts', () => {
  const kinds = async (...args: Parameters<typeof heldOf>) => (await judgeHeld(db, heldOf(...args), moment)).map(({ kind }) => kind);

  it('one for each move, in their order', async () => {
    const moves = [moveTo(DEMO), moveTo('Qualification'), moveTo('Closed Lost', { values: { Loss_Reason__c: 'Price' } })];
    expect(await kinds(moves)).toEqual(['ask-reason', 'allow', 'allow']);
  });

  it.each<{ what: string; move: WireMove; readings: ReturnType<typeof reading>[]; kind: string }>([
    { what: 'everything is there', move: moveTo(DEMO), readings: [inDiscovery, ...ready()], kind: 'allow' },
    { what: 'it is there on another record', move: moveTo(DEMO), readings: [inDiscovery, ...ready(other)], kind: 'ask-reason' },
    {
      what: 'the save brings it along',
      move: moveTo('Closed Lost', { values: { Loss_Reason__c: 'Fit' } }),
      readings: [inDiscovery],
      kind: 'allow',
    },
    { what: 'the stage is the one it has', move: moveTo('Needs Analysis'), readings: [inDiscovery], kind: 'allow' },
    { what: 'a new record starts late', move: moveTo('Closed Won', { record: unsaved }), readings: [], kind: 'ask-reason' },
  ])('$what: $kind', async ({ move, readings, kind }) => {
    expect(await kinds([move], readings)).toEqual([kind]);
  });

  it('the rep’s ticks count, those of this record and this pack', async () => {
    const won = () =>
      judgeHeld(db, heldOf([moveTo('Closed Won')], [reading('StageName', 'Negotiation/Review'), reading('Amount', 5)]), moment);
    await setStep(db, { record: recordKey(other), pack: starter.id, step: 'contract-signed', state: 'done' }, stamp());
    expect((await won())[0]?.gaps.map(({ criterion }) => criterion)).toEqual(['signed']);
    await tick('contract-signed');
    expect((await won())[0]?.kind).toBe('allow');
  });

  it('a stage that cannot be read now is the one that was last seen', async () => {
    const [unseen] = await judgeHeld(db, heldOf([moveTo(DEMO)], []), moment);
    expect(unseen).toMatchObject({ from: null, fromUnknown: true });
    await noteSeen(db, key, 'Needs Analysis', 1);
    const [seen] = await judgeHeld(db, heldOf([moveTo(DEMO)], []), moment);
    expect(seen).toMatchObject({ from: 'Discovery', to: 'Demo', fromUnknown: false });
  });

  it('without a pack everything is allowed, and the rep’s word is enough', async () => {
    const bare = newDb();
    expect(await judgeHeld(bare, heldOf([moveTo(DEMO), moveTo('Closed Won')]), moment)).toMatchObject([
      { kind: 'allow' },
      { kind: 'allow' },
    ]);
    expect(await decideHeld(bare, heldOf([moveTo(DEMO)]), { kind: 'on' }, moment)).toEqual({ go: true });
    expect(await decideHeld(bare, heldOf([moveTo(DEMO)]), BACK, moment)).toEqual({ go: false });
    expect(await bare.journal.count()).toBe(0);
  });
});

describe('a decision', () => {
  it('back: journalled, no debt, and the save does not go', async () => {
    expect(await decideHeld(db, heldOf([moveTo(DEMO)]), BACK, moment)).toEqual({ go: false });
    expect(await journal(db)).toMatchObject([
      { type: 'move-held', record: key, from: 'Discovery', to: 'Demo', verdict: 'ask-reason', at: moment.now },
      { type: 'move-back', record: key, from: 'Discovery', to: 'Demo' },
    ]);
    expect(await db.debts.count()).toBe(0);
  });

  it('on: the override and one debt for each gap are on the disk when it resolves', async () => {
    expect(await decideHeld(db, heldOf([moveTo(DEMO)]), ON, moment)).toEqual({ go: true });
    expect(await types()).toEqual(['move-held', 'move-on', ...Array<string>(4).fill('debt-opened')]);
    const why = { reasonCode: 'manager-agreed', reasonLabel: 'My manager agreed to it', note: 'Agreed by phone' };
    expect((await journal(db))[1]).toMatchObject({ type: 'move-on', ...why });
    const debts = await openDebts(db, key);
    expect(debts.map(({ criterion }) => criterion).sort()).toEqual(['authority', 'budget', 'pain-known', 'timeline']);
    for (const debt of debts) expect(debt).toMatchObject({ ...why, from: 'Discovery', to: 'Demo', openedAt: moment.now });
  });

  it('no CRM value is written, neither to the journal nor to a debt', async () => {
    const readings = [inDiscovery, reading('Economic_Buyer__c', 'Secret Name'), reading('Budget_Confirmed__c', false)];
    await decideHeld(db, heldOf([moveTo(DEMO)], readings), ON, moment);
    expect(JSON.stringify([await db.journal.toArray(), await db.debts.toArray()])).not.toContain('Secret Name');
  });

  it('only the moves that were held are journalled', async () => {
    const readings = [inDiscovery, reading('StageName', 'Needs Analysis', { record: other }), ...ready(other)];
    await decideHeld(db, heldOf([moveTo(DEMO, { record: other }), moveTo(DEMO)], readings), ON, moment);
    expect(new Set((await journal(db)).map(({ record }) => record))).toEqual(new Set([key]));
  });

  it.each([
    { kind: 'on', decision: ON },
    { kind: 'back', decision: BACK },
  ])('$kind, sent twice: answered twice alike, written once', async ({ decision }) => {
    const held = heldOf([moveTo(DEMO)]);
    const first = await decideHeld(db, held, decision, moment);
    const written = [await db.journal.toArray(), await db.debts.toArray()];
    expect(await decideHeld(db, held, decision, { ...moment, now: moment.now + 1000 })).toEqual(first);
    expect([await db.journal.toArray(), await db.debts.toArray()]).toEqual(written);
  });

  it('sent twice at the same time: written once', async () => {
    const held = heldOf([moveTo(DEMO)]);
    await Promise.all([decideHeld(db, held, ON, moment), decideHeld(db, held, ON, moment)]);
    expect((await types()).filter((type) => type === 'move-on')).toHaveLength(1);
  });

  it('the next hold of the same move is a decision of its own', async () => {
    await decideHeld(db, heldOf([moveTo(DEMO)], undefined, 0), BACK, moment);
    await decideHeld(db, heldOf([moveTo(DEMO)], undefined, 1), BACK, moment);
    expect(await types()).toEqual(['move-held', 'move-back', 'move-held', 'move-back']);
  });

  it('what cannot be written rejects, and nothing of it is kept', async () => {
    db.debts.hook('creating', () => {
      throw new Error('disk full');
    });
    await expect(decideHeld(db, heldOf([moveTo(DEMO)]), ON, moment)).rejects.toThrow();
    expect(await journal(db)).toEqual([]);
  });

  it('what was settled meanwhile leaves no debt', async () => {
    const inClosing = [reading('StageName', 'Negotiation/Review')];
    await tick('contract-signed');
    expect(await decideHeld(db, heldOf([moveTo('Closed Won')], inClosing), ON, moment)).toEqual({ go: true });
    expect((await openDebts(db, key)).map(({ criterion }) => criterion)).toEqual(['amount-won']);
  });

  it('everything settled meanwhile: it goes without a reason, and nothing is written', async () => {
    expect(await decideHeld(db, heldOf([moveTo(DEMO)], [inDiscovery, ...ready()]), { kind: 'on' }, moment)).toEqual({ go: true });
    expect(await journal(db)).toEqual([]);
  });
});

describe('going on', () => {
  const go = async (decision: Decision, from: string, to: string, ...more: ReturnType<typeof reading>[]) =>
    (await decideHeld(db, heldOf([moveTo(to)], [reading('StageName', from), ...more]), decision, moment)).go;

  it('against a block never works, whatever is said, and is journalled as going back', async () => {
    expect(await go(ON, 'Proposal/Price Quote', 'Negotiation/Review', reading('Amount', 90_000))).toBe(false);
    expect(await types()).toEqual(['move-held', 'move-back']);
    expect(await db.debts.count()).toBe(0);
  });

  it('a block on one record of a batch holds the others too', async () => {
    const blocked = moveTo('Negotiation/Review', { record: other });
    const readings = [inDiscovery, ...['Proposal/Price Quote'].map((stage) => reading('StageName', stage, { record: other }))];
    expect(await decideHeld(db, heldOf([moveTo(DEMO), blocked], readings), ON, moment)).toEqual({ go: false });
    expect(await types()).toEqual(['move-held', 'move-back', 'move-held', 'move-back']);
  });

  it.each<{ with: string; decision: Decision; goes: boolean }>([
    { with: 'a code of the list and a note', decision: ON, goes: true },
    { with: 'no reason at all', decision: { kind: 'on' }, goes: false },
    { with: 'a note only', decision: { kind: 'on', note: 'Agreed' }, goes: false },
    { with: 'a code only', decision: { kind: 'on', reasonCode: 'other' }, goes: false },
    { with: 'a blank note', decision: { kind: 'on', reasonCode: 'other', note: '  ' }, goes: false },
    { with: 'a code that is not on the list', decision: { kind: 'on', reasonCode: 'because', note: 'Agreed' }, goes: false },
  ])('where a reason is asked: $with', async ({ decision, goes }) => {
    expect(await go(decision, 'Needs Analysis', DEMO)).toBe(goes);
    expect((await types()).includes('move-on')).toBe(goes);
  });

  it('any reason that the guard offered for the save counts, also one of a record that only warns', async () => {
    const warned = moveTo('Proposal/Price Quote', { record: other });
    const readings = [inDiscovery, reading('StageName', DEMO, { record: other })];
    const narrow = starter.sops.map((sop) => ({
      ...sop,
      exit: sop.exit.map((one) => ({ ...one, ...(sop.id === 'discovery' && { reasonCodes: ['other'] }) })),
    }));
    await addPack(db, { ...starter, version: '9.0.0', sops: narrow }, 'file', stamp());
    await activatePack(db, starter.id, '9.0.0', stamp());
    expect(await decideHeld(db, heldOf([moveTo(DEMO)], readings, 1), ON, moment)).toEqual({ go: false });
    expect(await decideHeld(db, heldOf([moveTo(DEMO), warned], readings, 2), ON, moment)).toEqual({ go: true });
  });

  it('against a warning needs no reason, and leaves its debt all the same', async () => {
    expect(await go({ kind: 'on' }, 'Value Proposition', 'Proposal/Price Quote')).toBe(true);
    expect((await openDebts(db, key)).map(({ criterion }) => criterion).sort()).toEqual(['demo-shown', 'next-step-agreed']);
  });
});

it('a check that was missed is journalled for every record of the save', async () => {
  await noteMissed(db, [moveTo(DEMO), moveTo(DEMO, { record: other })], 'late', stamp(5));
  expect(await journal(db)).toMatchObject([
    { type: 'check-missed', record: key, why: 'late', at: 5 },
    { type: 'check-missed', record: recordKey(other), why: 'late', at: 5 },
  ]);
});
