/** What else is on the screen, for links to it. */
import type { CriterionView, Outlook, StepView } from '../../lib/guard/outlook';

/** Steps and sub-steps of every SOP on the screen. */
export function stepsOnScreen(outlook: Outlook | null): StepView[] {
  const steps = (outlook?.sops ?? []).flatMap(({ phases }) => phases).flatMap((phase) => phase.steps);
  return steps.flatMap((view) => [view, ...view.steps]);
}

/** The step that mends a criterion, where it is on the screen. */
export function mendingStep({ criterion: { fix } }: CriterionView, outlook: Outlook | null): StepView['step'] | undefined {
  if (!fix || !('step' in fix)) return undefined;
  return stepsOnScreen(outlook).find(({ step }) => step.id === fix.step)?.step;
}
