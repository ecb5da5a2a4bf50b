/** What a tick or an answer says: whether two versions of a pack mean the same by a step, so that it still says it. */
import { asksForCodes } from '../approvers';
import { same } from '../compare/same';
import type { PackIndex } from '../index-pack';
import type { Step } from '../schema';
import { stepKinds } from '../schema-step';

/**
 * False where a tick or answer of before would say something else now: another title, another kind of task, other fields, another template, other
 * people to approve, another thing that ticks it by itself, or an option that is gone or is called otherwise. True for all that only helps or
 * schedules: details, tips, examples, links, roles, due times, order, whether it is required, and the words of a template. Also true where either
 * version does not have the step: there is nothing to compare then.
 */
export function meansTheSame(before: PackIndex, after: PackIndex, step: string): boolean {
  const [was, is] = [before.stepById.get(step), after.stepById.get(step)];
  if (!was || !is) return true;
  const options = optionsOf(is);
  return (
    same(meaningOf(was, before), meaningOf(is, after)) && optionsOf(was).every((option) => options.some((other) => same(option, other)))
  );
}

/** What counts of a step beside its options, of which there may be more. */
function meaningOf(step: Step, { pack }: PackIndex): unknown {
  const { title, doneWhen, question, fields, template, approval, steps } = step;
  return {
    title,
    doneWhen,
    kind: stepKinds.find((kind) => step[kind] !== undefined) ?? (steps?.length ? 'parts' : 'tick'),
    question: question && { type: question.type, element: question.element },
    fields: fields?.toSorted(),
    template,
    approval: approval && { by: approval.by, approvers: approval.approvers?.toSorted(), byCode: asksForCodes(pack) },
  };
}

/** What can be picked, by a question or a decision. Where a branch leads is what follows from it, not what was decided. */
function optionsOf({ question, decision }: Step): { id: string; label: string }[] {
  return (question?.options ?? decision ?? []).map(({ id, label }) => ({ id, label }));
}
