import { IDBDatabase } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HandrailDb } from '../../../../lib/progress/db';
import type { SeenRow } from '../../../../lib/progress/rows';
import { expectStages, lastSeen, type News, newsOf, presumedStage } from '../../../../lib/progress/seen';
import { deal, everyMatching, newDb, opportunity, unsaved } from './fixtures';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const NOW = 100 * 24 * 60 * MINUTE;
/** Since the last event: `5 * MINUTE` is five minutes ago. */
const ago = (time: number): number => NOW - time;

const seen = (stage: string | null, at: number, ...expected: [stage: string, at: number][]): SeenRow => ({
  record: deal,
  stage,
  at,
  ...(expected.length > 0 && { expected: expected.map(([to, since]) => ({ stage: to, at: since })) }),
});

describe('a stage that is seen', () => {
  const DAYS = 24 * 60 * MINUTE;
  it.each<{ what: string; before: SeenRow | undefined; stage: string; at?: number; kind: News['kind']; keeps?: SeenRow | null }>([
    { what: 'for the first time', before: undefined, stage: 'a', kind: 'first', keeps: seen('a', NOW) },
    { what: 'again: it is kept since when', before: seen('a', ago(DAYS)), stage: 'a', kind: 'none', keeps: null },
    { what: 'other than before', before: seen('a', ago(DAYS)), stage: 'b', kind: 'elsewhere', keeps: seen('b', NOW) },
    {
      what: 'by a reading that is older than the last change',
      before: seen('b', ago(5)),
      stage: 'a',
      at: ago(9),
      kind: 'none',
      keeps: null,
    },
    { what: 'by a clock that was set back since', before: seen('a', NOW + DAYS), stage: 'b', kind: 'elsewhere' },
    {
      what: 'by a page with a clock of its own: never later than now',
      before: undefined,
      stage: 'a',
      at: NOW + DAYS,
      kind: 'first',
      keeps: seen('a', NOW),
    },
    {
      what: 'as a save of ours brings it',
      before: seen('a', ago(DAYS), ['b', ago(2 * SECOND)]),
      stage: 'b',
      kind: 'explained',
      keeps: seen('b', NOW, ['b', ago(2 * SECOND)]),
    },
    {
      what: 'days after a save of ours, and nothing else was seen between',
      before: seen('a', ago(5 * DAYS), ['b', ago(3 * DAYS)]),
      stage: 'b',
      kind: 'explained',
      keeps: seen('b', NOW),
    },
    {
      what: 'days after a save of ours, and another stage was seen between',
      before: seen('c', ago(DAYS), ['b', ago(3 * DAYS)]),
      stage: 'b',
      kind: 'elsewhere',
    },
    {
      what: 'minutes after a save of ours, whatever was seen between',
      before: seen('c', ago(MINUTE), ['b', ago(9 * MINUTE)]),
      stage: 'b',
      kind: 'explained',
    },
    {
      what: 'unchanged long after a save of ours: the CRM did not take it, and it explains nothing any more',
      before: seen('a', ago(DAYS), ['b', ago(11 * MINUTE)]),
      stage: 'a',
      kind: 'none',
      keeps: seen('a', ago(DAYS)),
    },
    {
      what: 'unchanged a moment after a save of ours: it is still on its way',
      before: seen('a', ago(DAYS), ['b', ago(SECOND)]),
      stage: 'a',
      kind: 'none',
      keeps: null,
    },
    {
      what: 'as it was, on a page that lags behind a save of ours',
      before: seen('b', ago(SECOND), ['b', ago(2 * SECOND)]),
      stage: 'a',
      kind: 'none',
      keeps: null,
    },
    {
      what: 'as neither was, a moment after a save of ours: not believed yet',
      before: seen('a', ago(DAYS), ['b', ago(2 * SECOND)]),
      stage: 'c',
      kind: 'none',
      keeps: null,
    },
    {
      what: 'as neither was, minutes after a save of ours',
      before: seen('a', ago(DAYS), ['b', ago(2 * MINUTE)]),
      stage: 'c',
      kind: 'elsewhere',
    },
    {
      what: 'as the first of two saves in a row brings it',
      before: seen('a', ago(DAYS), ['b', ago(3 * MINUTE)], ['c', ago(2 * MINUTE)]),
      stage: 'b',
      kind: 'explained',
    },
    {
      what: 'as a save of ours brings it, after a page that lagged behind showed what the next one, which the CRM did not take, would have',
      before: seen('a', ago(3 * DAYS), ['b', ago(3 * DAYS)], ['a', ago(3 * DAYS)]),
      stage: 'b',
      kind: 'explained',
    },
    {
      what: 'for the first time, after a save of ours that was let go unseen',
      before: seen(null, ago(3 * SECOND), ['b', ago(3 * SECOND)]),
      stage: 'b',
      kind: 'first',
      keeps: seen('b', NOW, ['b', ago(3 * SECOND)]),
    },
    {
      what: 'as another tab had read it, before a save of ours that was let go unseen',
      before: seen(null, ago(3 * SECOND), ['b', ago(3 * SECOND)]),
      stage: 'a',
      at: ago(MINUTE),
      kind: 'none',
      keeps: null,
    },
  ])('$what: $kind', ({ before, stage, at = NOW, kind, keeps }) => {
    const news = newsOf(before, { record: deal, stage, at }, NOW);
    expect(news.kind).toBe(kind);
    if (keeps !== undefined) expect(news.row).toEqual(keeps);
  });
});

describe('a save that is let go', () => {
  let db: HandrailDb;
  beforeEach(() => {
    db = newDb();
  });

  it('says what it will bring, on each of its records', async () => {
    await db.seen.put(seen('a', 1));
    await expectStages(
      db,
      [
        { record: deal, to: 'b' },
        { record: opportunity, to: 'Closed Won' },
      ],
      NOW,
    );
    expect(await lastSeen(db, deal)).toEqual(seen('a', 1, ['b', NOW]));
    expect(await lastSeen(db, opportunity)).toEqual({
      record: opportunity,
      stage: null,
      at: NOW,
      expected: [{ stage: 'Closed Won', at: NOW }],
    });
  });

  it('of a record that is seen there for the first time says where it stood', async () => {
    await expectStages(db, [{ record: deal, to: 'b', from: { stage: 'a', at: ago(5) } }], NOW);
    expect(await lastSeen(db, deal)).toEqual(seen('a', ago(5), ['b', NOW]));
  });

  it('does not take a move made elsewhere for seen', async () => {
    await db.seen.put(seen('a', 1));
    await expectStages(db, [{ record: deal, to: 'c', from: { stage: 'b', at: ago(5) } }], NOW);
    expect(await lastSeen(db, deal)).toEqual(seen('a', 1, ['c', NOW]));
  });

  it('told twice counts once, from the last time on', async () => {
    await expectStages(db, [{ record: deal, to: 'b' }], 5);
    await expectStages(db, [{ record: deal, to: 'b' }], 9);
    expect((await lastSeen(db, deal))?.expected).toEqual([{ stage: 'b', at: 9 }]);
  });

  it('after others leaves theirs standing, the newest of them', async () => {
    for (const at of [1, 2, 3, 4, 5, 6, 7]) await expectStages(db, [{ record: deal, to: `s${at}` }], at);
    expect((await lastSeen(db, deal))?.expected?.map(({ stage }) => stage)).toEqual(['s3', 's4', 's5', 's6', 's7']);
  });

  it('that names a record twice says both', async () => {
    await expectStages(
      db,
      [
        { record: deal, to: 'b' },
        { record: deal, to: 'c' },
      ],
      5,
    );
    expect((await lastSeen(db, deal))?.expected?.map(({ stage }) => stage)).toEqual(['b', 'c']);
  });

  it('takes a stage that was placed by hand along', async () => {
    await db.placed.put({ record: deal, stage: 'a', at: 1 });
    await expectStages(db, [{ record: deal, to: 'b' }], 5);
    expect(await db.placed.toArray()).toEqual([{ record: deal, stage: 'b', at: 5 }]);
  });

  it.each([unsaved, everyMatching])('keeps nothing of what is no one record: %s', async (record) => {
    await expectStages(db, [{ record, to: 'b' }], 5);
    expect(await db.seen.count()).toBe(0);
  });

  it('of hundreds of records is one transaction', async () => {
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await db.open();
    transactions.mockClear();
    await expectStages(
      db,
      Array.from({ length: 200 }, (_, at) => ({ record: `${deal}${at}`, to: 'b' })),
      5,
    );
    expect(transactions).toHaveBeenCalledTimes(1);
    expect(await db.seen.count()).toBe(200);
  });
});

describe('where a record is thought to stand, for want of a reading', () => {
  it.each<{ by: string; row: SeenRow | undefined; placed?: { stage: string; at: number }; stage: string | undefined }>([
    { by: 'nothing', row: undefined, stage: undefined },
    { by: 'what was seen', row: seen('a', 5), stage: 'a' },
    { by: 'what a save was to bring since', row: seen('a', 5, ['b', 6], ['c', 7]), stage: 'c' },
    { by: 'what was seen after a save', row: seen('d', 9, ['b', 6]), stage: 'd' },
    { by: 'what a save was to bring, where nothing was ever seen', row: seen(null, 6, ['b', 6]), stage: 'b' },
    { by: 'what the rep said last', row: seen('a', 5), placed: { stage: 'p', at: 7 }, stage: 'p' },
    { by: 'what the rep said where nothing was seen', row: undefined, placed: { stage: 'p', at: 7 }, stage: 'p' },
    { by: 'a save after the rep’s word', row: seen('a', 5, ['b', 9]), placed: { stage: 'p', at: 7 }, stage: 'b' },
  ])('$by', ({ row, placed, stage }) => {
    expect(presumedStage(row, placed && { record: deal, ...placed })).toBe(stage);
  });
});
