/** A rep's answers: kept, changed, cleared, and told to the journal without what they say. */
import { IDBDatabase } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setAnswer } from '../../../../lib/progress/answers';
import { progressOf } from '../../../../lib/progress/checklists';
import type { HandrailDb } from '../../../../lib/progress/db';
import type { AnswerRow } from '../../../../lib/progress/rows';
import { UnsavedRecordError } from '../../../../lib/progress/errors';
import { deal, newDb, newDisk, opportunity, otherOpportunity, stamp, unsaved } from './fixtures';

const pack = 'acme-sales';
const signs = { record: deal, pack, answer: 'signs' };
const answersOf = async (db: HandrailDb, record = deal, of = pack) => (await progressOf(db, record)).under(of).answers;
let db: HandrailDb;
beforeEach(() => {
  db = newDb();
});

describe('an answer', () => {
  it.each<[AnswerRow['value']]>([['Maria Ortiz'], [240], [0], [false], [['it', 'legal']]])('of %o is kept as it is', async (value) => {
    await setAnswer(db, { ...signs, value }, stamp(5));
    expect(await answersOf(db)).toEqual({ signs: value });
    expect(await db.answers.toArray()).toEqual([{ ...signs, value, at: 5 }]);
  });

  it('survives a new connection', async () => {
    const disk = newDisk();
    const first = newDb(disk);
    await setAnswer(first, { ...signs, value: 'Maria Ortiz' }, stamp());
    first.close();
    expect(await answersOf(newDb(disk))).toEqual({ signs: 'Maria Ortiz' });
  });

  it('takes the place of the one before, and null clears it', async () => {
    await setAnswer(db, { ...signs, value: 'Maria' }, stamp(1));
    await setAnswer(db, { ...signs, value: 'Sam' }, stamp(2));
    expect(await answersOf(db)).toEqual({ signs: 'Sam' });
    await setAnswer(db, { ...signs, value: null }, stamp(3));
    expect(await db.answers.count()).toBe(0);
  });

  it('never shows on another record or for another pack', async () => {
    await setAnswer(db, { ...signs, record: opportunity, value: 'Maria' }, stamp());
    expect(await answersOf(db, otherOpportunity)).toEqual({});
    expect(await answersOf(db, opportunity, `${pack}-2`)).toEqual({});
  });

  it('is refused on a record that the CRM has not saved yet', async () => {
    await expect(setAnswer(db, { ...signs, record: unsaved, value: 'Maria' }, stamp())).rejects.toThrow(UnsavedRecordError);
    expect(await db.answers.count()).toBe(0);
  });

  it('is told to the journal, and what it says is not', async () => {
    await setAnswer(db, { ...signs, value: 'Maria Ortiz' }, stamp(5));
    await setAnswer(db, { ...signs, value: null }, stamp(6));
    const journal = await db.journal.toArray();
    expect(journal).toMatchObject([
      { type: 'answer-set', ...signs, state: 'answered', at: 5 },
      { type: 'answer-set', ...signs, state: 'cleared', at: 6 },
    ]);
    expect(JSON.stringify(journal)).not.toContain('Maria');
  });

  it.each<[string, AnswerRow['value'] | null]>([
    ['that is there already', 'Maria'],
    ['of the same list', ['it', 'legal']],
    ['that is cleared, and was not there', null],
  ])('%s is no event', async (_which, value) => {
    await setAnswer(db, { ...signs, value }, stamp(5));
    const before = [await db.answers.toArray(), await db.journal.count()];
    await setAnswer(db, { ...signs, value }, stamp(6));
    expect([await db.answers.toArray(), await db.journal.count()]).toEqual(before);
  });

  it('is taken back when its journal event cannot be written', async () => {
    await setAnswer(db, { ...signs, value: 'Maria' }, { now: 1, id: () => 'taken' });
    await expect(setAnswer(db, { ...signs, value: 'Sam' }, { now: 2, id: () => 'taken' })).rejects.toThrow();
    expect(await answersOf(db)).toEqual({ signs: 'Maria' });
  });

  it('is asked of the disk with strict durability', async () => {
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await setAnswer(db, { ...signs, value: 'Maria' }, stamp());
    expect(asked).toHaveBeenLastCalledWith(['answers', 'journal'], 'readwrite', { durability: 'strict' });
    asked.mockRestore();
  });
});
