import { expect, it } from 'vitest';
import { recordKey } from '../../../../lib/progress/db';
import { tellWrongHere } from '../../../../lib/worker/wrong-here';
import { newDb, stamp } from '../progress/fixtures';
import { dbInUse, journal, opportunity, starter } from './fixtures';

const said = { record: opportunity, sop: 'discovery', criterion: 'budget', comment: 'A renewal has no budget talk.' };

it('a rule that does not fit is journalled under the pack in use', async () => {
  const db = await dbInUse();
  await tellWrongHere(db, said, stamp(5));
  const { record: _record, ...rest } = said;
  expect(await journal(db)).toMatchObject([{ type: 'wrong-here', record: recordKey(opportunity), pack: starter.id, ...rest, at: 5 }]);
});

it('without a pack there is no rule to speak of', async () => {
  const db = newDb();
  await tellWrongHere(db, said, stamp(5));
  expect(await db.journal.count()).toBe(0);
});
