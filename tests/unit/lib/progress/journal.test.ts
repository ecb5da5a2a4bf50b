import fc from 'fast-check';
import { IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HandrailDb } from '../../../../lib/progress/db';
import { append, missedCheck } from '../../../../lib/progress/journal';
import { type JournalDraft, journalEvent } from '../../../../lib/progress/journal-event';
import { deal, newDb, opportunity, stamp } from './fixtures';

const text = fc.string({ minLength: 1, unit: 'binary' });
const title = fc.option(fc.string(), { nil: null });
const optional = { record: fc.constantFrom(opportunity, deal) };
const move = { pack: text, from: title, to: title };
const criterion = { pack: text, sop: text, criterion: text };
const debt = { debt: text, ...criterion };
const count = fc.nat();
const gaps = fc.array(
  fc.record({
    sop: text,
    criterion: text,
    severity: fc.constantFrom('tip' as const, 'warn' as const, 'reason' as const, 'block' as const),
    result: fc.constantFrom('unmet' as const, 'unknown' as const),
  }),
  { maxLength: 4 },
);
const type = <Name extends JournalDraft['type']>(name: Name) => fc.constant(name);

const kinds = [
  fc.record(
    {
      type: type('step-set'),
      ...optional,
      pack: text,
      step: text,
      state: fc.constantFrom('done' as const, 'na' as const, 'open' as const, 'untouched' as const),
      reason: fc.string(),
    },
    { requiredKeys: ['type', 'pack', 'step', 'state'] },
  ),
  fc.record(
    {
      type: type('answer-set'),
      ...optional,
      pack: text,
      answer: text,
      state: fc.constantFrom('answered' as const, 'cleared' as const),
    },
    { requiredKeys: ['type', 'pack', 'answer', 'state'] },
  ),
  fc.record(
    {
      type: type('move-held'),
      ...optional,
      ...move,
      verdict: fc.constantFrom('warn' as const, 'ask-reason' as const, 'block' as const),
      gaps,
    },
    { requiredKeys: ['type', 'pack', 'from', 'to', 'verdict', 'gaps'] },
  ),
  fc.record({ type: type('move-back'), ...optional, ...move }, { requiredKeys: ['type', 'pack', 'from', 'to'] }),
  fc.record(
    {
      type: type('move-on'),
      ...optional,
      ...move,
      reasonCode: fc.string(),
      reasonLabel: fc.string(),
      note: fc.string(),
      until: fc.nat(),
      gaps,
    },
    { requiredKeys: ['type', 'pack', 'from', 'to', 'gaps'] },
  ),
  fc.record({ type: type('check-missed'), ...optional, why: fc.string() }, { requiredKeys: ['type', 'why'] }),
  fc.record({ type: type('debt-opened'), ...optional, ...debt }, { requiredKeys: ['type', 'debt', 'pack', 'sop', 'criterion'] }),
  fc.record({ type: type('debt-stands'), ...optional, ...debt }, { requiredKeys: ['type', 'debt', 'pack', 'sop', 'criterion'] }),
  fc.record({ type: type('debt-met'), ...optional, ...debt }, { requiredKeys: ['type', 'debt', 'pack', 'sop', 'criterion'] }),
  fc.record(
    { type: type('debt-waived'), ...optional, ...debt, waiver: fc.string() },
    { requiredKeys: ['type', 'debt', 'pack', 'sop', 'criterion', 'waiver'] },
  ),
  fc.record({ type: type('debt-expired'), ...optional, ...debt }, { requiredKeys: ['type', 'debt', 'pack', 'sop', 'criterion'] }),
  fc.record(
    { type: type('confirmed'), ...optional, ...criterion, by: fc.string() },
    { requiredKeys: ['type', 'pack', 'sop', 'criterion', 'by'] },
  ),
  fc.record({ type: type('confirmation-taken-back'), ...optional, ...criterion }, { requiredKeys: ['type', 'pack', 'sop', 'criterion'] }),
  fc.record(
    { type: type('wrong-here'), ...optional, ...criterion, comment: fc.string() },
    { requiredKeys: ['type', 'pack', 'sop', 'criterion', 'comment'] },
  ),
  fc.record({ type: type('moved-elsewhere'), ...optional, ...move }, { requiredKeys: ['type', 'pack', 'from', 'to'] }),
  fc.record(
    {
      type: type('catch-up-closed'),
      ...optional,
      pack: text,
      how: fc.constantFrom('met' as const, 'reason' as const, 'dismissed' as const),
    },
    { requiredKeys: ['type', 'pack', 'how'] },
  ),
  fc.record(
    { type: type('approval-granted'), ...optional, pack: text, approval: text, by: fc.string(), key: text, code: text, until: fc.nat() },
    { requiredKeys: ['type', 'pack', 'approval', 'by', 'key', 'code', 'until'] },
  ),
  fc.record({ type: type('approval-asked'), ...optional, pack: text, approval: text }, { requiredKeys: ['type', 'pack', 'approval'] }),
  fc.record(
    { type: type('approval-refused'), ...optional, pack: text, approval: text, why: fc.string() },
    { requiredKeys: ['type', 'pack', 'approval', 'why'] },
  ),
  fc.record({ type: type('stage-placed'), ...optional, pack: text, stage: title }, { requiredKeys: ['type', 'pack', 'stage'] }),
  fc.record({
    type: type('pack-added'),
    pack: text,
    version: text,
    source: fc.constantFrom('starter' as const, 'file' as const, 'subscription' as const),
  }),
  fc.record(
    { type: type('pack-activated'), pack: text, version: text, from: text, back: fc.constant(true as const) },
    { requiredKeys: ['type', 'pack', 'version'] },
  ),
  fc.record({ type: type('pack-put-away'), pack: text, version: text }),
  fc.record({ type: type('pack-refused'), pack: text, version: text, key: text, why: text }, { requiredKeys: ['type', 'why'] }),
  fc.record({
    type: type('key-trusted'),
    key: text,
    publisher: text,
    how: fc.constantFrom('first-use' as const, 'rotation' as const),
  }),
  fc.record({ type: type('key-revoked'), key: text, by: text }),
  fc.record({ type: type('key-forgotten'), key: text }),
  fc.record({ type: type('subscription-added'), url: text }),
  fc.record({ type: type('subscription-removed'), url: text }),
  fc.record({ type: type('update-taken'), ...optional, pack: text, from: text, version: text, reset: fc.array(text, { maxLength: 4 }) }),
  fc.record({ type: type('update-put-off'), ...optional, pack: text, from: text, version: text }),
  fc.record({ type: type('progress-imported'), exportedAt: fc.nat(), added: count, updated: count, kept: count }),
] as const;

const anyDraft: fc.Arbitrary<JournalDraft> = fc.oneof(...kinds);

let db: HandrailDb;
beforeEach(() => {
  db = newDb();
});

describe('a journal event', () => {
  it('of every declared type comes back from the database and from JSON as it went in', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(anyDraft, { minLength: 1, maxLength: 30 }), async (drafts) => {
        const before = await db.journal.count();
        await append(db, drafts, stamp(7));
        const events = (await db.journal.offset(before).toArray()).map((row) => journalEvent.parse(row));
        expect(events.map(({ id: _id, at: _at, ...draft }) => draft)).toEqual(drafts);
        expect(events.map((event) => journalEvent.parse(JSON.parse(JSON.stringify(event))))).toEqual(events);
        for (const draft of drafts) seen.add(draft.type);
      }),
      { numRuns: 40 },
    );
    expect(seen).toEqual(new Set(journalEvent.options.map((option) => option.shape.type.value)));
  });

  it('keeps nothing of a verdict but ids, so that no CRM value is written', async () => {
    const gap = {
      sop: 'discovery',
      criterion: 'budget',
      severity: 'warn' as const,
      result: 'unmet' as const,
      sentence: 'Amount is 250,000',
      trace: [250_000],
    };
    await append(
      db,
      [{ type: 'move-held', record: opportunity, pack: 'acme-sales', from: 'A', to: 'B', verdict: 'warn', gaps: [gap] }],
      stamp(),
    );
    expect(JSON.stringify(await db.journal.toArray())).not.toMatch(/250,?000/);
  });

  it('that is not whole is not written, nor is anything beside it', async () => {
    const broken = { type: 'pack-activated', pack: 'acme-sales', version: '' } as const;
    await expect(append(db, [{ type: 'check-missed', why: 'slow' }, broken], stamp())).rejects.toThrow(/version/);
    expect(await db.journal.count()).toBe(0);
  });

  it('with the id of another takes everything written with it back', async () => {
    await expect(
      append(
        db,
        [
          { type: 'check-missed', why: 'one' },
          { type: 'check-missed', why: 'two' },
        ],
        { now: 1, id: () => 'same' },
      ),
    ).rejects.toThrow();
    expect(await db.journal.count()).toBe(0);
  });
});

describe('the journal is append-only', () => {
  beforeEach(() => append(db, [{ type: 'check-missed', record: deal, why: 'slow' }], stamp()));

  it.each<[string, () => PromiseLike<unknown>]>([
    ['update', () => db.journal.toCollection().modify({ at: 9 })],
    [
      'put over it',
      async () =>
        db.journal.put({ id: 'x', at: 9, type: 'check-missed', why: '', ...{ seq: (await db.journal.toCollection().first())?.seq } }),
    ],
    ['delete', () => db.journal.toCollection().delete()],
    ['delete by key', async () => db.journal.bulkDelete(await db.journal.toCollection().primaryKeys())],
    ['clear', () => db.journal.clear()],
    ['clear beside an eraser', () => db.transaction('rw', db.journal, () => db.journal.clear())],
  ])('%s is refused and changes nothing', async (_what, change) => {
    const before = await db.journal.toArray();
    await expect(change()).rejects.toThrow(/append-only/);
    expect(await db.journal.toArray()).toEqual(before);
  });
});

describe('the missed check of a record', () => {
  const move = { pack: 'acme-sales', from: 'A', to: 'B' };
  const miss = (at: number, why = 'late', record = deal) => append(db, [{ type: 'check-missed', record, why }], stamp(at));

  it('is none where each stage change was checked', async () => {
    await append(db, [{ type: 'move-back', record: deal, ...move }], stamp(10));
    expect(await missedCheck(db, deal)).toBeNull();
  });

  it('is the newest one by time, whatever the order they came in', async () => {
    for (const at of [30, 10, 20]) await miss(at, `${at}`);
    expect(await missedCheck(db, deal)).toEqual({ at: 30, why: '30' });
  });

  it.each<[string, JournalDraft]>([
    ['held', { type: 'move-held', record: deal, ...move, verdict: 'warn', gaps: [] }],
    ['taken back', { type: 'move-back', record: deal, ...move }],
    ['gone on with', { type: 'move-on', record: deal, ...move, gaps: [] }],
  ])('is settled by a later move that was %s, and not by an earlier one', async (_how, checked) => {
    await append(db, [checked], stamp(10));
    await miss(20);
    expect(await missedCheck(db, deal)).toEqual({ at: 20, why: 'late' });
    await append(db, [checked], stamp(30));
    expect(await missedCheck(db, deal)).toBeNull();
    await miss(40);
    expect(await missedCheck(db, deal)).toEqual({ at: 40, why: 'late' });
  });

  it('is not settled by a tick, nor by the move of another record', async () => {
    await miss(20);
    await append(
      db,
      [
        { type: 'step-set', record: deal, pack: 'acme-sales', step: 'call', state: 'done' },
        { type: 'move-back', record: opportunity, ...move },
      ],
      stamp(30),
    );
    expect(await missedCheck(db, deal)).toEqual({ at: 20, why: 'late' });
    expect(await missedCheck(db, opportunity)).toBeNull();
  });

  it('is found by reading that record’s events only', async () => {
    await db.journal.bulkAdd(
      Array.from({ length: 500 }, (_, at) => ({ id: `other-${at}`, at, type: 'check-missed' as const, record: opportunity, why: 'late' })),
    );
    await miss(1);
    let read = 0;
    db.journal.hook('reading', (row) => {
      read += 1;
      return row;
    });
    const whole = (['getAll', 'openCursor'] as const).map((walk) => vi.spyOn(IDBObjectStore.prototype, walk));
    await missedCheck(db, deal);
    expect(read).toBe(1);
    for (const walk of whole) {
      expect(walk).not.toHaveBeenCalled();
      walk.mockRestore();
    }
  });
});
