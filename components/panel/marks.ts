/** Which marks a click makes. A step with parts takes its state from them (lib/guard/step-view.ts), so ticking it ticks its parts. */
import type { StepState, StepView } from '../../lib/guard/outlook';

export interface Mark {
  state: StepState;
  reason?: string;
}

/** A rep's mark on one step, with what it was before, for undo. */
export interface StepMark extends Mark {
  step: string;
  was: Mark;
}

export function markOf({ step, state, reason }: StepView, next: Mark): StepMark {
  return { step: step.id, ...next, was: { state, ...(reason !== undefined && { reason }) } };
}

/** A checkbox was ticked or cleared. Parts that do not apply are left as they are, and optional ones when ticking. */
export function tickMarks(view: StepView, checked: boolean): StepMark[] {
  const { steps } = view;
  if (steps.length === 0) return [markOf(view, { state: checked ? 'done' : 'open' })];
  if (!checked) return steps.filter(({ state }) => state === 'done').map((part) => markOf(part, { state: 'open' }));
  const required = steps.filter(({ step }) => step.required);
  const parts = (required.length > 0 ? required : steps).filter(({ state }) => state === 'open');
  return [...reopenMarks(view), ...parts.map((part) => markOf(part, { state: 'done' }))];
}

/** Something that was set aside applies after all: the step itself, or its parts where it is only they that were. */
export function reopenMarks(view: StepView): StepMark[] {
  if (view.state !== 'na') return [];
  const ownMark = view.steps.length === 0 || view.at !== undefined;
  return (ownMark ? [view] : view.steps.filter(({ state }) => state === 'na')).map((part) => markOf(part, { state: 'open' }));
}

/** The marks that take `marks` back. */
export function undone(marks: readonly StepMark[]): StepMark[] {
  return marks.map(({ step, was, state, reason }) => ({ step, ...was, was: { state, ...(reason !== undefined && { reason }) } }));
}
