/** Everything out to one file, back in from one, and everything gone. */
import type { z } from '../zod';
import { type Backup, readBackup } from './backup-file';
import type { HandrailDb, PackRow } from './db';
import { append, type Stamp } from './journal';
import { type Counts, merge, mineStays, newestWins, type Rule, settledWins } from './merge';
import { activatePack, activePack } from './packs';
import { sameJson } from './same-json';

/** Where settings live: not in the database, but in every backup. */
export interface SettingsStore<Settings> {
  schema: z.ZodType<Settings>;
  get(): Promise<Settings>;
  set(settings: Settings): Promise<void>;
  clear(): Promise<void>;
}

/** What an import did. `conflicts`: packs that are here with other content under the same id and version, and were kept. */
export interface ImportReport extends Counts {
  tables: Record<keyof Backup<unknown>['tables'], Counts>;
  conflicts: { id: string; version: string }[];
}

const newest = <Row extends { at: number }>(keyOf: (row: Row) => string): Rule<Row> => ({ keyOf, wins: newestWins });

/** A consistent picture of every table, and the settings. `now` in milliseconds since 1970. To be written with JSON.stringify. */
export async function exportBackup<Settings>(db: HandrailDb, settings: SettingsStore<Settings>, now: number): Promise<Backup<Settings>> {
  const tables = await db.transaction('r', db.tables, async () => ({
    packs: await db.packs.toArray(),
    ticks: await db.ticks.toArray(),
    answers: await db.answers.toArray(),
    journal: await db.journal.toArray(),
    debts: await db.debts.toArray(),
    seen: await db.seen.toArray(),
  }));
  return { format: 'handrail-backup', version: 1, exportedAt: now, tables, settings: await settings.get() };
}

/**
 * Merge a backup file's text into what is here, in one transaction; then take over its settings. Rejects with BackupError, and changes
 * nothing, when any part of the file is unusable. Importing the same file again changes nothing more.
 */
export async function importBackup<Settings>(
  db: HandrailDb,
  settings: SettingsStore<Settings>,
  text: string,
  stamp: Stamp,
): Promise<ImportReport> {
  const backup = await readBackup(text, settings.schema);
  const report = await db.transaction('rw', db.tables, () => mergeInto(db, backup, stamp));
  await settings.set(backup.settings);
  return report;
}

/** Empty the database and the settings for good. Both can be used again at once. */
export async function deleteEverything(db: HandrailDb, settings: Pick<SettingsStore<unknown>, 'clear'>): Promise<void> {
  await db.eraseAll();
  await settings.clear();
}

async function mergeInto(db: HandrailDb, backup: Backup<unknown>, stamp: Stamp): Promise<ImportReport> {
  const theirs = backup.tables;
  const packsHere = await db.packs.toArray();
  const packs = merge(
    packsHere,
    theirs.packs.map((row) => ({ ...row, active: 0 as const })),
    { keyOf: nameOf, wins: mineStays },
  );
  const ticks = merge(
    await db.ticks.toArray(),
    theirs.ticks,
    newest((row) => JSON.stringify([row.record, row.pack, row.step])),
  );
  const answers = merge(
    await db.answers.toArray(),
    theirs.answers,
    newest((row) => JSON.stringify([row.record, row.pack, row.answer])),
  );
  const journal = merge(await db.journal.toArray(), theirs.journal, { keyOf: (event) => event.id, wins: mineStays });
  const debts = merge(await db.debts.toArray(), theirs.debts, { keyOf: (debt) => debt.id, wins: settledWins });
  const seen = merge(
    await db.seen.toArray(),
    theirs.seen,
    newest((row) => row.record),
  );

  await db.packs.bulkPut(packs.write);
  await db.ticks.bulkPut(ticks.write);
  await db.answers.bulkPut(answers.write);
  await db.journal.bulkAdd(journal.write);
  await db.debts.bulkPut(debts.write);
  await db.seen.bulkPut(seen.write);

  const tables = {
    packs: packs.counts,
    ticks: ticks.counts,
    answers: answers.counts,
    journal: journal.counts,
    debts: debts.counts,
    seen: seen.counts,
  };
  const conflicts = conflictsOf(packsHere, theirs.packs);
  const total = totalOf(Object.values(tables));
  await append(db, [{ type: 'progress-imported', exportedAt: backup.exportedAt, ...total }], stamp);
  await takeOverActive(db, theirs.packs, conflicts, stamp);
  return { ...total, tables, conflicts };
}

const nameOf = (pack: { id: string; version: string }): string => `${pack.id} ${pack.version}`;

function conflictsOf(here: readonly PackRow[], theirs: readonly PackRow[]): { id: string; version: string }[] {
  const mine = new Map(here.map((row) => [nameOf(row), row.pack]));
  return theirs
    .filter((row) => mine.has(nameOf(row)) && !sameJson(mine.get(nameOf(row)), row.pack))
    .map(({ id, version }) => ({ id, version }));
}

/** The backup's pack in use stays in use where there was none, and takes over from a starter when somebody had chosen it. */
async function takeOverActive(
  db: HandrailDb,
  theirs: readonly PackRow[],
  conflicts: readonly { id: string; version: string }[],
  stamp: Stamp,
): Promise<void> {
  const wanted = theirs.find((row) => row.active === 1);
  if (!wanted || conflicts.some((conflict) => nameOf(conflict) === nameOf(wanted))) return;
  const current = await activePack(db);
  if (!current || (current.source === 'starter' && wanted.source === 'file')) await activatePack(db, wanted.id, wanted.version, stamp);
}

function totalOf(all: readonly Counts[]): Counts {
  return all.reduce((sum, { added, updated, kept }) => ({
    added: sum.added + added,
    updated: sum.updated + updated,
    kept: sum.kept + kept,
  }));
}
