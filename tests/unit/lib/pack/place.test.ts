/** Which stage of which pipeline a CRM's own stage value means. */
import { expect, it } from 'vitest';
import type { RecordRef } from '../../../../lib/crm/adapter';
import { indexPack, parsePack, placeOf, stageFieldsOf, watchOf } from '../../../../lib/pack/load';
import { samplePack, spoilt } from './sample';

const salesforce: RecordRef = { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006000000000001AAA' };
const hubspot: RecordRef = { crm: 'hubspot', org: '4242', object: 'deal', id: '77' };

const index = indexPack(await parsePack(JSON.stringify(samplePack())));

it.each([
  ['the exact value', salesforce, 'Needs Analysis', undefined, 'sales/show@1'],
  ['any of several values', salesforce, 'Qualification', undefined, 'sales/talk@0'],
  ['a value in other case and spacing', salesforce, '  closed   WON ', undefined, 'sales/won@3'],
  ['a label that differs from its value by spaces', hubspot, 'Closed Won', 'default', 'sales/won@3'],
  ['an internal value in its pipeline', hubspot, 'contractsent', 'default', 'sales/offer@2'],
  ['an internal value where the pipeline is not known', hubspot, 'contractsent', undefined, 'sales/offer@2'],
  ['a value of another pipeline', hubspot, 'contractsent', 'renewals', null],
  ['the other CRM’s value', hubspot, 'Needs Analysis', 'default', null],
  ['a value that is not mapped', salesforce, 'Perception Analysis', undefined, null],
  ['another object', { ...salesforce, object: 'Case' }, 'Closed Won', undefined, null],
  ['a name that every object has', { ...salesforce, object: 'constructor' }, 'toString', undefined, null],
])('%s', (_, record, value, pipeline, expected) => {
  const place = placeOf(index, record, value, pipeline);
  expect(place && `${place.pipeline.id}/${place.stage.id}@${place.position}`).toBe(expected);
});

it('the stage field tells two pipelines of one object apart', async () => {
  const [sales] = samplePack().pipelines;
  const open = { id: 'open', title: 'Open', kind: 'open', in: { salesforce: ['Qualification'] } };
  const renewals = {
    id: 'renewals',
    title: 'Renewals',
    in: { salesforce: { stageField: 'Opportunity.Renewal_Stage__c' } },
    stages: [open],
  };
  const two = indexPack(await parsePack(spoilt(['pipelines'], [sales, renewals])));
  expect(placeOf(two, salesforce, 'Qualification')?.pipeline.id).toBe('sales');
  expect(placeOf(two, salesforce, 'Qualification', undefined, 'Renewal_Stage__c')?.pipeline.id).toBe('renewals');
  expect(stageFieldsOf(two, { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity' })).toEqual([
    { stage: 'StageName' },
    { stage: 'Renewal_Stage__c' },
  ]);
});

it('stage fields come with their pipeline field, once each', () => {
  expect(stageFieldsOf(index, { crm: 'hubspot', org: '4242', object: 'deal' })).toEqual([{ stage: 'dealstage', pipeline: 'pipeline' }]);
  expect(stageFieldsOf(index, { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity' })).toEqual([
    { stage: 'StageName' },
  ]);
  expect(stageFieldsOf(index, { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Account' })).toEqual([]);
});

it('the watch list holds every mapped field of a CRM, without its object, and the pipeline field', () => {
  expect(watchOf(index, 'salesforce')).toEqual({ stageFields: ['StageName'], fields: ['Amount', 'Budget__c', 'Loss_Reason__c'] });
  expect(watchOf(index, 'hubspot')).toEqual({ stageFields: ['dealstage'], fields: ['amount', 'budget', 'loss', 'pipeline'] });
});
