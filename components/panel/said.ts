/** What the line under a step's title says: when it is due, who does it, and why it is marked as it is. */
import type { StepView } from '../../lib/guard/outlook';
import type { Step } from '../../lib/pack/schema';
import { dueWords } from './due-words';
import type { StepContext } from './model';
import { roleTitles } from './words';

/** Each part null where there is nothing to say of it. */
export interface Said {
  due: { words: string; late: boolean } | null;
  by: string | null;
  mark: string | null;
}

/** Null where there is nothing to say at all. */
export function saidOf(view: StepView, { tickedFrom, dues, handbook }: StepContext, now: number): Said | null {
  const step: Step = view.step;
  const due = dues[step.id];
  const said: Said = {
    due: due && step.due ? { words: dueWords(due, step.due, now), late: 'late' in due && due.late } : null,
    by: step.roles ? roleTitles(step.roles, handbook.roles) : null,
    mark: markWords(view, tickedFrom),
  };
  return Object.values(said).some((part) => part !== null) ? said : null;
}

function markWords({ step, state, auto, reason, steps }: StepView, tickedFrom: Readonly<Record<string, string>>): string | null {
  if (state === 'na') return reason ? `Does not apply: ${reason}` : 'Does not apply';
  const from = tickedFrom[step.id];
  if (auto && state === 'done' && from !== undefined) return `Ticked from ${from}`;
  if (steps.length > 0) return `${steps.filter((sub) => sub.state !== 'open').length} of ${steps.length} parts`;
  return null;
}
