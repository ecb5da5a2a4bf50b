import { expect, it } from 'vitest';
import { noteWrongHere, wrongHereOf } from '../../../../lib/progress/wrong-here';
import { deal, newDb, opportunity, stamp } from './fixtures';

it('that a rule does not fit a record is in the journal, with the comment', async () => {
  const db = newDb();
  const said = { record: opportunity, pack: 'acme-sales', sop: 'discovery', criterion: 'budget', comment: 'A renewal has no budget talk.' };
  await noteWrongHere(db, said, stamp(5));
  expect(await db.journal.toArray()).toMatchObject([{ type: 'wrong-here', ...said, at: 5 }]);
});

it('is read of one record, oldest first', async () => {
  const db = newDb();
  const say = (record: string, comment: string, at: number) =>
    noteWrongHere(db, { record, pack: 'acme-sales', sop: 'discovery', criterion: 'budget', comment }, stamp(at));
  await say(opportunity, 'second', 9);
  await say(deal, 'of another record', 1);
  await say(opportunity, 'first', 5);
  expect((await wrongHereOf(db, opportunity)).map(({ comment }) => comment)).toEqual(['first', 'second']);
});
