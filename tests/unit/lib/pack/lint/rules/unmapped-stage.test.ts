/** Stages that one of the CRMs does not have. */
import { expect, it } from 'vitest';
import { linted } from '../linted';

const show = ['pipelines', 0, 'stages', 1, 'in'];

it('a stage with values in one CRM and none in the other is told', async () => {
  expect(await linted('unmapped-stage', [show, { salesforce: ['Needs Analysis'] }])).toEqual([
    'advice | pipelines[0] "Sales" › stages[1] "Show" › in | no value of HubSpot means the stage “Show”, so it is skipped there | list the values of HubSpot that mean it under hubspot',
  ]);
});

it('a pipeline of one CRM needs values of that one only', async () => {
  const inOne = { salesforce: { stageField: 'Opportunity.StageName' } };
  expect(await linted('unmapped-stage', [show, { salesforce: ['Needs Analysis'] }], [['pipelines', 0, 'in'], inOne])).toEqual([]);
});

it('a stage with no values at all is left to unreachable-stage', async () => {
  expect(await linted('unmapped-stage', [show, {}])).toEqual([]);
});
