import { IDBDatabase, IDBIndex } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WireMove } from '../../../../lib/crm/adapter';
import { setStep } from '../../../../lib/progress/checklists';
import { confirm } from '../../../../lib/progress/confirmations';
import { recordKey, type HandrailDb } from '../../../../lib/progress/db';
import { expectStages } from '../../../../lib/progress/seen';
import { casesOf, judged } from '../../../../lib/worker/held-case';
import { stamp } from '../progress/fixtures';
import { dbInUse, DEMO, heldOf, moment, moveTo, opportunity, other, reading, ready, starter, unsaved } from './fixtures';

const key = recordKey(opportunity);
const inDiscovery = reading('StageName', 'Needs Analysis');

let db: HandrailDb;
beforeEach(async () => {
  db = await dbInUse();
});
afterEach(() => void vi.restoreAllMocks());

const tick = (step: string) => setStep(db, { record: key, pack: starter.id, step, state: 'done' }, stamp());

describe('verdicts', () => {
  const verdictsOn = async (...args: Parameters<typeof heldOf>) =>
    ((await casesOf(db, heldOf(...args), moment))?.cases ?? []).map((one) => judged(one));
  const kinds = async (...args: Parameters<typeof heldOf>) => (await verdictsOn(...args)).map(({ kind }) => kind);

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
    const won = () => verdictsOn([moveTo('Closed Won')], [reading('StageName', 'Negotiation/Review'), reading('Amount', 5)]);
    await setStep(db, { record: recordKey(other), pack: starter.id, step: 'contract-signed', state: 'done' }, stamp());
    expect((await won())[0]?.gaps.map(({ criterion }) => criterion)).toEqual(['signed']);
    await tick('contract-signed');
    expect((await won())[0]?.kind).toBe('allow');
  });

  it('a stage that cannot be read now is the one that was last seen', async () => {
    const [unseen] = await verdictsOn([moveTo(DEMO)], []);
    expect(unseen).toMatchObject({ from: null, fromUnknown: true });
    await db.seen.put({ record: key, stage: 'Needs Analysis', at: 1 });
    const [seen] = await verdictsOn([moveTo(DEMO)], []);
    expect(seen).toMatchObject({ from: 'Discovery', to: 'Demo', fromUnknown: false });
  });

  it.each<{ by: string; put: () => Promise<unknown>; from: string }>([
    { by: 'what the rep said', put: () => db.placed.put({ record: key, stage: 'Needs Analysis', at: 5 }), from: 'Discovery' },
    { by: 'what the last save of ours was to bring', put: () => expectStages(db, [{ record: key, to: DEMO }], 9), from: 'Demo' },
  ])('or else by $by', async ({ put, from }) => {
    await db.seen.put({ record: key, stage: 'Qualification', at: 1 });
    await put();
    expect((await verdictsOn([moveTo('Closed Won')], []))[0]).toMatchObject({ from });
  });

  it('what the rep confirmed of the record is no gap while it cannot be seen; as soon as it is seen, that decides', async () => {
    const rows = ['budget', 'authority', 'timeline', 'pain-known'].map((criterion) => ({
      record: key,
      pack: starter.id,
      sop: 'discovery',
      criterion,
      by: '',
    }));
    await confirm(db, rows, stamp());
    expect(await kinds([moveTo(DEMO)])).toEqual(['allow']);
    expect(await kinds([moveTo(DEMO)], [inDiscovery, reading('Budget_Confirmed__c', false)])).toEqual(['ask-reason']);
    expect(await kinds([moveTo(DEMO)], [inDiscovery, reading('Budget_Confirmed__c', true)])).toEqual(['allow']);
    expect(await kinds([moveTo(DEMO, { record: other })], [reading('StageName', 'Needs Analysis', { record: other })])).toEqual([
      'ask-reason',
    ]);
  });
});

it('however many records a save has, they are read by the same few requests', async () => {
  const requests = [
    vi.spyOn(IDBIndex.prototype, 'openCursor'),
    vi.spyOn(IDBIndex.prototype, 'getAll'),
    vi.spyOn(IDBDatabase.prototype, 'transaction'),
  ];
  const cost = async (count: number): Promise<number[]> => {
    const records = Array.from({ length: count }, (_, at) => ({ ...opportunity, id: `006${String(at).padStart(12, '0')}AAA` }));
    requests.forEach((request) => request.mockClear());
    await casesOf(
      db,
      heldOf(
        records.map((record) => moveTo(DEMO, { record })),
        [],
      ),
      moment,
    );
    return requests.map((request) => request.mock.calls.length);
  };
  await cost(2);
  expect(await cost(200)).toEqual(await cost(2));
});

it('another record’s readings, ticks and confirmations never count, in whatever batch', async () => {
  const readings = [inDiscovery, reading('StageName', 'Needs Analysis', { record: other }), ...ready(other)];
  const cases = (await casesOf(db, heldOf([moveTo(DEMO), moveTo(DEMO, { record: other })], readings), moment))?.cases ?? [];
  expect(cases.map((one) => judged(one).kind)).toEqual(['ask-reason', 'allow']);
});
