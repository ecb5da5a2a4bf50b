import { beforeEach, describe, expect, it } from 'vitest';
import { progressOf } from '../../../../lib/progress/checklists';
import type { HandrailDb } from '../../../../lib/progress/db';
import { UnsavedRecordError } from '../../../../lib/progress/errors';
import { placeByHand, placedStage } from '../../../../lib/progress/placed';
import { deal, everyMatching, newDb, opportunity, stamp, unsaved } from './fixtures';

const about = { pack: 'acme-sales', title: 'Discovery' };
const stages = async () => (await db.journal.toArray()).map((event) => (event.type === 'stage-placed' ? event.stage : event.type));

let db: HandrailDb;
beforeEach(() => {
  db = newDb();
});

describe('a stage placed by hand', () => {
  it('is kept by the CRM’s own value, and journalled by the pack’s title', async () => {
    await placeByHand(db, opportunity, 'Needs Analysis', about, stamp(5));
    expect(await placedStage(db, opportunity)).toEqual({ record: opportunity, stage: 'Needs Analysis', at: 5 });
    expect(await placedStage(db, deal)).toBeUndefined();
    expect(await db.journal.toArray()).toMatchObject([
      { type: 'stage-placed', record: opportunity, pack: 'acme-sales', stage: 'Discovery' },
    ]);
  });

  it('goes with what is kept of the record; the record has been in it since', async () => {
    await db.seen.put({ record: opportunity, stage: 'Qualification', at: 1 });
    await placeByHand(db, opportunity, 'Needs Analysis', about, stamp(5));
    const { placed, under } = await progressOf(db, opportunity);
    expect(placed).toMatchObject({ stage: 'Needs Analysis' });
    expect(under('acme-sales').stageEntered).toBe(5);
  });

  it('is replaced by the next one, and taken back by none', async () => {
    await placeByHand(db, opportunity, 'Needs Analysis', about, stamp(5));
    await placeByHand(db, opportunity, 'Value Proposition', { ...about, title: 'Demo' }, stamp(6));
    expect(await placedStage(db, opportunity)).toMatchObject({ stage: 'Value Proposition', at: 6 });
    await placeByHand(db, opportunity, null, { ...about, title: null }, stamp(7));
    expect(await placedStage(db, opportunity)).toBeUndefined();
    expect(await stages()).toEqual(['Discovery', 'Demo', null]);
  });

  it('chosen again, or taken back where there is none, writes nothing', async () => {
    await placeByHand(db, opportunity, null, about, stamp(4));
    await placeByHand(db, opportunity, 'Needs Analysis', about, stamp(5));
    await placeByHand(db, opportunity, 'Needs Analysis', about, stamp(9));
    expect(await placedStage(db, opportunity)).toMatchObject({ at: 5 });
    expect(await stages()).toEqual(['Discovery']);
  });

  it('goes with its pipeline, where that tells stages apart: the same stage of another pipeline is another choice', async () => {
    await placeByHand(db, opportunity, 'Qualification', { ...about, pipeline: 'renewal' }, stamp(5));
    expect(await placedStage(db, opportunity)).toMatchObject({ stage: 'Qualification', pipeline: 'renewal' });
    await placeByHand(db, opportunity, 'Qualification', about, stamp(6));
    expect(await placedStage(db, opportunity)).toEqual({ record: opportunity, stage: 'Qualification', at: 6 });
  });

  it.each([unsaved, everyMatching])('is not kept for what is no one record: %s', async (record) => {
    await expect(placeByHand(db, record, 'Needs Analysis', about, stamp())).rejects.toThrow(UnsavedRecordError);
    expect(await db.journal.count()).toBe(0);
  });
});
