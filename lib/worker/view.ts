/** A tab told what it shows: remembers the stage, closes debts that are met by now, and counts what is open for the badge. */
import { evaluate } from '../criteria/evaluate';
import { outlook, stepStates } from '../guard/outlook';
import type { TabState } from '../messages/protocol';
import { recordKey, type DebtRow, type HandrailDb } from '../progress/db';
import { settleMet } from '../progress/debts';
import { noteSeen } from '../progress/seen';
import { progressOf } from '../progress/checklists';
import { factsOf, placeOfRecord, type Moment } from './case';
import { activeIndex } from './pack';

/** The number of open required steps of the record in view; null where there is nothing to count. */
export async function noteView(db: HandrailDb, state: TabState, moment: Moment, id: () => string): Promise<number | null> {
  const { view, readings } = state;
  const index = await activeIndex(db);
  if (view.kind !== 'record' || !index) return null;
  const { record } = view;
  const found = placeOfRecord(index, record, readings);
  if (!found) return null;
  const key = recordKey(record);
  await noteSeen(db, key, found.stageValue, moment.now);
  const progress = (await progressOf(db, key)).under(index.pack.id);
  const { ticks } = progress;
  const facts = factsOf(index, record, readings, moment, progress);
  const isMet = (debt: DebtRow): boolean => {
    const sop = debt.pack === index.pack.id ? index.pack.sops.find((candidate) => candidate.id === debt.sop) : undefined;
    const criterion = [...(sop?.entry ?? []), ...(sop?.exit ?? [])].find((candidate) => candidate.id === debt.criterion);
    if (!criterion) return false;
    const steps = stepStates(index, facts, ticks, [criterion.when]);
    return evaluate(criterion.when, { ...facts, steps }, index.words).result === 'true';
  };
  await settleMet(db, key, isMet, { now: moment.now, id });
  if (!found.place) return null;
  const { required } = outlook(index, found.place, record, facts, ticks);
  return required.total - required.done;
}
