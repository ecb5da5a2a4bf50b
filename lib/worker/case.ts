/** From what a tab saw and what this machine keeps to what the judge and the panel look at. Pure. */
import type { Reading, RecordRef, WireMove } from '../crm/adapter';
import type { Facts } from '../criteria/facts';
import type { Move } from '../guard/move';
import { type Progress, withProgress } from '../guard/progress';
import { knownValues, placeOf, stageFieldsOf, type PackIndex, type Place } from '../pack/load';

/** The clock and the rep, passed in: milliseconds since 1970, the IANA time zone, and the roles that the rep has said to have. */
export interface Moment {
  now: number;
  timeZone: string;
  roles?: readonly string[];
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

function savedValue(readings: readonly Reading[], record: RecordRef, field: string): string | undefined {
  const found = savedReading(readings, record, field);
  return found && String(found.value);
}

/** What the CRM calls the record's pipeline: a pack may name it by value or by label. */
function pipelineNames(readings: readonly Reading[], record: RecordRef, field: string | undefined): string[] | undefined {
  const found = savedReading(readings, record, field);
  return found && [String(found.value), ...(found.label === undefined ? [] : [found.label])];
}

/** Where a record stands, by what can be read of it. */
export function placeOfRecord(
  index: PackIndex,
  record: RecordRef,
  readings: readonly Reading[],
): { stageValue: string; place: Place | null } | null {
  for (const { stage, pipeline } of stageFieldsOf(index, record)) {
    const stageValue = savedValue(readings, record, stage);
    if (stageValue !== undefined)
      return { stageValue, place: placeOf(index, record, stageValue, pipelineNames(readings, record, pipeline)) };
  }
  return null;
}

/** @param lastSeen the stage this record was last seen in, for a record whose stage cannot be read now. */
export function moveOf(index: PackIndex, { record, field, to, values }: WireMove, readings: readonly Reading[], lastSeen?: string): Move {
  const pipelineField = stageFieldsOf(index, record).find(({ stage }) => stage === field)?.pipeline;
  const written = pipelineField === undefined ? undefined : values[pipelineField];
  return {
    record,
    field,
    from: record.id === '' ? null : (savedValue(readings, record, field) ?? lastSeen),
    to,
    pipeline: typeof written === 'string' ? [written] : pipelineNames(readings, record, pipelineField),
  };
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
