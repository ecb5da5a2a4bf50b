/** The state of a step: the rep's own mark, or else what the record's fields tell. */
import type { Condition } from '../criteria/condition';
import { evaluate } from '../criteria/evaluate';
import type { Facts, Vocabulary } from '../criteria/facts';
import { own } from '../criteria/own';
import { askedBy } from '../pack/asked';
import type { PackIndex } from '../pack/load';
import type { Step, SubStep } from '../pack/schema';

export type StepState = 'done' | 'na' | 'open';

/** `auto`: the step ticks itself, by `doneWhen` or by the code that grants it. A step with sub-steps is done when each required sub-step is. */
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

/** The rep's own marks on steps, by step id. */
export type Ticks = Readonly<Record<string, { state: StepState; reason?: string; at: number }>>;

/**
 * A step with its sub-steps. The rep's mark wins over `doneWhen`; an approval by code is done while it is granted, whatever is ticked. A step with sub-steps takes its state from the required ones (from all of
 * them where none is required), except that the rep may set the whole of it aside as not applicable.
 */
export function viewOfStep(step: Step | SubStep, words: Vocabulary, facts: Facts, ticks: Ticks): StepView {
  const tick = Object.hasOwn(ticks, step.id) ? ticks[step.id] : undefined;
  const subSteps = 'steps' in step ? (step.steps ?? []) : [];
  const steps = subSteps.map((subStep) => viewOfStep(subStep, words, facts, ticks));
  if (own(words.approvals, step.id)?.byCode === true && tick?.state !== 'na')
    return { step, state: own(facts.approvals, step.id) === 'granted' ? 'done' : 'open', auto: true, steps };
  if (tick && (steps.length === 0 || tick.state === 'na')) {
    const { state, at, reason } = tick;
    return { step, state, auto: false, ...(reason === undefined ? {} : { reason }), at, steps };
  }
  if (steps.length > 0) return { step, state: stateFrom(steps), auto: false, steps };
  const condition = doneWhenOf(step);
  const auto = condition !== undefined && evaluate(condition, facts, words).result === 'true';
  return { step, state: auto ? 'done' : 'open', auto, steps };
}

/** What ticks a step by itself: what the pack says, or else what its kind is about. */
function doneWhenOf(step: Step | SubStep): Condition | undefined {
  if (step.doneWhen || !('question' in step || 'fields' in step || 'decision' in step)) return step.doneWhen;
  if (step.question ?? step.decision) return { answer: step.id, is: 'filled' };
  return step.fields && { all: step.fields.map((field) => ({ field, is: 'filled' })) };
}

function stateFrom(steps: readonly StepView[]): StepState {
  const required = steps.filter(({ step }) => step.required);
  const counting = required.length > 0 ? required : steps;
  if (counting.some(({ state }) => state === 'open')) return 'open';
  return counting.every(({ state }) => state === 'na') ? 'na' : 'done';
}

/** The states of the steps that conditions ask for, of whichever stage: only those are worked out, so that the cost does not grow with the pack. */
export function stepStates(index: PackIndex, facts: Facts, ticks: Ticks, conditions: readonly Condition[]): Record<string, StepState> {
  const states: [string, StepState][] = [];
  for (const { kind, id } of conditions.flatMap((condition) => [...askedBy(condition)])) {
    const step = kind === 'step' ? index.stepById.get(id) : undefined;
    if (step) states.push([id, viewOfStep(step, index.words, facts, ticks).state]);
  }
  return Object.fromEntries(states);
}
