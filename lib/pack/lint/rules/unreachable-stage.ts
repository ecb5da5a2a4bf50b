/** Stages that no record can be in. */
import { crmNames, homesOf, isMapped } from '../mapped';
import type { Rule } from '../rule';
import { at, said } from '../walk';

export const unreachableStage: Rule = {
  id: 'unreachable-stage',
  about: 'No value of the CRM means a stage, so no record is ever in it.',
  *check({ pack }) {
    for (const pipeline of at(pack.pipelines, ['pipelines'])) {
      const crms = homesOf(pipeline.value).map(({ crm }) => crm);
      if (crms.length === 0)
        yield {
          level: 'error',
          path: [...pipeline.path, 'in'],
          message: `the pipeline ${said(pipeline.value.title)} is in no CRM, so no record is ever in it`,
          fix: 'give the stage field that it follows, such as Opportunity.StageName or deal.dealstage',
        };
      for (const { value: stage, path } of at(pipeline.value.stages, [...pipeline.path, 'stages'])) {
        if (crms.length === 0 || crms.some((crm) => isMapped(pack, pipeline.value, stage, crm))) continue;
        yield {
          level: 'error',
          path: [...path, 'in'],
          message: `no record is ever in the stage ${said(stage.title)}: no value of ${crms.map((crm) => crmNames[crm]).join(' or ')} means it`,
          fix: 'list the CRM’s own stage values that mean it',
        };
      }
    }
  },
};
