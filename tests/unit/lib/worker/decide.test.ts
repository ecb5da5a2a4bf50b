import { IDBDatabase } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Decision } from '../../../../lib/messages/protocol';
import { setStep } from '../../../../lib/progress/checklists';
import { confirm, confirmationsOf } from '../../../../lib/progress/confirmations';
import { recordKey, type HandrailDb } from '../../../../lib/progress/db';
import { openDebts } from '../../../../lib/progress/debts';
import { openElsewhere } from '../../../../lib/progress/elsewhere';
import { activatePack, addPack } from '../../../../lib/progress/packs';
import { lastSeen } from '../../../../lib/progress/seen';
import { decideHeld } from '../../../../lib/worker/decide';
import { newDb, stamp } from '../progress/fixtures';
import {
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
  starter,
  unsaved,
} from './fixtures';

const key = recordKey(opportunity);
const otherKey = recordKey(other);
const BACK: Decision = { kind: 'back' };
const ON: Decision = { kind: 'on', reasonCode: 'manager-agreed', note: 'Agreed by phone' };
const SOME: Decision = { kind: 'some' };
const inDiscovery = reading('StageName', 'Needs Analysis');

let db: HandrailDb;
beforeEach(async () => {
  db = await dbInUse();
});

afterEach(() => void vi.restoreAllMocks());

const types = async () => (await journal(db)).map(({ type }) => type);
const tick = (step: string) => setStep(db, { record: key, pack: starter.id, step, state: 'done' }, stamp());
/** Stands for gaps of Discovery, of the first move unless said otherwise. */
const refs = (criteria: string[], move = 0) => criteria.map((criterion) => ({ move, sop: 'discovery', criterion }));
const ALL = ['budget', 'authority', 'timeline', 'pain-known'];

describe('a decision', () => {
  it('back: journalled, no debt, and the save does not go', async () => {
    expect(await decideHeld(db, heldOf([moveTo(DEMO)]), BACK, moment)).toEqual({ refuse: [0] });
    expect(await journal(db)).toMatchObject([
      { type: 'move-held', record: key, from: 'Discovery', to: 'Demo', verdict: 'ask-reason', at: moment.now },
      { type: 'move-back', record: key, from: 'Discovery', to: 'Demo' },
    ]);
    expect(await db.debts.count()).toBe(0);
  });

  it('on: the override and one debt for each gap are on the disk when it resolves', async () => {
    expect(await decideHeld(db, heldOf([moveTo(DEMO)]), ON, moment)).toEqual({ refuse: [] });
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
    expect(await decideHeld(db, heldOf([moveTo('Closed Won')], inClosing), ON, moment)).toEqual({ refuse: [] });
    expect((await openDebts(db, key)).map(({ criterion }) => criterion)).toEqual(['amount-won']);
  });

  it('everything settled meanwhile: it goes without a reason, and nothing is written', async () => {
    expect(await decideHeld(db, heldOf([moveTo(DEMO)], [inDiscovery, ...ready()]), { kind: 'on' }, moment)).toEqual({ refuse: [] });
    expect(await journal(db)).toEqual([]);
  });
});

it('without a pack the rep’s word is enough', async () => {
  const bare = newDb();
  const held = heldOf([moveTo(DEMO), moveTo(DEMO, { record: other })]);
  expect(await decideHeld(bare, held, { kind: 'on' }, moment)).toEqual({ refuse: [] });
  expect(await decideHeld(bare, held, SOME, moment)).toEqual({ refuse: [] });
  expect(await decideHeld(bare, held, BACK, moment)).toEqual({ refuse: [0, 1] });
  expect(await bare.journal.count()).toBe(0);
});

describe('going on', () => {
  const go = async (decision: Decision, from: string, to: string, ...more: ReturnType<typeof reading>[]) =>
    (await decideHeld(db, heldOf([moveTo(to)], [reading('StageName', from), ...more]), decision, moment)).refuse.length === 0;

  it('against a block never works, whatever is said, and is journalled as going back', async () => {
    expect(await go(ON, 'Proposal/Price Quote', 'Negotiation/Review', reading('Amount', 90_000))).toBe(false);
    expect(await types()).toEqual(['move-held', 'move-back']);
    expect(await db.debts.count()).toBe(0);
  });

  it('a block on one record of a batch holds the others too', async () => {
    const blocked = moveTo('Negotiation/Review', { record: other });
    const readings = [inDiscovery, ...['Proposal/Price Quote'].map((stage) => reading('StageName', stage, { record: other }))];
    expect(await decideHeld(db, heldOf([moveTo(DEMO), blocked], readings), ON, moment)).toEqual({ refuse: [0, 1] });
    expect(await types()).toEqual(['move-held', 'move-held', 'move-back', 'move-back']);
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
    await addPack(db, { ...starter, version: '9.0.0', sops: narrow }, { source: 'file', layer: 'personal' }, stamp());
    await activatePack(db, starter.id, '9.0.0', stamp());
    expect(await decideHeld(db, heldOf([moveTo(DEMO)], readings, 1), ON, moment)).toEqual({ refuse: [0] });
    expect(await decideHeld(db, heldOf([moveTo(DEMO), warned], readings, 2), ON, moment)).toEqual({ refuse: [] });
  });

  it('against a warning needs no reason, and leaves its debt all the same', async () => {
    expect(await go({ kind: 'on' }, 'Value Proposition', 'Proposal/Price Quote')).toBe(true);
    expect((await openDebts(db, key)).map(({ criterion }) => criterion).sort()).toEqual(['demo-shown', 'next-step-agreed']);
  });

  it('one reason serves all records of the save: each keeps its own debts', async () => {
    const readings = [inDiscovery, reading('StageName', 'Needs Analysis', { record: other })];
    const held = heldOf([moveTo(DEMO), moveTo(DEMO, { record: other })], readings);
    expect(await decideHeld(db, held, ON, moment)).toEqual({ refuse: [] });
    for (const record of [key, otherKey]) expect(await openDebts(db, record)).toHaveLength(4);
    const on = (await journal(db)).filter(({ type }) => type === 'move-on');
    expect(on).toMatchObject([
      { record: key, reasonCode: 'manager-agreed' },
      { record: otherKey, reasonCode: 'manager-agreed' },
    ]);
  });

  it.each([
    ['keeps it: the debts end with it', moment.now + 5, moment.now + 5],
    ['that has passed already counts as none: it would close the debts unseen', moment.now - 5, undefined],
  ])('with an end of the exception %s', async (_what, until, kept) => {
    await decideHeld(db, heldOf([moveTo(DEMO)]), { ...ON, until }, moment);
    for (const debt of await openDebts(db, key)) expect(debt.until).toBe(kept);
    expect(await openDebts(db, key)).toHaveLength(4);
  });

  it.each([
    ['does not exist yet', unsaved],
    ['is “all that match”', everyMatching],
  ])('of what %s is journalled, with no debt, confirmation or stage that others would inherit', async (_what, record) => {
    const held = heldOf([moveTo('Closed Won', { record })], []);
    const confirmed = [{ move: 0, sop: 'handoff', criterion: 'amount-won' }];
    expect(await decideHeld(db, held, { ...ON, confirmed }, moment)).toEqual({ refuse: [] });
    expect(await types()).toEqual(['move-held', 'confirmed', 'move-on']);
    expect(await Promise.all([db.debts, db.confirmations, db.seen, db.elsewhere].map((table) => table.count()))).toEqual([0, 0, 0, 0]);
  });
});

describe('what the rep stands for', () => {
  const rep = { ...moment, name: 'Ada' };
  const confirmed = async (record = key) => (await confirmationsOf(db, record)).map(({ criterion }) => criterion).sort();

  it('is kept with the rep’s name and journalled with the decision; what cannot be seen is no gap then', async () => {
    expect(await decideHeld(db, heldOf([moveTo(DEMO)]), { kind: 'on', confirmed: refs(ALL) }, rep)).toEqual({ refuse: [] });
    expect(await confirmationsOf(db, key)).toHaveLength(4);
    for (const row of await confirmationsOf(db, key))
      expect(row).toMatchObject({ pack: starter.id, sop: 'discovery', by: 'Ada', at: rep.now });
    expect(await types()).toEqual(['move-held', ...Array<string>(4).fill('confirmed'), 'move-on']);
    expect(await db.debts.count()).toBe(0);
  });

  it('counts without a name too', async () => {
    await decideHeld(db, heldOf([moveTo(DEMO)]), { kind: 'on', confirmed: refs(ALL) }, moment);
    expect((await confirmationsOf(db, key)).map(({ by }) => by)).toEqual(['', '', '', '']);
  });

  it('leaves the debts of the rest', async () => {
    await decideHeld(db, heldOf([moveTo(DEMO)]), { ...ON, confirmed: refs(['budget', 'timeline']) }, rep);
    expect((await openDebts(db, key)).map(({ criterion }) => criterion).sort()).toEqual(['authority', 'pain-known']);
  });

  it('is nothing that can be seen: what is not met stays a gap', async () => {
    const readings = [inDiscovery, reading('Budget_Confirmed__c', false)];
    expect(await decideHeld(db, heldOf([moveTo(DEMO)], readings), { kind: 'on', confirmed: refs(ALL) }, rep)).toEqual({ refuse: [0] });
    expect(await confirmed()).toEqual(['authority', 'pain-known', 'timeline']);
  });

  it('is nothing that was not asked: of another record, another SOP or a criterion that does not count here', async () => {
    const strange = [...refs(ALL, 1), { move: 0, sop: 'demo', criterion: 'budget' }, { move: 0, sop: 'closing', criterion: 'signed' }];
    expect(await decideHeld(db, heldOf([moveTo(DEMO)]), { kind: 'on', confirmed: strange }, rep)).toEqual({ refuse: [0] });
    expect(await db.confirmations.count()).toBe(0);
  });

  it('lets even a block go that cannot be seen', async () => {
    const inProposal = reading('StageName', 'Proposal/Price Quote');
    const held = heldOf([moveTo('Negotiation/Review')], [inProposal]);
    const approval = { move: 0, sop: 'proposal', criterion: 'approval' };
    expect(await decideHeld(db, held, ON, rep)).toEqual({ refuse: [0] });
    const again = heldOf([moveTo('Negotiation/Review')], [inProposal], 1);
    expect(await decideHeld(db, again, { ...ON, confirmed: [approval] }, rep)).toEqual({ refuse: [] });
    expect(await confirmed()).toEqual(['approval']);
  });

  it('is kept also where the save stays because of something else', async () => {
    const readings = [inDiscovery, reading('Budget_Confirmed__c', false)];
    await decideHeld(db, heldOf([moveTo(DEMO)], readings), { kind: 'some', confirmed: refs(['timeline']) }, rep);
    expect(await confirmed()).toEqual(['timeline']);
    expect(await types()).toEqual(['move-held', 'confirmed', 'move-back']);
  });

  it('is not asked of a rep who goes back', async () => {
    await decideHeld(db, heldOf([moveTo(DEMO)]), BACK, rep);
    expect(await db.confirmations.count()).toBe(0);
  });

  it('was kept before: it counts in the next save of that record, and of no other', async () => {
    await confirm(
      db,
      refs(ALL).map(({ sop, criterion }) => ({ record: key, pack: starter.id, sop, criterion, by: '' })),
      stamp(),
    );
    const readings = [inDiscovery, reading('StageName', 'Needs Analysis', { record: other })];
    const held = { ...heldOf([moveTo(DEMO), moveTo(DEMO, { record: other })], readings), splits: true };
    expect(await decideHeld(db, held, SOME, rep)).toEqual({ refuse: [1] });
  });

  it('is written before the save may go, or it does not go', async () => {
    db.confirmations.hook('creating', () => {
      throw new Error('disk full');
    });
    await expect(decideHeld(db, heldOf([moveTo(DEMO)]), { kind: 'on', confirmed: refs(ALL) }, rep)).rejects.toThrow();
    expect(await journal(db)).toEqual([]);
  });

  it('sent twice is written once', async () => {
    const held = heldOf([moveTo(DEMO)]);
    const decision: Decision = { kind: 'on', confirmed: refs(ALL) };
    const written = async () => [await db.journal.toArray(), await db.confirmations.toArray()];
    await decideHeld(db, held, decision, rep);
    const once = await written();
    expect(await decideHeld(db, held, decision, { ...rep, now: rep.now + 1000 })).toEqual({ refuse: [] });
    expect(await written()).toEqual(once);
  });
});

describe('going on with some', () => {
  const batch = (splits = true) => {
    const readings = [inDiscovery, reading('StageName', 'Needs Analysis', { record: other }), ...ready(other)];
    return { ...heldOf([moveTo(DEMO), moveTo(DEMO, { record: other })], readings), splits };
  };

  it('lets those go that nothing stands against, and the others stay, without a debt', async () => {
    expect(await decideHeld(db, batch(), SOME, moment)).toEqual({ refuse: [0] });
    expect(await journal(db)).toMatchObject([
      { type: 'move-held', record: key },
      { type: 'move-back', record: key },
    ]);
    expect(await db.debts.count()).toBe(0);
    expect((await lastSeen(db, otherKey))?.expected).toEqual([{ stage: DEMO, at: moment.now }]);
    expect(await lastSeen(db, key)).toBeUndefined();
  });

  it('lets those go too that the rep stands for', async () => {
    expect(await decideHeld(db, batch(), { ...SOME, confirmed: refs(ALL) }, moment)).toEqual({ refuse: [] });
    expect(await types()).toEqual(['move-held', ...Array<string>(4).fill('confirmed'), 'move-on']);
  });

  it('keeps all of a save that cannot be parted', async () => {
    expect(await decideHeld(db, batch(false), SOME, moment)).toEqual({ refuse: [0, 1] });
  });

  it('keeps a record whose stage before cannot be seen, though no gap is known', async () => {
    const held = {
      ...heldOf([moveTo(DEMO), moveTo('Qualification', { record: other })], [reading('StageName', 'Needs Analysis', { record: other })]),
      splits: true,
    };
    expect(await decideHeld(db, held, SOME, moment)).toEqual({ refuse: [0] });
  });

  it('sent twice is answered alike and written once', async () => {
    await decideHeld(db, batch(), SOME, moment);
    const once = await db.journal.toArray();
    expect(await decideHeld(db, batch(), SOME, moment)).toEqual({ refuse: [0] });
    expect(await db.journal.toArray()).toEqual(once);
  });
});

describe('what a decision lets go', () => {
  it('is what the save will bring: nobody moved it elsewhere', async () => {
    await decideHeld(db, heldOf([moveTo(DEMO)]), ON, moment);
    expect(await lastSeen(db, key)).toEqual({ record: key, stage: 'Needs Analysis', at: 1, expected: [{ stage: DEMO, at: moment.now }] });
  });

  it.each<[string, Decision, string]>([
    ['goes back', BACK, DEMO],
    ['may not go on', { kind: 'on' }, DEMO],
  ])('is nothing when the rep %s', async (_what, decision, to) => {
    await decideHeld(db, heldOf([moveTo(to)]), decision, moment);
    expect(await lastSeen(db, key)).toBeUndefined();
  });

  it('stood elsewhere than it was last seen: that move is noticed first', async () => {
    await db.seen.put({ record: key, stage: 'Qualification', at: 1 });
    const held = heldOf([moveTo(DEMO)], [reading('StageName', 'Needs Analysis', { at: 9 })]);
    await decideHeld(db, held, ON, moment);
    expect(await openElsewhere(db, key)).toMatchObject({ from: 'Qualification', to: 'Needs Analysis' });
    expect(await lastSeen(db, key)).toMatchObject({ stage: 'Needs Analysis', expected: [{ stage: DEMO }] });
  });

  it('of hundreds of records is one transaction for writing', async () => {
    const records = Array.from({ length: 200 }, (_, at) => ({ ...opportunity, id: `006${String(at).padStart(12, '0')}AAA` }));
    const held = heldOf(
      records.map((record) => moveTo(DEMO, { record })),
      records.map((record) => reading('StageName', 'Needs Analysis', { record })),
    );
    const fresh = newDb();
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await addPack(fresh, starter, { source: 'starter', layer: 'personal' }, stamp());
    await activatePack(fresh, starter.id, starter.version, stamp());
    transactions.mockClear();
    await decideHeld(fresh, held, ON, moment);
    expect(transactions.mock.calls.filter(([, mode]) => mode === 'readwrite')).toHaveLength(1);
    expect(await fresh.debts.count()).toBe(800);
  });
});
