/** A tab told what it shows: remembers the stage, closes what is made good by now, and counts what is open for the badge. */
import type { Reading, RecordRef } from '../crm/adapter';
import { evaluate } from '../criteria/evaluate';
import { outlook, stepStates } from '../guard/outlook';
import type { TabState } from '../messages/protocol';
import type { PackIndex } from '../pack/load';
import { progressOf, type Progress } from '../progress/checklists';
import { recordKey, type HandrailDb } from '../progress/db';
import type { DebtRow } from '../progress/rows';
import { expireDebts, openDebts, settleMet } from '../progress/debts';
import { closeElsewhere, noteStage, openElsewhere } from '../progress/elsewhere';
import { newsOf } from '../progress/seen';
import { factsOf, placeOfRecord, type Moment } from './case';
import { judgeLate, type Known, wayBetween } from './catch-up';
import { flightOf, versionsFor, type Aboard } from './flight';
import { noteBegun } from './note-begun';
import { packsInUse } from './pack';

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
  if (view.kind !== 'record') return null;
  const { record } = view;
  const inUse = (await packsInUse(db)).of(record)?.index;
  if (!inUse) return null;
  const key = recordKey(record);
  const stamp = { now: moment.now, id };
  const look = async () => lookAt(db, inUse, { record, readings }, moment, await progressOf(db, key));
  const before = await look();
  const { standing } = before;
  let now = before;
  if (standing && standing.source !== 'rep') {
    const sighting = { record: key, stage: standing.stageValue, at: standing.at };
    if (before.aboard.placed || newsOf(before.seen, sighting, moment.now).row) {
      await noteStage(db, sighting, (from) => wayBetween(before.known, { from, to: sighting.stage }), stamp);
      // The time in the stage counts anew.
      now = await look();
    }
  }
  // A sighting that is not believed, during a save of ours, say, begins nothing.
  const isBelieved = standing?.source === 'rep' || standing?.stageValue === now.seen?.stage;
  if (standing?.place && isBelieved && (await noteBegun(db, inUse, now, now.aboard, standing.place, stamp))) now = await look();
  await expireDebts(db, key, stamp);
  await settleMet(db, key, (debt) => isMet(debt, now.known), stamp);
  const [debts, elsewhere] = await Promise.all([openDebts(db, key), openElsewhere(db, key)]);
  const late = elsewhere && judgeLate(now.known, elsewhere);
  if (late?.gaps.length === 0 && elsewhere) await closeElsewhere(db, elsewhere.id, 'met', inUse.pack.id, stamp);
  if (!now.standing?.place && debts.length === 0 && !late?.gaps.length) return null;
  const { index, facts, progress } = now.known;
  const required = now.standing?.place && outlook(index, now.standing.place, record, facts, progress.ticks).required;
  return { steps: required ? required.total - required.done : 0, debts: debts.length, catchUps: late?.gaps.length ? 1 : 0 };
}

/** The record by the version of the pack that counts for it. */
async function lookAt(
  db: HandrailDb,
  inUse: PackIndex,
  { record, readings }: { record: RecordRef; readings: readonly Reading[] },
  moment: Moment,
  { seen, placed, under }: Progress,
) {
  const did = under(inUse.pack.id);
  const aboard: Aboard = { record, readings, placed, did };
  const versions = await versionsFor(db, inUse, did.begun);
  const flight = flightOf(inUse, versions, aboard);
  const { index } = flight;
  const known: Known = { index, record, readings, progress: did, facts: factsOf(index, record, readings, moment, did) };
  return { seen, aboard, versions, flight, known, standing: placeOfRecord(index, record, readings, placed) };
}

function isMet(debt: DebtRow, { index, facts, progress }: Known): boolean {
  const sop = debt.pack === index.pack.id ? index.pack.sops.find((candidate) => candidate.id === debt.sop) : undefined;
  const criterion = [...(sop?.entry ?? []), ...(sop?.exit ?? [])].find((candidate) => candidate.id === debt.criterion);
  if (!criterion) return false;
  const steps = stepStates(index, facts, progress.ticks, [criterion.when]);
  return evaluate(criterion.when, { ...facts, steps }, index.words).result === 'true';
}
