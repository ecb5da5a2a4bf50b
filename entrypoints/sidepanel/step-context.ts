/** What drawing steps needs to know beside them: what they ask for, when they are due, what ticked them. Pure. */
import type { StepContext } from '../../components/panel/model';
import { dueOf } from '../../lib/guard/due';
import type { Outlook, StepView } from '../../lib/guard/outlook';
import { taskOf } from '../../lib/guard/task';
import type { TaskContext } from '../../lib/guard/task';
import { askedBy } from '../../lib/pack/asked';
import type { PackIndex } from '../../lib/pack/load';

/** @param steps those that are drawn, without their sub-steps */
export function contextOf(steps: readonly StepView[], context: TaskContext, outlook: Outlook | null): StepContext {
  const { roles, glossary, disqualificationCodes } = context.index.pack;
  return {
    tickedFrom: tickedFrom(steps, context.index),
    tasks: tasksOf(steps, context),
    dues: duesOf(steps, context),
    handbook: { roles, glossary, disqualificationCodes },
    outlook,
  };
}

export function topSteps({ sops }: Outlook): StepView[] {
  return sops.flatMap(({ phases }) => phases).flatMap(({ steps }) => steps);
}

/** The labels of the fields that ticked a step, by step id: "Next step and Amount". A step that is its own task shows by itself what ticked it. */
function tickedFrom(steps: readonly StepView[], index: PackIndex): StepContext['tickedFrom'] {
  const auto = steps.flatMap((view): StepView[] => [view, ...view.steps]).filter(({ auto, step }) => auto && step.doneWhen !== undefined);
  return Object.fromEntries(
    auto.map(({ step }) => {
      const fields = [...askedBy(step.doneWhen)].flatMap(({ kind, id }) =>
        kind === 'field' ? [index.fieldById.get(id)?.label ?? id] : [],
      );
      return [step.id, new Intl.ListFormat('en').format(new Set(fields)) || 'the record'];
    }),
  );
}

function tasksOf(steps: readonly StepView[], context: TaskContext): StepContext['tasks'] {
  return Object.fromEntries(
    steps.flatMap(({ step }) => {
      const task = taskOf(step, context);
      return task ? [[step.id, task] as const] : [];
    }),
  );
}

/** A step that is done, or does not apply, is due no more. */
function duesOf(steps: readonly StepView[], { index, facts }: TaskContext): StepContext['dues'] {
  return Object.fromEntries(
    steps
      .filter(({ state }) => state === 'open')
      .flatMap(({ step }) => {
        const due = dueOf(step, index, facts);
        return due ? [[step.id, due] as const] : [];
      }),
  );
}
