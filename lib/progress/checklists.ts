/** A record's checklist: the rep's own marks on the steps of a pack. */
import type { Table } from 'dexie';
import { criterionKey } from '../pack/criterion-key';
import type { HandrailDb } from './db';
import type { AnswerRow, ApprovalRow, BegunRow, PlacedRow, SeenRow, TickRow } from './rows';
import { UnsavedRecordError } from './errors';
import { append, type Stamp } from './journal';
import { isSaved, type RecordKey } from './record-key';

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
    /** The version that the record began its stage with. */
    begun: BegunRow | undefined;
  };
}

/** What is kept of one record, whichever pack is in use. */
export async function progressOf(db: HandrailDb, record: RecordKey): Promise<Progress> {
  return (await progressOfEach(db, [record]))(record);
}

/** What is kept of each of several records, all of a held save, say: read in one go, however many they are. */
export async function progressOfEach(db: HandrailDb, records: readonly RecordKey[]): Promise<(record: RecordKey) => Progress> {
  const keys = [...new Set(records)];
  const [ticks, answers, confirmations, approvals, begun, seen, placed] = await Promise.all([
    rowsOf(db.ticks, keys),
    rowsOf(db.answers, keys),
    rowsOf(db.confirmations, keys),
    rowsOf(db.approvals, keys),
    rowsOf(db.begun, keys),
    db.seen.bulkGet(keys),
    db.placed.bulkGet(keys),
  ]);
  return (record) => {
    const at = keys.indexOf(record);
    const under = (pack: string) => {
      const isOwn = (row: { record: RecordKey; pack: string }): boolean => row.record === record && row.pack === pack;
      return {
        ticks: Object.fromEntries(ticks.filter(isOwn).map((row) => [row.step, row])),
        answers: Object.fromEntries(answers.filter(isOwn).map(({ answer, value }) => [answer, value])),
        confirmed: new Set(confirmations.filter(isOwn).map(({ sop, criterion }) => criterionKey(sop, criterion))),
        approvals: approvals.filter(isOwn),
        stageEntered: placed[at]?.at ?? (seen[at]?.stage == null ? null : seen[at].at),
        begun: begun.find(isOwn),
      };
    };
    return { seen: seen[at], placed: placed[at], under };
  };
}

/** By far the most saves are of one record, and one key is read faster than a list of one. */
function rowsOf<Row extends { record: RecordKey }, Key>(table: Table<Row, Key>, records: readonly RecordKey[]): Promise<Row[]> {
  const [only, ...more] = records;
  if (only === undefined) return Promise.resolve([]);
  const by = table.where('record');
  return (more.length === 0 ? by.equals(only) : by.anyOf(records)).toArray();
}

function pick(change: StepChange): StepChange {
  const { record, pack, step } = change;
  if (change.state === 'untouched') return { record, pack, step, state: 'untouched' };
  return { record, pack, step, state: change.state, ...(change.reason !== undefined && { reason: change.reason }) };
}
