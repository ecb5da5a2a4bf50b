/** What the panel shows of a record: the SOPs of its stage, each step's state and each exit criterion's. Pure. */
import type { Facts, Trace } from '../criteria/evaluate';
import type { Truth } from '../criteria/condition';
import type { PackIndex } from '../pack/load';
import type { Criterion, Phase, Pipeline, Sop, Stage, Step, SubStep } from '../pack/schema';

export type StepState = 'done' | 'na' | 'open';

/** `auto`: the step ticked itself, by `doneWhen`. A step with sub-steps is done when each required sub-step is. */
export interface StepView {
  step: Step | SubStep;
  state: StepState;
  auto: boolean;
  /** The reason a step is not applicable. */
  reason?: string;
  /** When the rep set it, in milliseconds since 1970. */
  at?: number;
  steps: StepView[];
}

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

/** The rep's own marks on steps, by step id. */
export type Ticks = Readonly<Record<string, { state: StepState; reason?: string; at: number }>>;

/** `facts.steps` is ignored: the outlook works out each step's state from `ticks` and `doneWhen`, and judges the criteria with that. */
export declare function outlook(
  index: PackIndex,
  place: { pipeline: Pipeline; stage: Stage; position: number },
  crm: 'salesforce' | 'hubspot',
  object: string,
  facts: Facts,
  ticks: Ticks,
): Outlook;

/** The state of every step in the pack, for conditions that ask for steps: ticks first, then `doneWhen`. */
export declare function stepStates(index: PackIndex, facts: Facts, ticks: Ticks): Record<string, StepState>;
