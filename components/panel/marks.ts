/** Which marks a click makes. A step with parts takes its state from them (lib/guard/step-view.ts), so ticking it ticks its parts. */
import type { StepState, StepView } from '../../lib/guard/outlook';

/** A rep's mark on one step. `reason`: why it does not apply. */
export interface StepMark {
  step: string;
  state: StepState;
  reason?: string;
}

const marked =
  (state: StepState) =>
  ({ step }: StepView): StepMark => ({ step: step.id, state });

/** A checkbox was ticked or cleared. Parts that do not apply are left as they are, and optional ones when ticking. */
export function tickMarks(view: StepView, checked: boolean): StepMark[] {
  const { steps } = view;
  if (steps.length === 0) return [marked(checked ? 'done' : 'open')(view)];
  if (!checked) return steps.filter(({ state }) => state === 'done').map(marked('open'));
  const required = steps.filter(({ step }) => step.required);
  const parts = (required.length > 0 ? required : steps).filter(({ state }) => state === 'open');
  return [...reopenMarks(view), ...parts.map(marked('done'))];
}

/** Something that was set aside applies after all: the step itself, or its parts where it is only they that were. */
export function reopenMarks(view: StepView): StepMark[] {
  if (view.state !== 'na') return [];
  const ownMark = view.steps.length === 0 || view.at !== undefined;
  return (ownMark ? [view] : view.steps.filter(({ state }) => state === 'na')).map(marked('open'));
}
