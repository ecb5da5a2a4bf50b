/** A record's checklist: the rep's own marks on the steps of a pack. */
import { criterionKey } from '../pack/criterion-key';
import { approvalsOf } from './approvals';
import { confirmationsOf } from './confirmations';
import type { AnswerRow, ApprovalRow, HandrailDb, PlacedRow, SeenRow, TickRow } from './db';
import { UnsavedRecordError } from './errors';
import { append, type Stamp } from './journal';
import { placedStage } from './placed';
import { isSaved, type RecordKey } from './record-key';
import { lastSeen } from './seen';

type StepRef = Pick<TickRow, 'record' | 'pack' | 'step'>;

/** A mark to keep, or `untouched` for none: then the step's `doneWhen` speaks again. */
export type StepChange = StepRef & ({ state: TickRow['state']; reason?: string } | { state: 'untouched' });

/** Mark one step. Resolves with what undoes it. */
export function setStep(db: HandrailDb, change: StepChange, stamp: Stamp): Promise<StepChange[]> {
  return setSteps(db, [change], stamp);
}

/**
 * Mark several steps, a parent and its sub-steps, say: all are kept and journalled, or none. Resolves with what undoes it: the marks that
 * were there, read in the same transaction.
 */
export async function setSteps(db: HandrailDb, changes: readonly StepChange[], stamp: Stamp): Promise<StepChange[]> {
  if (!changes.every((change) => isSaved(change.record))) throw new UnsavedRecordError();
  const picked = changes.map(pick);
  const keys = picked.map(({ record, pack, step }): [string, string, string] => [record, pack, step]);
  return db.transaction('rw', db.ticks, db.journal, async () => {
    const before = await db.ticks.bulkGet(keys);
    await db.ticks.bulkDelete(keys.filter((_key, at) => picked[at]?.state === 'untouched'));
    await db.ticks.bulkPut(picked.flatMap((change) => (change.state === 'untouched' ? [] : [{ ...change, at: stamp.now }])));
    await append(
      db,
      picked.map((change) => ({ type: 'step-set', ...change })),
      stamp,
    );
    return picked.map(({ record, pack, step }, at) => pick(before[at] ?? { record, pack, step, state: 'untouched' }));
  });
}

/** What a rep did about one record, and where it was last seen. */
export interface Progress {
  seen: SeenRow | undefined;
  /** The stage that the rep chose by hand, where its page cannot be read. */
  placed: PlacedRow | undefined;
  /** What was done under one pack, and since when the record has been in its stage. */
  under(pack: string): {
    ticks: Record<string, TickRow>;
    answers: Record<string, AnswerRow['value']>;
    /** The criteria that the rep stands for where they cannot be seen, by `criterionKey`. */
    confirmed: ReadonlySet<string>;
    /** Those that have run out too. */
    approvals: ApprovalRow[];
    stageEntered: number | null;
  };
}

/** Read in one go, whichever pack is in use. */
export async function progressOf(db: HandrailDb, record: RecordKey): Promise<Progress> {
  const [ticks, answers, confirmations, approvals, seen, placed] = await Promise.all([
    db.ticks.where({ record }).toArray(),
    db.answers.where({ record }).toArray(),
    confirmationsOf(db, record),
    approvalsOf(db, record),
    lastSeen(db, record),
    placedStage(db, record),
  ]);
  return {
    seen,
    placed,
    under: (pack) => ({
      ticks: Object.fromEntries(ticks.filter((row) => row.pack === pack).map((row) => [row.step, row])),
      answers: Object.fromEntries(answers.filter((row) => row.pack === pack).map(({ answer, value }) => [answer, value])),
      confirmed: new Set(confirmations.filter((row) => row.pack === pack).map(({ sop, criterion }) => criterionKey(sop, criterion))),
      approvals: approvals.filter((row) => row.pack === pack),
      stageEntered: placed?.at ?? seen?.at ?? null,
    }),
  };
}

function pick(change: StepChange): StepChange {
  const { record, pack, step } = change;
  if (change.state === 'untouched') return { record, pack, step, state: 'untouched' };
  return { record, pack, step, state: change.state, ...(change.reason !== undefined && { reason: change.reason }) };
}
