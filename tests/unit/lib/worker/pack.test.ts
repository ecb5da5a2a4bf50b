import { expect, it, vi } from 'vitest';
import type { Layer } from '../../../../lib/pack/layers';
import { activatePack, addPack, putAway, setLayer } from '../../../../lib/progress/packs';
import { packsInUse } from '../../../../lib/worker/pack';
import { newDb, pack, stamp } from '../progress/fixtures';
import { dbInUse } from './fixtures';

const OPPORTUNITY = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity' } as const;
const LEAD = { ...OPPORTUNITY, object: 'Lead' };
const DEAL = { crm: 'hubspot', org: '4242', object: 'deal' } as const;

/** A pack with one pipeline on a Salesforce field, and its own word for the object. */
function packOn(id: string, stageField: string, version = '1.0.0') {
  const [pipeline] = pack().pipelines;
  if (!pipeline) throw new Error('The pack of the fixtures has a pipeline.');
  return pack({ id, version, pipelines: [{ ...pipeline, in: { salesforce: { stageField } } }] });
}

async function used(db: ReturnType<typeof newDb>, file: ReturnType<typeof pack>, layer: Layer, now = 1): Promise<void> {
  await addPack(db, file, { source: 'file', layer }, stamp(now));
  await activatePack(db, file.id, file.version, stamp(now));
}

it('there is none while no pack is in use', async () => {
  const db = newDb();
  await addPack(db, pack(), { source: 'file', layer: 'personal' }, stamp());
  const packs = await packsInUse(db);
  expect(packs.all).toEqual([]);
  expect(packs.of(DEAL)).toBeUndefined();
  expect(packs.watch('salesforce')).toEqual({ stageFields: [], fields: [] });
});

it('is made once for the packs in use, and read once', async () => {
  const db = await dbInUse();
  const first = await packsInUse(db);
  expect(first.all.map(({ index }) => index.pack.id)).toEqual(['b2b-sales-cycle']);
  const read = vi.fn();
  db.packs.hook('reading', (row) => {
    read();
    return row;
  });
  expect(await packsInUse(db)).toBe(first);
  expect(read).not.toHaveBeenCalled();
});

it.each([
  { what: 'another pack', next: pack() },
  { what: 'another version of the same pack', next: pack({ id: 'b2b-sales-cycle', version: '1.1.0' }) },
])('follows at once when $what is put to use', async ({ next }) => {
  const db = await dbInUse();
  await packsInUse(db);
  await used(db, next, 'personal');
  expect((await packsInUse(db)).all.map(({ index }) => index.pack)).toEqual([next]);
});

it('follows when a pack is put away, and when it is said to be another’s', async () => {
  const db = newDb();
  await used(db, packOn('ours', 'Opportunity.StageName'), 'team');
  await used(db, packOn('mine', 'Opportunity.StageName'), 'personal');
  const first = async () => (await packsInUse(db)).of(OPPORTUNITY)?.index.pack.id;
  expect(await first()).toBe('ours');
  await setLayer(db, 'mine', 'company');
  expect(await first()).toBe('mine');
  await putAway(db, 'mine', stamp());
  expect(await first()).toBe('ours');
});

it('is of one database only', async () => {
  await packsInUse(await dbInUse());
  expect((await packsInUse(newDb())).all).toEqual([]);
});

it('for each record the first pack speaks that knows its object: the company’s, the team’s, one’s own', async () => {
  const db = newDb();
  await used(db, packOn('own', 'Case.Status'), 'personal');
  await used(db, packOn('team', 'Opportunity.StageName'), 'team');
  await used(db, packOn('company', 'Lead.Status'), 'company');
  const packs = await packsInUse(db);
  const speaks = (object: string) => packs.of({ ...OPPORTUNITY, object })?.index.pack.id;
  expect([speaks('Opportunity'), speaks('Lead'), speaks('Case')]).toEqual(['team', 'company', 'own']);
  expect(packs.watch('salesforce').stageFields.toSorted()).toEqual(['StageName', 'Status']);
});

it('where two know it, the higher layer speaks, and of two in one layer the one that was put to use last', async () => {
  const db = newDb();
  await used(db, packOn('first', 'Opportunity.StageName'), 'team', 1);
  await used(db, packOn('second', 'Opportunity.StageName'), 'team', 2);
  expect((await packsInUse(db)).of(OPPORTUNITY)?.index.pack.id).toBe('second');
  await used(db, packOn('company', 'Opportunity.StageName'), 'company', 0);
  expect((await packsInUse(db)).of(OPPORTUNITY)).toMatchObject({ layer: 'company', index: { pack: { id: 'company' } } });
});

it('a record that none of them knows is told of by the first', async () => {
  const db = newDb();
  await used(db, packOn('team', 'Opportunity.StageName'), 'team');
  await used(db, packOn('company', 'Case.Status'), 'company');
  expect((await packsInUse(db)).of(LEAD)?.index.pack.id).toBe('company');
});
