/** A parsed pack, indexed once so that a look-up costs what the stage holds, not what the pack holds. */
import type { Crm, RecordRef, Watch } from '../crm/adapter';
import type { Vocabulary } from '../criteria/facts';
import { append } from './append';
import { localise } from './localise';
import { type ObjectEntry, objectsOn } from './objects';
import type { Criterion, Pack, PackField, PackFile, ReasonCode, Sop, Step, SubStep, Template } from './schema';
import { wordsOf } from './words';

export type { ObjectEntry } from './objects';

/** A criterion with the SOP that sets it. */
export interface OwnedCriterion {
  sop: Sop;
  criterion: Criterion;
}

export interface PackIndex {
  pack: Pack;
  words: Vocabulary;
  fieldById: ReadonlyMap<string, PackField>;
  /** Steps and sub-steps. */
  stepById: ReadonlyMap<string, Step | SubStep>;
  sopById: ReadonlyMap<string, Sop>;
  templateById: ReadonlyMap<string, Template>;
  reasonCodeById: ReadonlyMap<string, ReasonCode>;
  watch: Readonly<Record<Crm, Watch>>;
  /** SOPs of a stage. */
  sopsOf(pipeline: string, stage: string): readonly Sop[];
  /** The criteria of a stage's SOPs: for entering it, or for leaving it. */
  criteriaOf(side: 'entry' | 'exit', pipeline: string, stage: string): readonly OwnedCriterion[];
  /** What the pack asks of a record's object in its org, or undefined where it asks nothing. */
  objectOf(record: Pick<RecordRef, 'crm' | 'org' | 'object'>): ObjectEntry | undefined;
}

/**
 * Indexes a pack in the first of the reader's languages that it has: one pass over it, then look-ups only.
 * @param languages language tags, the best first; the pack's own is the last resort
 */
export function indexPack(file: PackFile, languages: readonly string[] = []): PackIndex {
  const pack = localise(file, languages);
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
    words: wordsOf(pack, steps, file),
    fieldById: byId(pack.fields),
    stepById: byId(steps),
    sopById: byId(pack.sops),
    templateById: byId(pack.templates),
    reasonCodeById: byId(pack.reasonCodes),
    watch: { salesforce: objects.salesforce.watch, hubspot: objects.hubspot.watch },
    sopsOf: (pipeline, stage) => sops.get(`${pipeline}/${stage}`) ?? [],
    criteriaOf: (side, pipeline, stage) => owned[side].get(`${pipeline}/${stage}`) ?? [],
    objectOf: ({ crm, org, object }) => objects[crm].of(org).get(object),
  };
}

function byId<T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((entry) => [entry.id, entry]));
}

function ownedBy(sops: ReadonlyMap<string, Sop[]>, side: 'entry' | 'exit'): ReadonlyMap<string, OwnedCriterion[]> {
  return new Map([...sops].map(([key, list]) => [key, list.flatMap((sop) => sop[side].map((criterion) => ({ sop, criterion })))]));
}
