/** Several packs at once: which of them speaks for a record, and a save of records that different packs speak for. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordRef } from '../../../../lib/crm/adapter';
import type { Decision } from '../../../../lib/messages/protocol';
import { packSchema, type PackFile } from '../../../../lib/pack/schema';
import type { Layer } from '../../../../lib/pack/layers';
import { recordKey, type HandrailDb } from '../../../../lib/progress/db';
import { activatePack, addPack, putAway, setLayer } from '../../../../lib/progress/packs';
import { decideHeld } from '../../../../lib/worker/decide';
import { judgeHeld } from '../../../../lib/worker/held';
import { packsInUse } from '../../../../lib/worker/pack';
import { tellWrongHere } from '../../../../lib/worker/wrong-here';
import { noteView } from '../../../../lib/worker/view';
import { newDb, stamp } from '../progress/fixtures';
import { deal, heldOf, journal, moment, opportunity, reading } from './fixtures';

const lead: RecordRef = { ...opportunity, object: 'Lead', id: '00Q000000000001AAA' };
const account: RecordRef = { ...opportunity, object: 'Account', id: '001000000000001AAA' };

interface Speaks {
  salesforce?: string;
  hubspot?: string;
}

/** A pack for one kind of record, with two stages and one thing to know before the second. */
function packFor(id: string, { salesforce, hubspot }: Speaks, change: object = {}): PackFile {
  const places = <Value>(where: Value, inHubspot: Value) => ({
    ...(salesforce && { salesforce: where }),
    ...(hubspot && { hubspot: inHubspot }),
  });
  return packSchema.parse({
    format: 1,
    id,
    version: '1.0.0',
    title: `Rules of ${id}`,
    publisher: id,
    language: 'en',
    fields: [{ id: 'told', label: `Told ${id}`, type: 'text', in: places(`${salesforce}.${id}_Told__c`, `${hubspot}.${id}_told`) }],
    pipelines: [
      {
        id: 'sales',
        title: 'Sales',
        in: places(
          { stageField: `${salesforce}.${salesforce === 'Lead' ? 'Status' : 'StageName'}` },
          { stageField: `${hubspot}.dealstage` },
        ),
        stages: [
          { id: 'one', title: 'One', kind: 'open', in: { salesforce: ['One'], hubspot: ['one'] } },
          { id: 'two', title: 'Two', kind: 'open', in: { salesforce: ['Two'], hubspot: ['two'] } },
        ],
      },
    ],
    sops: [
      {
        id: 'first',
        title: 'First',
        purpose: 'To begin.',
        pipeline: 'sales',
        stages: ['one'],
        exit: [{ id: 'told', label: `${id} was told`, when: { field: 'told', is: 'filled' }, severity: 'reason', reasonCodes: ['agreed'] }],
      },
    ],
    reasonCodes: [{ id: 'agreed', label: `Agreed, says ${id}` }],
    ...change,
  });
}

const PACKS = {
  company: packFor('company', { salesforce: 'Opportunity' }),
  team: packFor('team', { salesforce: 'Opportunity', hubspot: 'deal' }),
  own: packFor('own', { salesforce: 'Lead', hubspot: 'deal' }),
};
const LAYERS: Record<keyof typeof PACKS, Layer> = { company: 'company', team: 'team', own: 'personal' };

let db: HandrailDb;
beforeEach(async () => {
  db = newDb();
  for (const name of ['own', 'team', 'company'] as const) {
    await addPack(db, PACKS[name], { source: 'file', layer: LAYERS[name] }, stamp());
    await activatePack(db, name, '1.0.0', stamp());
  }
});

const speaker = async (record: RecordRef): Promise<string | undefined> => (await packsInUse(db)).of(record)?.index.pack.id;

describe('of several packs in use', () => {
  it.each<[string, RecordRef, string]>([
    ['the company’s, where all know its object', opportunity, 'company'],
    ['the team’s, where the company’s does not know it', deal, 'team'],
    ['one’s own, where no other knows it', lead, 'own'],
    ['the first, where none knows it', account, 'company'],
  ])('%s speaks for a record', async (_what, record, id) => {
    expect(await speaker(record)).toBe(id);
  });

  it('the next one speaks as soon as the one before it is put away, or goes behind it', async () => {
    await setLayer(db, 'company', 'personal');
    expect(await speaker(opportunity)).toBe('team');
    await putAway(db, 'team', stamp());
    expect(await speaker(opportunity)).toBe('company');
    expect(await speaker(deal)).toBe('own');
    await activatePack(db, 'team', '1.0.0', stamp());
    expect(await speaker(deal)).toBe('team');
  });

  it('the gate is told what all of them ask about, each once', async () => {
    const packs = await packsInUse(db);
    expect(packs.all.map(({ layer }) => layer)).toEqual(['company', 'team', 'personal']);
    expect([...packs.watch('salesforce').stageFields].sort()).toEqual(['StageName', 'Status']);
    expect(packs.watch('hubspot').stageFields).toEqual(['dealstage']);
    expect([...packs.watch('salesforce').fields].sort()).toEqual(['company_Told__c', 'own_Told__c', 'team_Told__c']);
  });

  it('they are indexed once, and read once', async () => {
    const first = await packsInUse(db);
    const read = vi.fn();
    db.packs.hook('reading', (row) => {
      read();
      return row;
    });
    expect(await packsInUse(db)).toBe(first);
    expect(read).not.toHaveBeenCalled();
  });
});

describe('a save of records that different packs speak for', () => {
  const moves = [
    { record: opportunity, field: 'StageName', to: 'Two', values: {} },
    { record: lead, field: 'Status', to: 'Two', values: {} },
  ];
  const begun = [reading('StageName', 'One'), reading('Status', 'One', { record: lead })];
  const ON: Decision = { kind: 'on', reasonCode: 'agreed', note: 'In the call' };
  const opportunityKey = recordKey(opportunity);
  const leadKey = recordKey(lead);

  it('is judged by both, each for its own', async () => {
    const { card } = await judgeHeld(db, heldOf(moves, begun), moment, () => undefined);
    expect(card?.records.map(({ record, gaps }) => [record.object, gaps.map(({ label }) => label)])).toEqual([
      ['Opportunity', ['company was told']],
      ['Lead', ['own was told']],
    ]);
  });

  it('asks only of the record whose own pack lacks something', async () => {
    const told = reading('company_Told__c', 'yes');
    const { card } = await judgeHeld(db, heldOf(moves, [...begun, told, reading('team_Told__c', '')]), moment, () => undefined);
    expect(card?.records.map(({ record }) => record.object)).toEqual(['Lead']);
  });

  it('is written down under the pack of each, with the reason as that pack calls it', async () => {
    expect(await decideHeld(db, heldOf(moves, begun), ON, moment)).toEqual({ refuse: [] });
    const told = (await journal(db)).filter(({ type }) => type === 'move-on');
    expect(told).toMatchObject([
      { record: opportunityKey, pack: 'company', reasonLabel: 'Agreed, says company' },
      { record: leadKey, pack: 'own', reasonLabel: 'Agreed, says own' },
    ]);
    expect(await db.debts.orderBy('record').toArray()).toMatchObject([
      { record: leadKey, pack: 'own', reasonLabel: 'Agreed, says own' },
      { record: opportunityKey, pack: 'company', reasonLabel: 'Agreed, says company' },
    ]);
  });

  it('a reason that one of their packs offers counts for all, and keeps its name', async () => {
    const only = {
      reasonCodes: [
        { id: 'agreed', label: 'Agreed, says company' },
        { id: 'legal', label: 'Legal said so' },
      ],
    };
    const sops = PACKS.company.sops.map((sop) => ({ ...sop, exit: sop.exit.map((one) => ({ ...one, reasonCodes: ['legal'] })) }));
    const next = packSchema.parse({ ...PACKS.company, ...only, sops, version: '2.0.0' });
    await addPack(db, next, { source: 'file', layer: 'company' }, stamp());
    await activatePack(db, 'company', '2.0.0', stamp());
    expect(await decideHeld(db, heldOf(moves, begun), { ...ON, reasonCode: 'legal' }, moment)).toEqual({ refuse: [] });
    expect(new Set((await db.debts.toArray()).map(({ reasonLabel }) => reasonLabel))).toEqual(new Set(['Legal said so']));
  });
});

describe('a record is looked at by its own pack alone', () => {
  it('for what is open on it', async () => {
    await db.seen.put({ record: recordKey(deal), stage: 'one', at: 1 });
    await noteView(
      db,
      {
        view: { kind: 'record', record: deal },
        name: null,
        readings: [reading('dealstage', 'one', { record: deal })],
        unread: null,
        at: 1,
      },
      moment,
      stamp().id,
    );
    expect((await db.begun.toArray()).map(({ pack }) => pack)).toEqual(['team']);
  });

  it('for a rule that does not fit it', async () => {
    await tellWrongHere(db, { record: deal, sop: 'first', criterion: 'told', comment: 'Not for resellers' }, stamp());
    expect((await db.journal.toArray()).at(-1)).toMatchObject({ type: 'wrong-here', pack: 'team' });
  });
});
