/** What a new stage writes, and how it is saved: on every surface the same (facts/hubspot.md §3.4). */

import { DEAL, STAGE_FIELDS } from '../../records';
import { options } from '../options';
import { askForValues } from '../stage-prompt-state';
import type { Place } from './forms';
import type { Metadata, Stage } from './metadata';
import { knownRecord, putRecord } from './records';
import type { RecordKey, Values } from './records';
import { save } from './save';
import type { Saving } from './save';

const DAY = 86_400_000;

/** The property that holds the stage of an object; '' for objects without a pipeline. */
export const stageFieldOf = (objectTypeId: string): string => STAGE_FIELDS[objectTypeId]?.stage ?? '';

/** The values to save. A won or lost deal gets today's close date when there is none. `now` in milliseconds since 1970. */
export function stageChange(objectTypeId: string, record: Values, stage: string, stages: readonly Stage[], now: number): Values {
  const probability = stages.find((candidate) => candidate.value === stage)?.probability;
  const isClosed = objectTypeId === DEAL && (probability === 0 || probability === 1);
  const closedate = String(Math.floor(now / DAY) * DAY);
  return { [stageFieldOf(objectTypeId)]: stage, ...(isClosed && !record.closedate && { closedate }) };
}

/**
 * Moves a record to a stage. Where the portal asks for values first, they go out in the same write; when that is cancelled, the stage before
 * is written back. `done` is true when the record is in its new stage.
 */
export function moveToStage(place: Place, key: RecordKey, stage: string, { stages, properties }: Metadata): Saving {
  const before = knownRecord(key) ?? {};
  const asked = options.prompts[stage]?.flatMap((name) => properties.find((property) => property.name === name) ?? []) ?? [];
  const change = stageChange(key.objectTypeId, before, stage, stages, Date.now());
  if (asked.length === 0) return save(place, key, change);
  const label = stages.find(({ value }) => value === stage)?.label ?? stage;
  let saving: Saving | undefined;
  return { done: prompted(), abort: () => saving?.abort() };

  async function prompted(): Promise<boolean> {
    const back = { [stageFieldOf(key.objectTypeId)]: before[stageFieldOf(key.objectTypeId)] ?? '' };
    putRecord(key, { [stageFieldOf(key.objectTypeId)]: stage });
    const values = await askForValues({ label, properties: asked, values: before });
    putRecord(key, back);
    saving = save(place, key, values ? { ...change, ...values } : back);
    return (await saving.done) && values !== null;
  }
}
