/** Which version of a pack each record began its stage with, and the updates that were taken or put off since. */
import type { Stale } from '../pack/update/stale';
import { takeBackConfirmation, confirm } from './confirmations';
import { setSteps, type StepChange } from './checklists';
import type { HandrailDb } from './db';
import type { BegunRow, ConfirmationRow } from './rows';
import { append, type Stamp } from './journal';
import { isSaved, type RecordKey } from './record-key';

type BegunKey = Pick<BegunRow, 'record' | 'pack'>;

/** An update that was taken: what there was before. */
export interface Taken {
  row: BegunRow;
  marks: readonly StepChange[];
  confirmations: readonly ConfirmationRow[];
}

/**
 * Keep that a record has begun a stage, under the version that is in use then. Where it was under another version before, that is an update, and
 * what is stale is reset. Nothing is written where it stands so already.
 */
export async function begin(db: HandrailDb, began: Omit<BegunRow, 'at' | 'putOff'>, stale: Stale, stamp: Stamp): Promise<void> {
  if (!isSaved(began.record)) return;
  const { record, pack, version, stage } = began;
  await changing(db, async () => {
    const before = await db.begun.get([record, pack]);
    if (before?.version === version && before.stage === stage) return;
    await db.begun.put({ record, pack, version, stage, at: stamp.now });
    if (before && before.version !== version) await reset(db, before, version, stale, stamp);
  });
}

/**
 * Go on to another version in the middle of a stage: all of it or nothing. Resolves with what undoes it; null where the record is not under the
 * version `from` any more, and then nothing is changed.
 */
export async function takeUpdate(
  db: HandrailDb,
  { record, pack, from, to }: BegunKey & { from: string; to: string },
  stale: Stale,
  stamp: Stamp,
): Promise<Taken | null> {
  return changing(db, async () => {
    const row = await db.begun.get([record, pack]);
    if (row?.version !== from) return null;
    await db.begun.put({ record, pack, version: to, stage: row.stage, at: row.at });
    return { row, ...(await reset(db, row, to, stale, stamp)) };
  });
}

/** Take an update back: the version of before counts again, and the marks of before are there again. */
export async function takeBackUpdate(db: HandrailDb, { row, marks, confirmations }: Taken, stamp: Stamp): Promise<void> {
  await changing(db, async () => {
    const { record, pack, version } = row;
    const now = await db.begun.get([record, pack]);
    // It has gone on meanwhile.
    if (now?.stage !== row.stage || now.at !== row.at) return;
    await db.begun.put(row);
    await append(db, [{ type: 'update-taken', record, pack, from: now.version, version, reset: [] }], stamp);
    await setSteps(db, marks, stamp);
    await confirm(db, confirmations, stamp);
  });
}

/** Stay with the version that the stage was begun with until the next stage, whatever `version` brings. */
export async function putOff(db: HandrailDb, { record, pack, version }: BegunKey & { version: string }, stamp: Stamp): Promise<void> {
  await changing(db, async () => {
    const row = await db.begun.get([record, pack]);
    if (!row || row.version === version || row.putOff === version) return;
    await db.begun.put({ ...row, putOff: version });
    await append(db, [{ type: 'update-put-off', record, pack, from: row.version, version }], stamp);
  });
}

/** An update that a record has taken in the middle of its stage. `at` in milliseconds since 1970. */
export interface TakenUpdate {
  from: string;
  version: string;
  at: number;
}

/** The last one, by a record's own part of the log; null where the stage is under the version that it was begun with. */
export async function lastUpdate(db: HandrailDb, record: RecordKey, pack: string): Promise<TakenUpdate | null> {
  const [row, events] = await Promise.all([db.begun.get([record, pack]), db.journal.where('record').equals(record).toArray()]);
  const taken = events.flatMap((event) =>
    event.type === 'update-taken' && event.pack === pack && row && event.at > row.at ? [event] : [],
  );
  const last = taken.toSorted((a, b) => b.at - a.at)[0];
  return last ? { from: last.from, version: last.version, at: last.at } : null;
}

function changing<Result>(db: HandrailDb, work: () => Promise<Result>): Promise<Result> {
  return db.transaction('rw', [db.begun, db.ticks, db.answers, db.confirmations, db.journal], work);
}

/** What was answered is the rep's own words and stays; its step is open, to be looked at again. */
async function reset(db: HandrailDb, { record, pack, version: from }: BegunRow, version: string, { steps, criteria }: Stale, stamp: Stamp) {
  const answers = await db.answers.bulkGet(steps.map((step): [string, string, string] => [record, pack, step]));
  const confirmed = await db.confirmations.bulkGet(
    criteria.map(({ sop, criterion }): [string, string, string, string] => [record, pack, sop, criterion]),
  );
  await append(db, [{ type: 'update-taken', record, pack, from, version, reset: [...steps] }], stamp);
  const marks = await setSteps(
    db,
    steps.map((step, at) => ({ record, pack, step, state: answers[at] ? 'open' : 'untouched' })),
    stamp,
  );
  const confirmations = confirmed.filter((row) => row !== undefined);
  for (const row of confirmations) await takeBackConfirmation(db, row, stamp);
  return { marks, confirmations };
}
