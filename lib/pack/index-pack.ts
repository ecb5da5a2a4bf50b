/** A parsed pack, indexed once so that a look-up costs what the stage holds, not what the pack holds. */
import type { Crm, Watch } from '../crm/adapter';
import type { Vocabulary } from '../criteria/evaluate';
import { crmFieldsIn, splitCrmField } from './crm-field';
import type { Criterion, Pack, PackField, Pipeline, ReasonCode, Sop, Stage, Step, SubStep } from './schema';
import { stageKey } from './stage-key';

/** A stage, where it stands in its pipeline, and how the CRM tells that pipeline from others. */
interface StageEntry {
  pipeline: Pipeline;
  stage: Stage;
  /** Zero-based, among the pipeline's stages. */
  position: number;
  /** The CRM field that holds the stage, without its object. */
  stageField: string;
  /** The CRM's own pipeline values that it is narrowed to, as stage keys; null for every one. */
  crmPipelines: ReadonlySet<string> | null;
}

/** A criterion with the SOP that sets it. */
export interface OwnedCriterion {
  sop: Sop;
  criterion: Criterion;
}

/** What a pack asks of one object of a CRM. Field names are the CRM's own, without the object. */
export interface ObjectEntry {
  stageFields: { stage: string; pipeline?: string }[];
  /** By stage key, in the pack's order. */
  stages: ReadonlyMap<string, readonly StageEntry[]>;
  /** The pack fields that a CRM field fills. */
  fieldsByName: ReadonlyMap<string, readonly PackField[]>;
  /** The CRM field's name by pack field id. */
  nameByField: ReadonlyMap<string, string>;
}

export interface PackIndex {
  pack: Pack;
  words: Vocabulary;
  fieldById: ReadonlyMap<string, PackField>;
  /** Steps and sub-steps. */
  stepById: ReadonlyMap<string, Step | SubStep>;
  reasonCodeById: ReadonlyMap<string, ReasonCode>;
  watch: Readonly<Record<Crm, Watch>>;
  /** SOPs of a stage. */
  sopsOf(pipeline: string, stage: string): readonly Sop[];
  /** The criteria of a stage's SOPs: for entering it, or for leaving it. */
  criteriaOf(side: 'entry' | 'exit', pipeline: string, stage: string): readonly OwnedCriterion[];
  /** What the pack asks of an object, or undefined where it asks nothing. */
  objectOf(crm: Crm, object: string): ObjectEntry | undefined;
}

/** Indexes a pack: one pass over it, then look-ups only. */
export function indexPack(pack: Pack): PackIndex {
  const steps = pack.sops
    .flatMap((sop) => sop.phases)
    .flatMap((phase) => phase.steps)
    .flatMap((step) => [step, ...(step.steps ?? [])]);
  const sops = new Map<string, Sop[]>();
  for (const sop of pack.sops) for (const stage of new Set(sop.stages)) append(sops, `${sop.pipeline}/${stage}`, sop);
  const owned = { entry: ownedBy(sops, 'entry'), exit: ownedBy(sops, 'exit') };
  const objects = { salesforce: objectsOn(pack, 'salesforce'), hubspot: objectsOn(pack, 'hubspot') };
  return {
    pack,
    words: {
      fields: Object.fromEntries(pack.fields.map(({ id, label, type }) => [id, { label, type }])),
      steps: Object.fromEntries(steps.map(({ id, title }) => [id, { title }])),
      answers: {},
      approvals: {},
    },
    fieldById: byId(pack.fields),
    stepById: byId(steps),
    reasonCodeById: byId(pack.reasonCodes),
    watch: { salesforce: watchOn(objects.salesforce), hubspot: watchOn(objects.hubspot) },
    sopsOf: (pipeline, stage) => sops.get(`${pipeline}/${stage}`) ?? [],
    criteriaOf: (side, pipeline, stage) => owned[side].get(`${pipeline}/${stage}`) ?? [],
    objectOf: (crm, object) => objects[crm].get(object),
  };
}

function byId<T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((entry) => [entry.id, entry]));
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function ownedBy(sops: ReadonlyMap<string, Sop[]>, side: 'entry' | 'exit'): ReadonlyMap<string, OwnedCriterion[]> {
  return new Map([...sops].map(([key, list]) => [key, list.flatMap((sop) => sop[side].map((criterion) => ({ sop, criterion })))]));
}

interface ObjectBuilder extends ObjectEntry {
  stages: Map<string, StageEntry[]>;
  fieldsByName: Map<string, PackField[]>;
  nameByField: Map<string, string>;
}

function objectsOn(pack: Pack, crm: Crm): ReadonlyMap<string, ObjectEntry> {
  const objects = new Map<string, ObjectBuilder>();
  const objectNamed = (name: string): ObjectBuilder => {
    const entry = objects.get(name) ?? { stageFields: [], stages: new Map(), fieldsByName: new Map(), nameByField: new Map() };
    objects.set(name, entry);
    return entry;
  };
  for (const pipeline of pack.pipelines) addPipeline(pipeline, crm, objectNamed);
  for (const field of pack.fields) {
    for (const { object, name } of crmFieldsIn(field.in[crm])) {
      const entry = objectNamed(object);
      append(entry.fieldsByName, name, field);
      entry.nameByField.set(field.id, name);
    }
  }
  return objects;
}

function addPipeline(pipeline: Pipeline, crm: Crm, objectNamed: (name: string) => ObjectBuilder): void {
  const place = pipeline.in[crm];
  if (!place) return;
  const { object, name: stageField } = splitCrmField(place.stageField);
  const pipelineField = 'pipelineField' in place && place.pipelineField ? splitCrmField(place.pipelineField).name : undefined;
  const crmPipelines = 'pipelines' in place && place.pipelines ? new Set(place.pipelines.map(stageKey)) : null;
  const entry = objectNamed(object);
  if (!entry.stageFields.some(({ stage, pipeline: other }) => stage === stageField && other === pipelineField)) {
    entry.stageFields.push(pipelineField === undefined ? { stage: stageField } : { stage: stageField, pipeline: pipelineField });
  }
  for (const [position, stage] of pipeline.stages.entries()) {
    for (const key of new Set(stage.in[crm]?.map(stageKey)))
      append(entry.stages, key, { pipeline, stage, position, stageField, crmPipelines });
  }
}

function watchOn(objects: ReadonlyMap<string, ObjectEntry>): Watch {
  const stageFields = new Set<string>();
  const fields = new Set<string>();
  for (const entry of objects.values()) {
    for (const name of entry.fieldsByName.keys()) fields.add(name);
    for (const { stage, pipeline } of entry.stageFields) {
      stageFields.add(stage);
      if (pipeline !== undefined) fields.add(pipeline);
    }
  }
  return { stageFields: [...stageFields], fields: [...fields] };
}
