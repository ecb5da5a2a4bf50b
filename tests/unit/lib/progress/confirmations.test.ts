import { beforeEach, describe, expect, it } from 'vitest';
import { progressOf } from '../../../../lib/progress/checklists';
import { confirm, confirmationsOf, takeBackConfirmation } from '../../../../lib/progress/confirmations';
import type { HandrailDb } from '../../../../lib/progress/db';
import { criterionKey } from '../../../../lib/pack/criterion-key';
import { everyMatching, deal, newDb, opportunity, stamp, unsaved } from './fixtures';

const ref = { record: opportunity, pack: 'acme-sales', sop: 'discovery', criterion: 'budget' };
const row = { ...ref, by: 'Ada' };
const types = async (): Promise<string[]> => (await db.journal.toArray()).map((event) => event.type);

let db: HandrailDb;
beforeEach(() => {
  db = newDb();
});

describe('what a rep confirms', () => {
  it('is kept with name and time, and journalled', async () => {
    await confirm(db, [row, { ...row, criterion: 'timeline' }], stamp(5));
    expect(await confirmationsOf(db, opportunity)).toEqual([
      { ...row, at: 5 },
      { ...row, criterion: 'timeline', at: 5 },
    ]);
    expect(await db.journal.toArray()).toMatchObject([
      { type: 'confirmed', ...row, at: 5 },
      { type: 'confirmed', ...row, criterion: 'timeline', at: 5 },
    ]);
  });

  it('is each record’s and each pack’s own', async () => {
    await confirm(db, [row], stamp());
    const confirmed = async (record: string, pack: string) => [...(await progressOf(db, record)).under(pack).confirmed];
    expect(await confirmed(opportunity, 'acme-sales')).toEqual([criterionKey('discovery', 'budget')]);
    expect(await confirmed(opportunity, 'other')).toEqual([]);
    expect(await confirmed(deal, 'acme-sales')).toEqual([]);
  });

  it('stays with whom it was first confirmed by', async () => {
    await confirm(db, [row], stamp(5));
    await confirm(db, [{ ...row, by: 'Bo' }], stamp(9));
    expect(await confirmationsOf(db, opportunity)).toEqual([{ ...row, at: 5 }]);
    expect(await types()).toEqual(['confirmed']);
  });

  it.each([
    ['does not exist yet', unsaved],
    ['is “all that match”', everyMatching],
  ])('of a record that %s is in the journal only: no other record inherits it', async (_what, record) => {
    await confirm(db, [{ ...row, record }], stamp());
    expect(await db.confirmations.count()).toBe(0);
    expect(await types()).toEqual(['confirmed']);
  });

  it('is kept for all or for none', async () => {
    await expect(confirm(db, [row, { ...row, criterion: 'timeline' }], { now: 1, id: () => 'taken' })).rejects.toThrow();
    expect(await db.confirmations.count()).toBe(0);
    expect(await types()).toEqual([]);
  });
});

describe('taking it back', () => {
  it('ends it, and is journalled', async () => {
    await confirm(db, [row, { ...row, criterion: 'timeline' }], stamp());
    await takeBackConfirmation(db, ref, stamp(7));
    expect((await confirmationsOf(db, opportunity)).map(({ criterion }) => criterion)).toEqual(['timeline']);
    expect((await db.journal.toArray()).at(-1)).toMatchObject({ type: 'confirmation-taken-back', ...ref, at: 7 });
  });

  it('of what is not confirmed writes nothing', async () => {
    await takeBackConfirmation(db, ref, stamp());
    expect(await types()).toEqual([]);
  });
});
