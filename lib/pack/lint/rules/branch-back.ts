/** Branches that lead back to where the rep has been. */
import type { Remark, Rule } from '../rule';
import { branchesOf, said, sopsOf, stepsOf } from '../walk';

export const branchBack: Rule = {
  id: 'branch-back',
  about: 'A branch of a decision leads to its own step, to an earlier one or to the start of its own SOP.',
  *check({ pack }) {
    for (const sop of sopsOf(pack)) {
      const order = stepsOf(sop).map(({ value }) => value.id);
      for (const { value: branch, path, step } of branchesOf(sop)) {
        if (!branch.to) continue;
        const remark = (level: Remark['level'], where: string, fix: string): Remark => ({
          level,
          path: [...path, 'to'],
          message: `the branch ${said(branch.label)} of ${said(step.title)} leads back to ${where}`,
          fix,
        });
        if ('sop' in branch.to) {
          if (branch.to.sop === sop.value.id)
            yield remark('advice', 'the start of its own SOP', 'lead to the step or SOP that comes next, or leave `to` out');
          continue;
        }
        const target = branch.to.step;
        const position = order.indexOf(target);
        if (target === step.id) yield remark('error', 'the decision itself', 'lead to the step that comes next, or leave `to` out');
        else if (position !== -1 && position < order.indexOf(step.id))
          yield remark(
            'advice',
            `an earlier step, ${said(stepsOf(sop)[position]?.value.title ?? target)}`,
            'lead to a later step, or make sure that the rep gets out of the circle',
          );
      }
    }
  },
};
