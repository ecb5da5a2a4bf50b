/** Saves that the guard lets go: the stages that they are about to bring are kept, so that they are not taken for moves made elsewhere. */
import type { HandrailDb } from '../progress/db';
import { noteStage } from '../progress/elsewhere';
import type { Stamp } from '../progress/journal';
import { expectStages, newsOf } from '../progress/seen';
import { wayBetween } from './catch-up';
import type { HeldCase } from './held-case';

/** In one transaction. A record that stood in another stage than it was last seen in was moved elsewhere before: that is noticed first. */
export async function releaseStages(db: HandrailDb, cases: readonly HeldCase[], stamp: Stamp): Promise<void> {
  if (cases.length === 0) return;
  await db.transaction('rw', db.seen, db.placed, db.elsewhere, db.journal, async () => {
    for (const { told, seen, known } of cases) {
      if (!told || newsOf(seen, told, stamp.now).kind !== 'elsewhere') continue;
      await noteStage(db, told, (from) => wayBetween(known, { from, to: told.stage }), stamp);
    }
    const saves = cases.map(({ key, move, told }) => ({ record: key, to: move.to, ...(told && { from: told }) }));
    await expectStages(db, saves, stamp.now);
  });
}
