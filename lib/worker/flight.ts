/** Deals in flight: which version of its pack counts for a record, and what an update that waits would change for it. */
import type { Reading, RecordRef } from '../crm/adapter';
import type { Progress } from '../guard/progress';
import { indexPack, type PackIndex } from '../pack/load';
import type { PackFile } from '../pack/schema';
import { compareForStage, kindOf, type StageUpdate, type UpdateKind } from '../pack/update/compare-for-stage';
import { stageName } from '../pack/update/scope';
import { staleBy, type Stale } from '../pack/update/stale';
import type { HandrailDb } from '../progress/db';
import type { BegunRow, PlacedRow } from '../progress/rows';
import { placeOfRecord } from './case';

/** One version of a pack, as it is shown here. */
interface Version {
  index: PackIndex;
  file: PackFile;
}

/** The version that a record began its stage with, and the one in use. */
export interface Versions {
  before: Version;
  after: Version;
}

/** An update that the rep has not taken, and that is more than safe. */
export interface Waiting extends Versions {
  began: BegunRow;
  update: StageUpdate;
  kind: Exclude<UpdateKind, 'safe'>;
}

export interface Flight {
  /** The version that counts for the record. */
  index: PackIndex;
  waiting: Waiting | null;
}

/** What is known of the record: `did` is what the rep did under the pack. */
export interface Aboard {
  record: RecordRef;
  readings: readonly Reading[];
  placed: PlacedRow | undefined;
  did: Pick<Progress, 'ticks' | 'answers' | 'confirmed'> & { begun: BegunRow | undefined };
}

const remembered = new WeakMap<HandrailDb, Map<string, Version>>();

/** Null where nothing is in flight: the record began with the version in use, or with one that is not here any more. */
export async function versionsFor(db: HandrailDb, inUse: PackIndex, begun: BegunRow | undefined): Promise<Versions | null> {
  const { id, version } = inUse.pack;
  if (!begun || begun.pack !== id || begun.version === version) return null;
  const [before, after] = await Promise.all([versionOf(db, id, begun.version), versionOf(db, id, version)]);
  return before && after && { before, after };
}

/** Remembered while this context lives: what a version holds never changes. */
async function versionOf(db: HandrailDb, id: string, version: string): Promise<Version | null> {
  const known = remembered.get(db) ?? new Map<string, Version>();
  remembered.set(db, known);
  const name = `${id} ${version}`;
  const found = known.get(name);
  if (found) return found;
  const row = await db.packs.get([id, version]);
  if (!row) return null;
  const made = { index: indexPack(row.pack, navigator.languages), file: row.pack };
  known.set(name, made);
  return made;
}

/** Pure: the version in use, or the one before while the record is in the stage that it began with that and the difference is more than safe. */
export function flightOf(inUse: PackIndex, versions: Versions | null, { record, readings, placed, did }: Aboard): Flight {
  const landed: Flight = { index: inUse, waiting: null };
  const { begun } = did;
  if (!versions || !begun) return landed;
  const { before, after } = versions;
  const standing = placeOfRecord(before.index, record, readings, placed);
  // A stage that cannot be read has not been left, as far as anybody knows.
  const stage = standing && (standing.place ? stageName(standing.place.pipeline, standing.place.stage) : null);
  if (standing && stage !== begun.stage) return landed;
  const update = compared(versions, begun.stage, record);
  const kind = kindOf(update, markedIn(did));
  return kind === 'safe' ? landed : { index: before.index, waiting: { before, after, began: begun, update, kind } };
}

const compares = new WeakMap<PackFile, WeakMap<PackFile, Map<string, StageUpdate>>>();

function compared({ before, after }: Versions, stage: string, { crm, org, object }: RecordRef): StageUpdate {
  const from = compares.get(before.file) ?? new WeakMap<PackFile, Map<string, StageUpdate>>();
  compares.set(before.file, from);
  const known = from.get(after.file) ?? new Map<string, StageUpdate>();
  from.set(after.file, known);
  const name = [stage, crm, org, object].join(' ');
  const found = known.get(name) ?? compareForStage(...inOwnLanguage({ before, after }), stage, { crm, org, object });
  known.set(name, found);
  return found;
}

/** Compared in the pack's language, not in the reader's, which may have been given or taken away. */
function inOwnLanguage({ before, after }: Versions): [PackIndex, PackIndex] {
  const { language } = after.file;
  const inIt = ({ index, file }: Version): PackIndex => (file.languages.length === 0 ? index : indexPack(file, [language]));
  return [inIt(before), inIt(after)];
}

/** What the rep did that does not say the same in the version after, of whichever stage. */
export function staleIn(versions: Versions, { did, record }: Pick<Aboard, 'did' | 'record'>): Stale {
  const [before, after] = inOwnLanguage(versions);
  return staleBy(before, after, { marked: markedIn(did), confirmed: did.confirmed }, record);
}

/** The steps that are ticked, set aside or answered. */
function markedIn({ ticks, answers }: Pick<Progress, 'ticks' | 'answers'>): ReadonlySet<string> {
  const marked = Object.entries(ticks).filter(([, { state }]) => state !== 'open');
  return new Set([...marked.map(([step]) => step), ...Object.keys(answers)]);
}
