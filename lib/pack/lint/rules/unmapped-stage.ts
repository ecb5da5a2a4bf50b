/** Stages that one of their pipeline's CRMs does not have. */
import { crmNames, homesOf, isMapped } from '../mapped';
import type { Rule } from '../rule';
import { at, said } from '../walk';

export const unmappedStage: Rule = {
  id: 'unmapped-stage',
  about: 'A stage has values in one of its pipeline’s CRMs and none in the other.',
  *check({ pack }) {
    for (const pipeline of at(pack.pipelines, ['pipelines'])) {
      const crms = homesOf(pipeline.value).map(({ crm }) => crm);
      for (const { value: stage, path } of at(pipeline.value.stages, [...pipeline.path, 'stages'])) {
        const missing = crms.filter((crm) => !isMapped(pack, pipeline.value, stage, crm));
        if (missing.length === crms.length) continue;
        for (const crm of missing)
          yield {
            level: 'advice',
            path: [...path, 'in'],
            message: `no value of ${crmNames[crm]} means the stage ${said(stage.title)}, so it is skipped there`,
            fix: `list the values of ${crmNames[crm]} that mean it under ${crm}`,
          };
      }
    }
  },
};
