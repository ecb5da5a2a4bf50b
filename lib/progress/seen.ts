/** The stage each record was last seen in, the stages that saves of this browser are about to bring, and what a new sighting means beside them. */
import type { HandrailDb } from './db';
import type { PlacedRow, SeenRow } from './rows';
import { isSaved, type RecordKey } from './record-key';

/** A record's stage as a reading tells it, by the CRM's own value; `at` is the reading's time, in milliseconds since 1970. */
export interface StageSighting {
  record: RecordKey;
  stage: string;
  at: number;
}

/** A save that the guard let go: `from` is what the readings told of the record's stage before it, if anything. */
export interface ReleasedSave {
  record: RecordKey;
  to: string;
  from?: Pick<StageSighting, 'stage' | 'at'>;
}

/** For so long after a save of ours only its own stage is believed: pages and search indexes lag behind. Milliseconds. */
const SETTLE_MS = 60_000;
/** For so long a save of ours explains its stage, whatever else is seen meanwhile. Milliseconds. */
const EXPLAINS_MS = 10 * 60_000;
/** Saves in a row, faster than their stages are seen. */
const MOST_EXPECTED = 5;

/**
 * What a sighting says: `none`: nothing, or nothing that is to be believed; `first`: the record was not seen before; `explained`: by a save of
 * ours; `elsewhere`: by none. `row`: what to keep, null where it stays as it is.
 */
export interface News {
  kind: 'none' | 'first' | 'explained' | 'elsewhere';
  row: SeenRow | null;
}

/** Pure. */
export function newsOf(before: SeenRow | undefined, { record, stage, at: told }: StageSighting, now: number): News {
  // Never later than now, so that a page with a wrong clock cannot silence what comes after it.
  const at = Math.min(told, now);
  const expected = before?.expected ?? [];
  // What a save explains for good is over as soon as another stage is seen; what it explains for a while lasts that long.
  const lasting = expected.filter((save) => at <= save.at + EXPLAINS_MS);
  const seen: SeenRow = { record, stage, at, ...(lasting.length > 0 && { expected: lasting }) };
  if (!before || before.stage === null) return isEarly(stage, at, expected, now) ? nothing : { kind: 'first', row: seen };
  if (before.stage === stage) return lasting.length === expected.length ? nothing : { kind: 'none', row: { ...seen, at: before.at } };
  if ((at < before.at && before.at <= now) || isEarly(stage, at, expected, now)) return nothing;
  // A sighting from before the last save has settled is no proof that the saves before it came to nothing.
  const proven = before.at < (expected.at(-1)?.at ?? 0) + SETTLE_MS ? 0 : before.at;
  const isOurs = expected.some((save) => save.stage === stage && (lasting.includes(save) || proven <= save.at));
  return { kind: isOurs ? 'explained' : 'elsewhere', row: seen };
}

const nothing: News = { kind: 'none', row: null };

/** A save is on its way, and this is not the stage that it brings. */
function isEarly(stage: string, at: number, expected: NonNullable<SeenRow['expected']>, now: number): boolean {
  const save = expected.at(-1);
  return save !== undefined && save.stage !== stage && at < save.at + SETTLE_MS && save.at <= now;
}

/** Keep what saves of ours are about to bring. One transaction for all of them; a stage placed by hand moves along. */
export async function expectStages(db: HandrailDb, saves: readonly ReleasedSave[], now: number): Promise<void> {
  const kept = saves.filter(({ record }) => isSaved(record));
  if (kept.length === 0) return;
  const records = [...new Set(kept.map(({ record }) => record))];
  await db.transaction('rw', db.seen, db.placed, async () => {
    const [seen, placed] = await Promise.all([db.seen.bulkGet(records), db.placed.bulkGet(records)]);
    const rows = new Map(seen.flatMap((row) => (row ? [[row.record, row] as const] : [])));
    for (const save of kept) rows.set(save.record, expecting(rows.get(save.record), save, now));
    await db.seen.bulkPut([...rows.values()]);
    const to = new Map(kept.map((save) => [save.record, save.to]));
    await db.placed.bulkPut(placed.flatMap((row) => (row ? [{ ...row, stage: to.get(row.record) ?? row.stage, at: now }] : [])));
  });
}

function expecting(before: SeenRow | undefined, { record, to, from }: ReleasedSave, now: number): SeenRow {
  const told = from && newsOf(before, { record, ...from }, now);
  // What no save of ours explains is for `noteStage` to notice.
  const row = (told?.kind === 'elsewhere' ? null : told?.row) ?? before ?? { record, stage: null, at: now };
  const others = (row.expected ?? []).filter(({ stage }) => stage !== to);
  return { ...row, expected: [...others, { stage: to, at: now }].slice(-MOST_EXPECTED) };
}

/** Where a record stands by the best of what is kept, for want of a reading: the newest of what was seen, expected and placed by hand. */
export function presumedStage(seen: SeenRow | undefined, placed: PlacedRow | undefined): string | undefined {
  const coming = seen?.expected?.at(-1);
  const last = seen && coming && coming.at >= seen.at ? coming : seen;
  return (placed && placed.at >= (last?.at ?? 0) ? placed : last)?.stage ?? undefined;
}

export function lastSeen(db: HandrailDb, record: RecordKey): Promise<SeenRow | undefined> {
  return db.seen.get(record);
}
