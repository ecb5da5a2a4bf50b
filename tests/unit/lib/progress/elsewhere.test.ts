import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HandrailDb } from '../../../../lib/progress/db';
import { closeElsewhere, noteStage, openElsewhere, type SkippedWay } from '../../../../lib/progress/elsewhere';
import { expectStages, lastSeen } from '../../../../lib/progress/seen';
import { deal, everyMatching, newDb, newDisk, opportunity, stamp, unsaved } from './fixtures';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = 100 * DAY;

let db: HandrailDb;
let now: number;
beforeEach(() => {
  db = newDb();
  now = START;
});

/** A pack that asks for something on every way between two stages; of another than the stages a to f it knows nothing. */
const asks =
  (to: string) =>
  (from: string): SkippedWay | null =>
    /^[a-f]$/.test(from) && /^[a-f]$/.test(to) ? { pack: 'acme-sales', from, to } : null;

interface Sight {
  record?: string;
  at?: number;
  skipped?: (from: string) => SkippedWay | null;
  into?: HandrailDb;
}
const see = (stage: string, { record = deal, at = now, skipped = asks(stage), into = db }: Sight = {}) =>
  noteStage(into, { record, stage, at }, skipped, stamp(now));
const pass = (time: number) => void (now += time);
const seeAll = async (...stages: string[]) => {
  for (const stage of stages) {
    await see(stage);
    pass(5 * MINUTE);
  }
};
const save = (to: string, from?: string) =>
  expectStages(db, [{ record: deal, to, ...(from !== undefined && { from: { stage: from, at: now } }) }], now);
const open = async (record = deal, of = db) => {
  const row = await openElsewhere(of, record);
  return row && `${row.from}>${row.to}`;
};
const events = async () =>
  (await db.journal.toArray()).map((event) =>
    event.type === 'moved-elsewhere' ? `${event.from}>${event.to}` : event.type === 'catch-up-closed' ? event.how : event.type,
  );

describe('a move that no save of ours explains', () => {
  it('opens a catch-up, and is journalled by the pack’s titles', async () => {
    await see('a');
    pass(DAY);
    await see('b');
    expect(await openElsewhere(db, deal)).toMatchObject({ record: deal, from: 'a', to: 'b', at: now, state: 'open' });
    expect(await db.journal.toArray()).toMatchObject([
      { type: 'moved-elsewhere', record: deal, pack: 'acme-sales', from: 'a', to: 'b', at: now },
    ]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['the first sight of a record', () => see('a')],
    ['the same stage again', () => seeAll('a', 'a', 'a')],
    ['another record’s stage', () => see('a').then(() => see('b', { record: opportunity }))],
    ['a stage that the pack does not know', () => seeAll('a', 'dormant', 'a')],
    ['a way on which nothing would have been asked', () => see('a').then(() => see('b', { at: now + 5, skipped: () => null }))],
    [
      'what a save of ours brings',
      () =>
        see('a')
          .then(() => save('b'))
          .then(() => see('b')),
    ],
    [
      'a page that shows the old stage for a moment',
      () =>
        see('a')
          .then(() => save('b'))
          .then(() => seeAll('b', 'b'))
          .then(() => see('a', { at: START + 9 })),
    ],
    [
      'another tab that read the record before',
      () =>
        see('a')
          .then(() => save('b'))
          .then(() => seeAll('b'))
          .then(() => see('a', { at: START - 9 })),
    ],
    ['a record that does not exist yet', () => see('a', { record: unsaved }).then(() => see('b', { record: unsaved }))],
    ['“all that match”', () => see('a', { record: everyMatching }).then(() => see('b', { record: everyMatching }))],
  ])('is not: %s', async (_what, happens) => {
    await happens();
    expect(await db.elsewhere.count()).toBe(0);
    expect(await events()).toEqual([]);
  });

  it('is a check that was missed: nothing was expected of it', async () => {
    await see('a');
    await db.journal.add({ type: 'check-missed', id: 'missed', at: now, record: deal, why: 'late' });
    pass(MINUTE);
    await see('b');
    expect(await open()).toBe('a>b');
  });

  it('is told once: a page that lags behind and comes round again tells nothing new', async () => {
    await seeAll('a', 'b', 'a', 'b');
    expect(await db.elsewhere.where({ record: deal }).count()).toBe(1);
    const row = await openElsewhere(db, deal);
    await closeElsewhere(db, row?.id ?? '', 'dismissed', 'acme-sales', stamp(now));
    await seeAll('a', 'b');
    expect(await open()).toBeUndefined();
  });

  it('made anew another day is told anew', async () => {
    await seeAll('a', 'b');
    await closeElsewhere(db, (await openElsewhere(db, deal))?.id ?? '', 'dismissed', 'acme-sales', stamp(now));
    pass(2 * DAY);
    await seeAll('a', 'b');
    expect(await open()).toBe('a>b');
  });

  it('is noticed once by two tabs at once', async () => {
    const disk = newDisk();
    const [one, other] = [newDb(disk), newDb(disk)];
    await see('a', { into: one });
    await other.open();
    pass(DAY);
    await Promise.all([see('b', { into: one }), see('b', { into: other }), see('b', { into: one })]);
    expect(await one.elsewhere.count()).toBe(1);
    expect(await one.journal.count()).toBe(1);
  });

  it('is seen again, and noticed, when its journal event could not be written', async () => {
    await see('a');
    pass(DAY);
    await db.journal.add({ type: 'check-missed', id: 'taken', at: now, record: opportunity, why: 'late' });
    await expect(noteStage(db, { record: deal, stage: 'b', at: now }, asks('b'), { now, id: () => 'taken' })).rejects.toThrow();
    expect(await lastSeen(db, deal)).toMatchObject({ stage: 'a' });
    await see('b');
    expect(await open()).toBe('a>b');
  });

  it('that goes on from an open one covers both; the one before is over', async () => {
    await seeAll('a', 'b', 'c');
    expect(await open()).toBe('a>c');
    expect(await db.elsewhere.filter(({ state }) => state === 'open').count()).toBe(1);
  });

  it('after a save of ours begins where that save led, and takes the place of the one before', async () => {
    await seeAll('a', 'b');
    await save('c');
    await seeAll('c', 'd');
    expect(await open()).toBe('c>d');
    expect(await db.elsewhere.count()).toBe(1);
  });

  it('begins where our last save led, even where that was never seen', async () => {
    await seeAll('a');
    await save('b');
    pass(DAY);
    await see('c');
    expect(await open()).toBe('b>c');
  });

  it('that is undone needs no catching up', async () => {
    await see('a');
    pass(DAY);
    await see('b');
    pass(DAY);
    await see('a', { skipped: () => null });
    expect(await open()).toBeUndefined();
  });

  it('stays open while the record goes on by saves of ours', async () => {
    await seeAll('a', 'b');
    await save('c');
    await seeAll('c');
    expect(await open()).toBe('a>b');
  });

  it('makes the page the one who knows: what was placed by hand is forgotten', async () => {
    await db.placed.put({ record: deal, stage: 'c', at: now });
    await see('a');
    expect(await db.placed.count()).toBe(0);
  });
});

describe('a catch-up', () => {
  it.each([
    ['met', 'settled'],
    ['reason', 'settled'],
    ['dismissed', 'dismissed'],
  ] as const)('closed as %s is %s, once', async (how, state) => {
    await seeAll('a', 'b');
    const id = (await openElsewhere(db, deal))?.id ?? '';
    await closeElsewhere(db, id, how, 'acme-sales', stamp(now));
    const closedAt = now;
    pass(MINUTE);
    await closeElsewhere(db, id, 'dismissed', 'acme-sales', stamp(now));
    expect(await db.elsewhere.get(id)).toMatchObject({ state, closedAt });
    expect(await open()).toBeUndefined();
    expect(await events()).toEqual(['a>b', how]);
  });

  it('that is not there cannot be closed', async () => {
    await closeElsewhere(db, 'nobody', 'met', 'acme-sales', stamp());
    expect(await events()).toEqual([]);
  });
});

/** What happens to one record, seen from outside: `lag` is by how much a page or an index is behind. */
type Happens =
  | { do: 'wait'; time: number }
  | { do: 'save'; to: string; taken: boolean; fromSeen: boolean }
  | { do: 'elsewhere'; to: string }
  | { do: 'missed'; to: string }
  | { do: 'view'; lag: number; tab: 0 | 1 }
  /** A tab tells again what it had read. */
  | { do: 'retell'; back: number }
  | { do: 'dismiss' };

const stage = fc.constantFrom('a', 'b', 'c', 'd');
const wait = fc.record({ do: fc.constant('wait' as const), time: fc.constantFrom(500, 5_000, MINUTE, 3 * MINUTE, 20 * MINUTE, 2 * DAY) });
const saving = fc.record({ do: fc.constant('save' as const), to: stage, taken: fc.boolean(), fromSeen: fc.boolean() });
const view = fc.record({
  do: fc.constant('view' as const),
  lag: fc.constantFrom(0, 0, 2_000, 30_000),
  tab: fc.constantFrom(0 as const, 1 as const),
});
const retell = fc.record({ do: fc.constant('retell' as const), back: fc.nat({ max: 5 }) });
const elsewhere = fc.record({ do: fc.constant('elsewhere' as const), to: stage });
const missed = fc.record({ do: fc.constant('missed' as const), to: stage });
const dismiss = fc.constant({ do: 'dismiss' as const });

/** Plays it on two tabs of one browser, and calls back after each thing that happened. */
async function play(course: readonly Happens[], after: () => Promise<void>): Promise<void> {
  const disk = newDisk();
  const tabs = [newDb(disk), newDb(disk)] as const;
  db = tabs[0];
  now = START;
  const read: { stage: string; at: number }[] = [];
  /** Where the record stood, since when. */
  const past = [{ stage: 'a', since: now }];
  const move = (to: string): void => void past.push({ stage: to, since: now });
  const stood = (at: number): string => past.findLast(({ since }) => since <= at)?.stage ?? 'a';
  for (const one of course) {
    now += 1;
    switch (one.do) {
      case 'wait':
        now += one.time;
        break;
      case 'save':
        await save(one.to, one.fromSeen ? stood(now) : undefined);
        if (one.taken) move(one.to);
        break;
      case 'elsewhere':
      case 'missed':
        move(one.to);
        break;
      case 'view':
        // Read now, from what lags behind.
        read.push({ stage: stood(now - one.lag), at: now });
        await see(stood(now - one.lag), { into: tabs[one.tab] });
        break;
      case 'retell': {
        const old = read.at(-1 - one.back);
        if (old) await see(old.stage, { at: old.at, into: tabs[1] });
        break;
      }
      case 'dismiss': {
        const row = await openElsewhere(db, deal);
        if (row) await closeElsewhere(db, row.id, 'dismissed', 'acme-sales', stamp(now));
      }
    }
    await after();
  }
}

describe('whatever happens', () => {
  it('a record has one open catch-up at most, and none from a stage to itself', async () => {
    const course = fc.array(fc.oneof(wait, saving, view, view, retell, elsewhere, missed, dismiss), { maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(course, (happens) =>
        play(happens, async () => {
          const rows = await db.elsewhere.toArray();
          expect(rows.filter(({ state }) => state === 'open').length).toBeLessThanOrEqual(1);
          expect(rows.filter(({ from, to }) => from === to)).toEqual([]);
        }),
      ),
      { numRuns: 150 },
    );
  });

  it('saves of ours alone, taken or not by the CRM, never open one', async () => {
    const course = fc.array(fc.oneof(wait, saving, view, view, retell), { maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(course, (happens) => play(happens, async () => expect(await db.elsewhere.toArray()).toEqual([]))),
      { numRuns: 300 },
    );
  });

  it('a move made elsewhere is noticed by the next view once saves have settled, if it stays within what the pack knows', async () => {
    const course = fc.array(fc.oneof(wait, saving, view), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(course, async (happens) => {
        await play(
          [
            ...happens,
            { do: 'wait', time: 20 * MINUTE },
            { do: 'view', lag: 0, tab: 0 },
            { do: 'elsewhere', to: 'e' },
            { do: 'view', lag: 0, tab: 1 },
          ],
          async () => undefined,
        );
        expect((await openElsewhere(db, deal))?.to).toBe('e');
      }),
      { numRuns: 100 },
    );
  });
});
