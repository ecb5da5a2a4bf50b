/** What a pack asks of each object of a CRM, and what is different in one org. */
import type { Crm, Watch } from '../crm/adapter';
import { append } from './append';
import { crmFieldsIn, splitCrmField } from './crm-field';
import type { Pack, PackField, Pipeline, Stage } from './schema';
import { stageKey } from './stage-key';

/** Salesforce narrows a pipeline by the record's type. The field is on every object that has record types. */
const recordTypeField = 'RecordTypeId';

/** A stage, where it stands in its pipeline, and how the CRM tells that pipeline from others. */
interface StageEntry {
  pipeline: Pipeline;
  stage: Stage;
  /** Zero-based, among the pipeline's stages. */
  position: number;
  /** The CRM field that holds the stage, without its object. */
  stageField: string;
  /** The CRM's own value, as the pack writes it. */
  value: string;
  /** The CRM's own pipeline values that it is narrowed to, as stage keys; null for every one. */
  crmPipelines: ReadonlySet<string> | null;
}

/** What a pack asks of one object of a CRM. Field names are the CRM's own, without the object. */
export interface ObjectEntry {
  stageFields: readonly { stage: string; pipeline?: string }[];
  /** By stage key, in the pack's order. */
  stages: ReadonlyMap<string, readonly StageEntry[]>;
  /** The pack fields that a CRM field fills. */
  fieldsByName: ReadonlyMap<string, readonly PackField[]>;
  /** The CRM field's name by pack field id. */
  nameByField: ReadonlyMap<string, string>;
}

interface ObjectBuilder extends ObjectEntry {
  stageFields: { stage: string; pipeline?: string }[];
  stages: Map<string, StageEntry[]>;
  fieldsByName: Map<string, PackField[]>;
  nameByField: Map<string, string>;
}

type Org = Pack['orgs'][number];
type Objects = ReadonlyMap<string, ObjectEntry>;

/** The objects of a CRM by name: `of` an org, and the `watch` list of all of them together. */
export function objectsOn(pack: Pack, crm: Crm): { of(org: string): Objects; watch: Watch } {
  const everywhere = objectsIn(pack, crm, null);
  const special = new Map(
    pack.orgs.filter((org) => org.crm === crm).map((org) => [org.org.toLowerCase(), objectsIn(pack, crm, org)] as const),
  );
  return { of: (org) => special.get(org.toLowerCase()) ?? everywhere, watch: watchOn([everywhere, ...special.values()]) };
}

function objectsIn(pack: Pack, crm: Crm, org: Org | null): Objects {
  const objects = new Map<string, ObjectBuilder>();
  const objectNamed = (name: string): ObjectBuilder => {
    const entry = objects.get(name) ?? { stageFields: [], stages: new Map(), fieldsByName: new Map(), nameByField: new Map() };
    objects.set(name, entry);
    return entry;
  };
  for (const pipeline of pack.pipelines) addPipeline(pipeline, crm, org, objectNamed);
  for (const field of pack.fields) {
    const mapping = org?.fields.find((special) => special.field === field.id)?.in ?? field.in[crm];
    for (const { object, name } of crmFieldsIn(mapping)) {
      const entry = objectNamed(object);
      append(entry.fieldsByName, name, field);
      entry.nameByField.set(field.id, name);
    }
  }
  return objects;
}

function addPipeline(pipeline: Pipeline, crm: Crm, org: Org | null, objectNamed: (name: string) => ObjectBuilder): void {
  const place = placeIn(pipeline, crm);
  if (!place) return;
  const { object, name: stageField } = splitCrmField(place.stageField);
  const crmPipelines = place.pipelines ? new Set(place.pipelines.map(stageKey)) : null;
  const entry = objectNamed(object);
  addStageField(entry, stageField, place.pipelineField);
  for (const [position, stage] of pipeline.stages.entries()) {
    const values = org?.stages.find((special) => special.pipeline === pipeline.id && special.stage === stage.id)?.in ?? stage.in[crm];
    for (const [key, value] of new Map(values?.map((one) => [stageKey(one), one])))
      append(entry.stages, key, { pipeline, stage, position, stageField, value, crmPipelines });
  }
}

/** Pipelines that share a stage field are told apart by one pipeline field, whichever of them names it. */
function addStageField({ stageFields }: ObjectBuilder, stage: string, pipeline: string | undefined): void {
  const known = stageFields.find((field) => field.stage === stage);
  if (!known) stageFields.push(pipeline === undefined ? { stage } : { stage, pipeline });
  else known.pipeline ??= pipeline;
}

function placeIn(pipeline: Pipeline, crm: Crm): { stageField: string; pipelineField?: string; pipelines?: readonly string[] } | null {
  if (crm === 'salesforce') {
    const { salesforce } = pipeline.in;
    if (!salesforce) return null;
    const { stageField, recordTypes } = salesforce;
    return recordTypes ? { stageField, pipelineField: recordTypeField, pipelines: recordTypes } : { stageField };
  }
  const { hubspot } = pipeline.in;
  if (!hubspot) return null;
  return { ...hubspot, ...(hubspot.pipelineField !== undefined && { pipelineField: splitCrmField(hubspot.pipelineField).name }) };
}

function watchOn(all: readonly Objects[]): Watch {
  const stageFields = new Set<string>();
  const fields = new Set<string>();
  for (const entry of all.flatMap((objects) => [...objects.values()])) {
    for (const name of entry.fieldsByName.keys()) fields.add(name);
    for (const { stage, pipeline } of entry.stageFields) {
      stageFields.add(stage);
      if (pipeline !== undefined) fields.add(pipeline);
    }
  }
  return { stageFields: [...stageFields], fields: [...fields] };
}
