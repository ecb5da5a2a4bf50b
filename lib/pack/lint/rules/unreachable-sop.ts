/** SOPs that no rep ever sees. */
import type { Pack, Sop } from '../../schema';
import { homesOf, isMapped } from '../mapped';
import type { Rule } from '../rule';
import { canHold } from '../satisfy';
import { type At, branchesOf, said, sopsOf } from '../walk';

export const unreachableSop: Rule = {
  id: 'unreachable-sop',
  about: 'An SOP is shown in no stage that a record can be in and no branch leads to it, or its own condition can never hold.',
  *check({ pack, words, today }) {
    const sops = sopsOf(pack);
    for (const { value: sop, path } of sops) {
      if (sop.when && !canHold([sop.when], words, today))
        yield {
          level: 'error',
          path: [...path, 'when'],
          message: `no record can ever have the SOP ${said(sop.title)}: its condition cannot hold`,
          fix: 'look for parts of the condition that contradict each other',
        };
      else if (!hasLiveStage(pack, sop) && !sops.some((other) => other.value.id !== sop.id && leadsTo(other, sop)))
        yield {
          level: 'error',
          path: [...path, 'stages'],
          message: `nothing leads to the SOP ${said(sop.title)}: no record is ever in its stages, and no branch leads to it`,
          fix: 'give it a stage that the CRM has, or a branch that leads to it',
        };
    }
  },
};

function hasLiveStage(pack: Pack, sop: Sop): boolean {
  const pipeline = pack.pipelines.find(({ id }) => id === sop.pipeline);
  return (
    pipeline?.stages.some(
      (stage) => sop.stages.includes(stage.id) && homesOf(pipeline).some(({ crm }) => isMapped(pack, pipeline, stage, crm)),
    ) ?? false
  );
}

function leadsTo(from: At<Sop>, sop: Sop): boolean {
  const steps = sop.phases.flatMap((phase) => phase.steps.map(({ id }) => id));
  return branchesOf(from).some(({ value: { to } }) => to !== undefined && ('sop' in to ? to.sop === sop.id : steps.includes(to.step)));
}
