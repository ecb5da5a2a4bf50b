/** A deal in Discovery while its pack goes on to other versions: which one judges and counts for it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Reading } from '../../../../lib/crm/adapter';
import type { TabState } from '../../../../lib/messages/protocol';
import type { PackFile } from '../../../../lib/pack/schema';
import { putOff, takeUpdate } from '../../../../lib/progress/begun';
import { progressOf, setStep } from '../../../../lib/progress/checklists';
import { recordKey, type HandrailDb } from '../../../../lib/progress/db';
import { activatePack, addPack } from '../../../../lib/progress/packs';
import { judgeHeld } from '../../../../lib/worker/held';
import { noteView } from '../../../../lib/worker/view';
import { stamp, ticksOf } from '../progress/fixtures';
import { afterwards, dbInUse, DEMO, heldOf, journal, moment, moveTo, opportunity, other, reading, ready, starter } from './fixtures';

const key = recordKey(opportunity);
const pack = starter.id;
const FIRST = starter.version;

type Edit = (pack: PackFile) => unknown;
const discovery = (file: PackFile) => file.sops.find(({ id }) => id === 'discovery')!;
const questions = (file: PackFile) =>
  discovery(file)
    .phases.flatMap(({ steps }) => steps)
    .find(({ id }) => id === 'discovery-questions')!;

/** Words only. */
const safe: Edit = (file) => (discovery(file).purpose = 'Listen first.');
/** Another title: the tick does not count any more. */
const again: Edit = (file) => (questions(file).title = 'Ask the seven questions');
/** A criterion that nothing has met yet. */
const stricter: Edit = (file) =>
  discovery(file).exit.push({
    ...structuredClone(discovery(file).exit[0]!),
    id: 'legal',
    label: 'Legal agrees',
    when: { step: 'discovery-agenda', is: 'done' },
    severity: 'block',
  });

let db: HandrailDb;
let made = 0;
beforeEach(async () => {
  db = await dbInUse();
});

/** Brings a version in, made from the one before by what is to be different, and puts it to use. */
async function bring(version: string, ...edits: Edit[]): Promise<void> {
  const file = { ...structuredClone(starter), version };
  for (const edit of edits) edit(file);
  await addPack(db, file, { source: 'file', layer: 'personal' }, stamp());
  await activatePack(db, pack, version, stamp());
}

const at = (stage: string, later = 0, record = opportunity): Reading => reading('StageName', stage, { at: moment.now + later, record });
const DISCOVERY = 'Needs Analysis';
const look = (stage: string | null, later = 0, record = opportunity) => {
  const shown: TabState = {
    view: { kind: 'record', record },
    name: null,
    readings: stage === null ? [] : [at(stage, later, record)],
    unread: null,
    at: 1,
  };
  return noteView(db, shown, { ...moment, now: moment.now + later }, () => `flight-${(made += 1)}`);
};
const begun = async (record = opportunity) => (await progressOf(db, recordKey(record))).under(pack).begun;
const taken = async () => (await journal(db)).filter(({ type }) => type === 'update-taken');

/** The ids of the criteria that a held move from Discovery to Demo would skip. */
async function gaps(record = opportunity, stage = DISCOVERY): Promise<string[]> {
  const { later, done } = afterwards();
  const held = heldOf([moveTo(DEMO, { record })], [at(stage, 0, record), ...ready(record)]);
  const { card } = await judgeHeld(db, held, moment, later);
  await done();
  return card?.records.flatMap((one) => one.gaps.map(({ criterion }) => criterion)) ?? [];
}

describe('a record', () => {
  it('begins its stage with the version in use when it is first seen in it', async () => {
    await look(DISCOVERY);
    expect(await begun()).toEqual({ record: key, pack, version: FIRST, stage: 'sales/discovery', at: moment.now });
    expect(await taken()).toEqual([]);
  });

  it.each([
    ['whose stage cannot be read', null],
    ['in a stage that the pack does not know', 'Dormant'],
  ])('%s begins none', async (_, stage) => {
    await look(stage);
    expect(await begun()).toBeUndefined();
  });

  it('takes a safe update at once, and its ticks stay', async () => {
    await look(DISCOVERY);
    await setStep(db, { record: key, pack, step: 'discovery-questions', state: 'done' }, stamp());
    await bring('9.0.0', safe);
    expect((await look(DISCOVERY, 5))?.steps).toBe(6);
    expect(await begun()).toMatchObject({ version: '9.0.0', at: moment.now });
    expect(await taken()).toMatchObject([{ from: FIRST, version: '9.0.0', reset: [] }]);
  });

  it('is judged and counted by the version that it began with until the rep takes the other', async () => {
    await look(DISCOVERY);
    await bring('9.0.0', stricter);
    await look(DISCOVERY, 5);
    expect(await begun()).toMatchObject({ version: FIRST });
    expect(await gaps()).not.toContain('legal');
    await takeUpdate(db, { record: key, pack, from: FIRST, to: '9.0.0' }, { steps: [], criteria: [] }, stamp());
    expect(await gaps()).toContain('legal');
  });

  it('that was never seen is judged by the version in use', async () => {
    await look(DISCOVERY);
    await bring('9.0.0', stricter);
    expect(await gaps(other)).toContain('legal');
  });

  it('goes by the version in use in its next stage, put off or not, and what its ticks said otherwise is asked again', async () => {
    await look(DISCOVERY);
    await setStep(db, { record: key, pack, step: 'discovery-questions', state: 'done' }, stamp());
    await setStep(db, { record: key, pack, step: 'discovery-agenda', state: 'done' }, stamp());
    await bring('9.0.0', stricter, again);
    await putOff(db, { record: key, pack, version: '9.0.0' }, stamp());
    await look(DISCOVERY, 5);
    expect(await begun()).toMatchObject({ version: FIRST, putOff: '9.0.0' });
    await look(DEMO, 100_000);
    expect(await begun()).toEqual({ record: key, pack, version: '9.0.0', stage: 'sales/demo', at: moment.now + 100_000 });
    expect(Object.keys(await ticksOf(db, key, pack))).toEqual(['discovery-agenda']);
    expect(await taken()).toMatchObject([{ from: FIRST, version: '9.0.0', reset: ['discovery-questions'] }]);
  });

  it('that stands in another stage by the save itself is judged by the version in use', async () => {
    await look('Qualification');
    await bring('9.0.0', stricter);
    expect(await gaps(opportunity, DISCOVERY)).toContain('legal');
  });

  it('whose stage cannot be read now is still under the version that it began with', async () => {
    await look(DISCOVERY);
    await bring('9.0.0', stricter);
    await look(null, 5);
    expect(await begun()).toMatchObject({ version: FIRST });
  });

  it('goes by the version in use where the one it began with is not here any more, and its marks stay', async () => {
    await look(DISCOVERY);
    await setStep(db, { record: key, pack, step: 'discovery-questions', state: 'done' }, stamp());
    await bring('9.0.0', stricter, again);
    await db.packs.delete([pack, FIRST]);
    await look(DISCOVERY, 5);
    expect(await begun()).toMatchObject({ version: '9.0.0' });
    expect(await ticksOf(db, key, pack)).toHaveProperty('discovery-questions');
    expect(await gaps()).toContain('legal');
  });

  it('under a version that somebody went back from stays with it, or follows where that is safe', async () => {
    await bring('9.0.0', stricter);
    await look(DISCOVERY);
    await activatePack(db, pack, FIRST, stamp());
    await look(DISCOVERY, 5);
    // Without the criterion it is milder.
    expect(await begun()).toMatchObject({ version: FIRST });
    await bring('9.1.0', (file) => (discovery(file).exit[0]!.severity = 'tip'));
    await look(DISCOVERY, 6);
    expect(await begun()).toMatchObject({ version: '9.1.0' });
    await activatePack(db, pack, FIRST, stamp());
    await look(DISCOVERY, 7);
    expect(await begun()).toMatchObject({ version: '9.1.0' });
  });
});
