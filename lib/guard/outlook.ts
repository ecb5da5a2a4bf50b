/** What the panel shows of a record: the SOPs of its stage, each step's state and each exit criterion's. Pure. */
import type { RecordRef } from '../crm/adapter';
import { evaluate } from '../criteria/evaluate';
import type { Facts, Trace } from '../criteria/facts';
import type { Truth } from '../criteria/condition';
import { sentenceOf } from '../criteria/sentence';
import { askedBy } from '../pack/asked';
import type { PackIndex } from '../pack/load';
import type { Criterion, Phase, Pipeline, Sop, Stage } from '../pack/schema';
import { applies } from './targeting';
import { stepStates, type StepView, type Ticks, viewOfStep } from './step-view';

export { stepStates, type StepState, type StepView, type Ticks } from './step-view';

export interface CriterionView {
  criterion: Criterion;
  result: Truth;
  /** What has to hold, with what is known: "Budget is filled (it is empty)". */
  sentence: string;
  trace: Trace[];
  /** The field's own name on this CRM, for "take me there". */
  crmField?: string;
}

export interface Count {
  done: number;
  total: number;
}

export interface SopView {
  sop: Sop;
  /** What an SOP that may not be for this record depends on; null for one that is. */
  onlyIf: string | null;
  phases: { phase: Phase; steps: StepView[] }[];
  exit: CriterionView[];
}

export interface Outlook {
  pipeline: Pipeline;
  stage: Stage;
  /** Zero-based, among the pipeline's stages. */
  position: number;
  sops: SopView[];
  /** Top-level steps over all SOPs of the stage. */
  required: Count;
  optional: Count;
}

/**
 * `facts.steps` is ignored: the outlook works out each step's state from `ticks` and `doneWhen`, and judges the criteria with that.
 * Criteria are shown as they are: `ifUnknown` and `to` speak of moves, and there is none yet. A step that is not applicable counts as done.
 */
export function outlook(
  index: PackIndex,
  place: { pipeline: Pipeline; stage: Stage; position: number },
  record: Pick<RecordRef, 'crm' | 'org' | 'object'>,
  facts: Facts,
  ticks: Ticks,
): Outlook {
  const sops = sopsFor(index, place, facts, ticks).map(({ sop, onlyIf }): SopView => ({
    sop,
    onlyIf,
    phases: sop.phases.map((phase) => ({ phase, steps: phase.steps.map((step) => viewOfStep(step, index.words, facts, ticks)) })),
    exit: sop.exit.map((criterion) => viewOfCriterion(criterion, index, record, facts, ticks)),
  }));
  const steps = sops.flatMap(({ phases }) => phases).flatMap((phase) => phase.steps);
  return {
    pipeline: place.pipeline,
    stage: place.stage,
    position: place.position,
    sops,
    required: count(steps.filter(({ step }) => step.required)),
    optional: count(steps.filter(({ step }) => !step.required)),
  };
}

/** The SOPs of the stage that are for this record, and those that the branches lead to which the rep has decided for. */
function sopsFor(
  index: PackIndex,
  place: { pipeline: Pipeline; stage: Stage },
  facts: Facts,
  ticks: Ticks,
): { sop: Sop; onlyIf: string | null }[] {
  const found = new Map<Sop, string | null>();
  const add = (sop: Sop, onlyIf: string | null): void => {
    if (found.has(sop)) return;
    found.set(sop, onlyIf);
    for (const step of sop.phases.flatMap(({ steps }) => steps)) {
      const chosen = step.decision?.find((branch) => branch.id === facts.answers[step.id]);
      const next = chosen?.to && 'sop' in chosen.to ? index.sopById.get(chosen.to.sop) : undefined;
      if (next) add(next, null);
    }
  };
  for (const sop of index.sopsOf(place.pipeline.id, place.stage.id)) {
    const steps = stepStates(index, facts, ticks, sop.when ? [sop.when] : []);
    const { result, sentence } = applies(sop, { ...facts, steps }, index.words);
    if (result !== 'false') add(sop, result === 'unknown' ? sentence : null);
  }
  return [...found].map(([sop, onlyIf]) => ({ sop, onlyIf }));
}

function count(steps: readonly StepView[]): Count {
  return { done: steps.filter(({ state }) => state !== 'open').length, total: steps.length };
}

/** One criterion as it stands, of whichever stage. `facts.steps` is ignored. */
export function viewOfCriterion(
  criterion: Criterion,
  index: PackIndex,
  record: Pick<RecordRef, 'crm' | 'org' | 'object'>,
  facts: Facts,
  ticks: Ticks,
): CriterionView {
  const names = index.objectOf(record)?.nameByField;
  const steps = stepStates(index, facts, ticks, [criterion.when]);
  const evaluation = evaluate(criterion.when, { ...facts, steps }, index.words);
  const crmField = fieldsOf(criterion)
    .map((field) => names?.get(field))
    .find((name) => name !== undefined);
  return {
    criterion,
    result: evaluation.result,
    sentence: sentenceOf(criterion.when, evaluation, index.words),
    trace: evaluation.trace,
    ...(crmField === undefined ? {} : { crmField }),
  };
}

/** The field that mends a criterion first, then those that it asks for. */
function fieldsOf({ fix, when }: Criterion): string[] {
  const asked = [...askedBy(when)].filter(({ kind }) => kind === 'field').map(({ id }) => id);
  return fix && 'field' in fix ? [fix.field, ...asked] : asked;
}
