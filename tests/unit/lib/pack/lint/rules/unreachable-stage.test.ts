/** Stages that no record can be in. */
import { expect, it } from 'vitest';
import { linted, type Change } from '../linted';

const show = ['pipelines', 0, 'stages', 1, 'in'];
const org = { crm: 'hubspot', org: '4242', stages: [{ pipeline: 'sales', stage: 'show', in: ['77'] }] };

it.each([
  ['no CRM has a value for', {}],
  ['the lists of values are empty for', { salesforce: [], hubspot: [] }],
])('a stage that %s is an error', async (_, values) => {
  expect(await linted('unreachable-stage', [show, values])).toEqual([
    'error | pipelines[0] "Sales" › stages[1] "Show" › in | no record is ever in the stage “Show”: no value of Salesforce or HubSpot means it | list the CRM’s own stage values that mean it',
  ]);
});

it('a pipeline in no CRM is an error, told once', async () => {
  expect(await linted('unreachable-stage', [['pipelines', 0, 'in'], {}])).toEqual([
    'error | pipelines[0] "Sales" › in | the pipeline “Sales” is in no CRM, so no record is ever in it | give the stage field that it follows, such as Opportunity.StageName or deal.dealstage',
  ]);
});

it.each<[why: string, change: Change]>([
  ['in one CRM', [show, { hubspot: ['presentationscheduled'] }]],
  ['in one org', [['orgs'], [org]]],
])('a value %s is enough', async (_, change) => {
  expect(await linted('unreachable-stage', [show, {}], change)).toEqual([]);
});
