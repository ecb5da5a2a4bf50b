/** What of a pack concerns a record while it is in one stage: what to do there, and what the guard asks on the way out. */
import { askedBy } from '../asked';
import { criterionKey } from '../criterion-key';
import type { OwnedCriterion, PackIndex } from '../index-pack';
import type { Pipeline, Sop, Stage, Step } from '../schema';

export interface Scope {
  pipeline: Pipeline;
  stage: Stage;
  /** Its SOPs. */
  sops: readonly Sop[];
  /**
   * By id, whether the rep has to do it: the steps and sub-steps of the SOPs, those that the criteria ask for, and those of the SOPs that decisions
   * may lead to. The last do not have to be done: which branch is taken is the rep's.
   */
  steps: ReadonlyMap<string, boolean>;
  /** The exit criteria of the stage, and the entry criteria of the stages that come next: the one in order, and the lost ones. By `criterionKey`. */
  criteria: ReadonlyMap<string, OwnedCriterion>;
}

/** `sales/demo`: how a stage is named where it is kept. */
export function stageName(pipeline: Pick<Pipeline, 'id'>, stage: Pick<Stage, 'id'>): string {
  return `${pipeline.id}/${stage.id}`;
}

/** Null where the pack does not have the stage. */
export function placeByName({ pack }: PackIndex, named: string): Pick<Scope, 'pipeline' | 'stage'> | null {
  const [pipelineId, stageId] = named.split('/');
  const pipeline = pack.pipelines.find(({ id }) => id === pipelineId);
  const stage = pipeline?.stages.find(({ id }) => id === stageId);
  return pipeline && stage ? { pipeline, stage } : null;
}

/** Null where the pack does not have the stage. */
export function scopeOf(index: PackIndex, named: string): Scope | null {
  const place = placeByName(index, named);
  if (!place) return null;
  const { pipeline, stage } = place;
  const sops = index.sopsOf(pipeline.id, stage.id);
  const criteria = new Map(criteriaFrom(index, pipeline, stage).map((owned) => [criterionKey(owned.sop.id, owned.criterion.id), owned]));
  return { pipeline, stage, sops, steps: stepsFrom(sops, sopsAfter(index, sops), criteria.values()), criteria };
}

/** Those that the branches of decisions lead to, from there on, too. */
function sopsAfter(index: PackIndex, first: readonly Sop[]): Sop[] {
  const found = new Set(first);
  // What is added while it is walked through is walked through as well.
  for (const sop of found) {
    for (const { to } of topSteps(sop).flatMap(({ decision }) => decision ?? [])) {
      const next = to && 'sop' in to ? index.sopById.get(to.sop) : undefined;
      if (next) found.add(next);
    }
  }
  return [...found].slice(first.length);
}

function criteriaFrom(index: PackIndex, pipeline: Pipeline, stage: Stage): OwnedCriterion[] {
  const position = pipeline.stages.indexOf(stage);
  const next = pipeline.stages.filter(({ kind }, at) => at === position + 1 || (kind === 'lost' && at !== position));
  return [...index.criteriaOf('exit', pipeline.id, stage.id), ...next.flatMap(({ id }) => index.criteriaOf('entry', pipeline.id, id))];
}

function stepsFrom(sops: readonly Sop[], branches: readonly Sop[], criteria: Iterable<OwnedCriterion>): Map<string, boolean> {
  const found = new Map<string, boolean>();
  const add = (id: string, needed: boolean): void => void found.set(id, needed || found.get(id) === true);
  for (const sop of [...sops, ...branches]) {
    for (const step of topSteps(sop)) {
      const needed = step.required && sops.includes(sop);
      add(step.id, needed);
      const parts = step.steps ?? [];
      // Where none of the parts is required, all of them count (lib/guard/step-view.ts).
      const all = parts.every(({ required }) => !required);
      for (const part of parts) add(part.id, needed && (part.required || all));
    }
  }
  for (const { criterion } of criteria) {
    for (const { kind, id } of askedBy(criterion.when)) {
      if (kind === 'step' || kind === 'answer' || kind === 'approval') add(id, criterion.severity !== 'tip');
    }
  }
  return found;
}

function topSteps({ phases }: Sop): readonly Step[] {
  return phases.flatMap(({ steps }) => steps);
}
