/** A tab told what it shows: remembers the stage, closes what is made good by now, and counts what is open for the badge. */
import { evaluate } from '../criteria/evaluate';
import { outlook, stepStates } from '../guard/outlook';
import type { TabState } from '../messages/protocol';
import { progressOf } from '../progress/checklists';
import { recordKey, type DebtRow, type HandrailDb } from '../progress/db';
import { expireDebts, openDebts, settleMet } from '../progress/debts';
import { closeElsewhere, noteStage, openElsewhere } from '../progress/elsewhere';
import { newsOf } from '../progress/seen';
import { factsOf, placeOfRecord, type Moment } from './case';
import { judgeLate, type Known, wayBetween } from './catch-up';
import { activeIndex } from './pack';

/** What is open on the record in view. */
export interface OpenWork {
  /** Required steps of its stage. */
  steps: number;
  /** Overrides to make good. */
  debts: number;
  /** Moves made elsewhere to catch up on. */
  catchUps: number;
}

/** What is open on the record in view; null where there is nothing to count. */
export async function noteView(db: HandrailDb, { view, readings }: TabState, moment: Moment, id: () => string): Promise<OpenWork | null> {
  const index = await activeIndex(db);
  if (view.kind !== 'record' || !index) return null;
  const { record } = view;
  const key = recordKey(record);
  const stamp = { now: moment.now, id };
  const before = await progressOf(db, key);
  const standing = placeOfRecord(index, record, readings, before.placed);
  const known = (progress = before): Known => {
    const own = progress.under(index.pack.id);
    return { index, record, readings, progress: own, facts: factsOf(index, record, readings, moment, own) };
  };
  let now = known();
  if (standing && standing.source !== 'rep') {
    const sighting = { record: key, stage: standing.stageValue, at: standing.at };
    if (before.placed || newsOf(before.seen, sighting, moment.now).row) {
      await noteStage(db, sighting, (from) => wayBetween(now, { from, to: sighting.stage }), stamp);
      // The time in the stage counts anew.
      now = known(await progressOf(db, key));
    }
  }
  await expireDebts(db, key, stamp);
  await settleMet(db, key, (debt) => isMet(debt, now), stamp);
  const [debts, elsewhere] = await Promise.all([openDebts(db, key), openElsewhere(db, key)]);
  const late = elsewhere && judgeLate(now, elsewhere);
  if (late?.gaps.length === 0 && elsewhere) await closeElsewhere(db, elsewhere.id, 'met', index.pack.id, stamp);
  if (!standing?.place && debts.length === 0 && !late?.gaps.length) return null;
  const required = standing?.place && outlook(index, standing.place, record, now.facts, now.progress.ticks).required;
  return { steps: required ? required.total - required.done : 0, debts: debts.length, catchUps: late?.gaps.length ? 1 : 0 };
}

function isMet(debt: DebtRow, { index, facts, progress }: Known): boolean {
  const sop = debt.pack === index.pack.id ? index.pack.sops.find((candidate) => candidate.id === debt.sop) : undefined;
  const criterion = [...(sop?.entry ?? []), ...(sop?.exit ?? [])].find((candidate) => candidate.id === debt.criterion);
  if (!criterion) return false;
  const steps = stepStates(index, facts, progress.ticks, [criterion.when]);
  return evaluate(criterion.when, { ...facts, steps }, index.words).result === 'true';
}
