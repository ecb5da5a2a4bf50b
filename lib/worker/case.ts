/** From what a tab saw and what this machine keeps to what the judge and the panel look at. Pure. */
import type { Reading, RecordRef, Source, WireMove } from '../crm/adapter';
import type { Facts } from '../criteria/facts';
import type { Move } from '../guard/move';
import { type Progress, withProgress } from '../guard/progress';
import { routeOf } from '../guard/route';
import type { PlacedRow } from '../progress/rows';
import { knownValues, placeOf, stageFieldsOf, type PackIndex, type Place } from '../pack/load';

/** The clock and the rep, passed in: milliseconds since 1970, the IANA time zone, and the rep's roles and name. */
export interface Moment {
  now: number;
  timeZone: string;
  roles?: readonly string[];
  name?: string;
}

function isOf(record: RecordRef, reading: Reading): boolean {
  return reading.record.id === record.id && reading.record.object === record.object;
}

/** The reading of a stage or pipeline field. The wire comes first: a page may already show a change that is not saved. */
function savedReading(readings: readonly Reading[], record: RecordRef, field: string | undefined): Reading | undefined {
  const own = readings.filter((reading) => reading.field === field && isOf(record, reading) && reading.value !== null);
  const newest = (source: Reading['source']) => own.filter((reading) => reading.source === source).sort((a, b) => b.at - a.at)[0];
  return newest('wire') ?? newest('page');
}

/** What the CRM calls the record's pipeline: a pack may name it by value or by label. */
function pipelineNames(readings: readonly Reading[], record: RecordRef, field: string | undefined): string[] | undefined {
  const found = savedReading(readings, record, field);
  return found && [String(found.value), ...(found.label === undefined ? [] : [found.label])];
}

/** Where a record stands. `at`: when that was read or, where `source` is `rep`, placed by hand; milliseconds since 1970. */
export interface Standing {
  stageValue: string;
  source: Source;
  at: number;
  /** Null for a stage that the pack does not know. */
  place: Place | null;
}

/**
 * Where a record stands, by what can be read of it.
 * @param placed what the rep chose by hand: it counts where nothing can be read.
 */
export function placeOfRecord(
  index: PackIndex,
  record: RecordRef,
  readings: readonly Reading[],
  placed?: Pick<PlacedRow, 'stage' | 'pipeline' | 'at'>,
): Standing | null {
  const standing = (stageValue: string, source: Source, at: number, pipelines: readonly string[] | undefined): Standing => {
    return { stageValue, source, at, place: placeOf(index, record, stageValue, pipelines) };
  };
  const fields = stageFieldsOf(index, record);
  for (const { stage, pipeline } of fields) {
    const found = savedReading(readings, record, stage);
    if (found) return standing(String(found.value), found.source, found.at, pipelineNames(readings, record, pipeline));
  }
  if (!placed || !fields[0]) return null;
  const chosen = placed.pipeline === undefined ? undefined : [placed.pipeline];
  return standing(placed.stage, 'rep', placed.at, pipelineNames(readings, record, fields[0].pipeline) ?? chosen);
}

/** What can be read of the stage that a save is about to change, and when it was read. */
export function stageBefore({ record, field }: WireMove, readings: readonly Reading[]): { stage: string; at: number } | undefined {
  const found = savedReading(readings, record, field);
  return found && { stage: String(found.value), at: found.at };
}

/** @param presumed the stage this record is thought to be in, for want of a reading. */
export function moveOf(index: PackIndex, wireMove: WireMove, readings: readonly Reading[], presumed?: string): Move {
  const { record, field, to, values } = wireMove;
  const pipelineField = stageFieldsOf(index, record).find(({ stage }) => stage === field)?.pipeline;
  const written = pipelineField === undefined ? undefined : values[pipelineField];
  return {
    record,
    field,
    from: record.id === '' ? null : (stageBefore(wireMove, readings)?.stage ?? presumed),
    to,
    pipeline: typeof written === 'string' ? [written] : pipelineNames(readings, record, pipelineField),
  };
}

/** A move that was made elsewhere, to be judged late; null where the pack does not know both of its stages. */
export function moveBetween(
  index: PackIndex,
  record: RecordRef,
  { from, to }: { from: string; to: string },
  readings: readonly Reading[],
): Move | null {
  for (const { stage: field, pipeline } of stageFieldsOf(index, record)) {
    const move: Move = { record, field, from, to, pipeline: pipelineNames(readings, record, pipeline) };
    const ends = routeOf(move, index);
    if (ends.from && ends.to) return move;
  }
  return null;
}

/**
 * What is known of a record. The steps that conditions ask for come from `stepStates`, where any are.
 * @param saved the other values in the save that is being held; they count.
 */
export function factsOf(
  index: PackIndex,
  record: RecordRef,
  readings: readonly Reading[],
  { now, timeZone, roles }: Moment,
  progress: Progress,
  saved: WireMove['values'] = {},
): Facts {
  const written = Object.entries(saved).map(([field, value]): Reading => ({ record, field, value, source: 'save', at: now }));
  const known = knownValues(index, record, [...readings, ...written]);
  const facts: Facts = { readings: known, steps: {}, answers: {}, approvals: {}, events: {}, roles, now, timeZone };
  return withProgress(index, facts, progress);
}
