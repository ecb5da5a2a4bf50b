/** Everything out to one file, back in from one, and everything gone. */
import type { z } from '../zod';
import { type Backup, BACKUP_VERSION, readBackup } from './backup-file';
import type { HandrailDb } from './db';
import type { PackRow } from './rows';
import { append, type Stamp } from './journal';
import { type Counts, merge, mineStays, newestWins, type Rule, settledWins } from './merge';
import { activatePack, byPrecedence, packsInUse } from './packs';
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

const newest = <Row extends { at: number }>(key: readonly (keyof Row)[]): Rule<Row> => ({
  keyOf: (row) => JSON.stringify(key.map((part) => row[part])),
  wins: newestWins,
});

/** A consistent picture of what the person did and has, and the settings; what is left out says backup-file.ts. `now` in milliseconds since 1970. To be written with JSON.stringify. */
export async function exportBackup<Settings>(db: HandrailDb, settings: SettingsStore<Settings>, now: number): Promise<Backup<Settings>> {
  const tables = await db.transaction('r', db.tables, async () => ({
    packs: await db.packs.toArray(),
    ticks: await db.ticks.toArray(),
    answers: await db.answers.toArray(),
    journal: await db.journal.toArray(),
    debts: await db.debts.toArray(),
    seen: await db.seen.toArray(),
    confirmations: await db.confirmations.toArray(),
    elsewhere: await db.elsewhere.toArray(),
    approvals: await db.approvals.toArray(),
    placed: await db.placed.toArray(),
    begun: await db.begun.toArray(),
  }));
  return { format: 'handrail-backup', version: BACKUP_VERSION, exportedAt: now, tables, settings: await settings.get() };
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
  const inactive = theirs.packs.map(restored);
  const tables = {
    packs: await bring(db.packs, inactive, { keyOf: nameOf, wins: mineStays }),
    ticks: await bring(db.ticks, theirs.ticks, newest(['record', 'pack', 'step'])),
    answers: await bring(db.answers, theirs.answers, newest(['record', 'pack', 'answer'])),
    journal: await bring(db.journal, theirs.journal, { keyOf: ({ id }) => id, wins: mineStays }),
    debts: await bring(db.debts, theirs.debts, { keyOf: ({ id }) => id, wins: settledWins }),
    seen: await bring(db.seen, theirs.seen, newest(['record'])),
    confirmations: await bring(db.confirmations, theirs.confirmations, newest(['record', 'pack', 'sop', 'criterion'])),
    elsewhere: await bring(db.elsewhere, theirs.elsewhere, { keyOf: ({ id }) => id, wins: settledWins }),
    approvals: await bring(db.approvals, theirs.approvals, newest(['record', 'pack', 'approval'])),
    placed: await bring(db.placed, theirs.placed, newest(['record'])),
    begun: await bring(db.begun, theirs.begun, newest(['record', 'pack'])),
  };
  await settleOlder(db, stamp.now);
  const conflicts = conflictsOf(packsHere, theirs.packs);
  const total = totalOf(Object.values(tables));
  await append(db, [{ type: 'progress-imported', exportedAt: backup.exportedAt, ...total }], stamp);
  await takeOverActive(db, theirs.packs, conflicts, stamp);
  return { ...total, tables, conflicts };
}

/** A file that anybody can write must not say that a pack came with Handrail, whose packs are trusted, nor whose rules it holds. */
function restored({ activeAt: _at, ...row }: PackRow): PackRow {
  return { ...row, source: 'file', layer: 'personal', active: 0 };
}

async function bring<Row>(
  table: { toArray: () => PromiseLike<Row[]>; bulkPut: (rows: readonly Row[]) => PromiseLike<unknown> },
  theirs: readonly Row[],
  rule: Rule<Row>,
): Promise<Counts> {
  const { write, counts } = merge(await table.toArray(), theirs, rule);
  await table.bulkPut(write);
  return counts;
}

/** A record has one open catch-up at most: where both sides had one, the newer stays open. */
async function settleOlder(db: HandrailDb, now: number): Promise<void> {
  const open = (await db.elsewhere.filter(({ state }) => state === 'open').toArray()).sort((a, b) => b.at - a.at);
  const met = new Set<string>();
  const older = open.filter(({ record }) => met.size === met.add(record).size);
  await db.elsewhere.bulkPut(older.map((row) => ({ ...row, state: 'settled', closedAt: now })));
}

const nameOf = (pack: { id: string; version: string }): string => `${pack.id} ${pack.version}`;

function conflictsOf(here: readonly PackRow[], theirs: readonly PackRow[]): { id: string; version: string }[] {
  const mine = new Map(here.map((row) => [nameOf(row), row.pack]));
  return theirs
    .filter((row) => mine.has(nameOf(row)) && !sameJson(mine.get(nameOf(row)), row.pack))
    .map(({ id, version }) => ({ id, version }));
}

/** The backup's first pack in use stays in use where there was none, and takes over from a starter when somebody had chosen it. */
async function takeOverActive(
  db: HandrailDb,
  theirs: readonly PackRow[],
  conflicts: readonly { id: string; version: string }[],
  stamp: Stamp,
): Promise<void> {
  const [wanted] = theirs.filter((row) => row.active === 1).sort(byPrecedence);
  if (!wanted || conflicts.some((conflict) => nameOf(conflict) === nameOf(wanted))) return;
  const current = await packsInUse(db);
  const yields = wanted.source !== 'starter' && current.every(({ source }) => source === 'starter');
  if (current.length === 0 || yields) await activatePack(db, wanted.id, wanted.version, stamp);
}

function totalOf(all: readonly Counts[]): Counts {
  return all.reduce((sum, { added, updated, kept }) => ({
    added: sum.added + added,
    updated: sum.updated + updated,
    kept: sum.kept + kept,
  }));
}
