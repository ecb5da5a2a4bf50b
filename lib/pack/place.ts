/** From a CRM's own stage values to the pack's pipelines and stages. */
import type { Crm, RecordRef, Watch } from '../crm/adapter';
import type { PackIndex } from './index-pack';
import type { Pipeline, Stage } from './schema';
import { stageKey } from './stage-key';

/** A stage and where it stands. */
export interface Place {
  pipeline: Pipeline;
  stage: Stage;
  /** Zero-based, among the pipeline's stages. */
  position: number;
}

/**
 * The pipeline and stage that a CRM stage value means for a record's object, or null. Value or label; case and spaces do not count.
 * `crmPipeline` is what the CRM calls its pipeline, by value and label, where that is known, `stageField` the field that holds the stage where the object has
 * several. When they leave more than one, the first in the pack counts.
 */
export function placeOf(
  index: PackIndex,
  record: RecordRef,
  stageValue: string,
  crmPipeline?: readonly string[],
  stageField?: string,
): Place | null {
  return placesOf(index, record, stageValue, crmPipeline, stageField)[0] ?? null;
}

/** Every place that a CRM stage value can mean, in the pack's order: several only where pipelines share the value. */
export function placesOf(
  index: PackIndex,
  record: RecordRef,
  stageValue: string,
  crmPipeline?: readonly string[],
  stageField?: string,
): Place[] {
  const entries = index.objectOf(record)?.stages.get(stageKey(stageValue)) ?? [];
  return entries.filter(
    (entry) =>
      (stageField === undefined || entry.stageField === stageField) &&
      (crmPipeline === undefined || isOneOf(entry.crmPipelines, crmPipeline)),
  );
}

/** The stages of a pipeline, each by the CRM's own value. `crmPipeline`: what the CRM calls the pipeline, where the pack tells pipelines apart by it. */
export interface StageOptions {
  pipeline: Pipeline;
  crmPipeline?: string;
  stages: { stage: Stage; value: string }[];
}

/** Every stage that a record can be in, in the pack's order: for a rep who has to say which. */
export function stageOptions(index: PackIndex, record: Pick<RecordRef, 'crm' | 'org' | 'object'>): StageOptions[] {
  const options = new Map<Pipeline, StageOptions>();
  for (const { pipeline, stage, value, crmPipelines } of [...(index.objectOf(record)?.stages.values() ?? [])].flat()) {
    const [crmPipeline] = crmPipelines ?? [];
    const option = options.get(pipeline) ?? { pipeline, ...(crmPipeline !== undefined && { crmPipeline }), stages: [] };
    options.set(pipeline, option);
    if (option.stages.every((one) => one.stage !== stage)) option.stages.push({ stage, value });
  }
  const places = index.pack.pipelines.flatMap((pipeline) => options.get(pipeline) ?? []);
  return places.map((option) => ({ ...option, stages: option.stages.toSorted((a, b) => at(option, a.stage) - at(option, b.stage)) }));
}

const at = ({ pipeline }: StageOptions, stage: Stage): number => pipeline.stages.indexOf(stage);

function isOneOf(pipelines: ReadonlySet<string> | null, names: readonly string[]): boolean {
  return pipelines === null || names.some((name) => pipelines.has(stageKey(name)));
}

/** The stage fields of a record's object, each with its pipeline field if there is one: `[{ stage: 'StageName' }]`. */
export function stageFieldsOf(
  index: PackIndex,
  record: Pick<RecordRef, 'crm' | 'org' | 'object'>,
): readonly { stage: string; pipeline?: string }[] {
  return index.objectOf(record)?.stageFields ?? [];
}

/** Every CRM field name a pack asks about on a CRM, for the gate and the watcher. */
export function watchOf(index: PackIndex, crm: Crm): Watch {
  return index.watch[crm];
}
