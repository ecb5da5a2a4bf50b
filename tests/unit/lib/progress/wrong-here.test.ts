import { expect, it } from 'vitest';
import { noteWrongHere } from '../../../../lib/progress/wrong-here';
import { newDb, opportunity, stamp } from './fixtures';

it('that a rule does not fit a record is in the journal, with the comment', async () => {
  const db = newDb();
  const said = { record: opportunity, pack: 'acme-sales', sop: 'discovery', criterion: 'budget', comment: 'A renewal has no budget talk.' };
  await noteWrongHere(db, said, stamp(5));
  expect(await db.journal.toArray()).toMatchObject([{ type: 'wrong-here', ...said, at: 5 }]);
});
