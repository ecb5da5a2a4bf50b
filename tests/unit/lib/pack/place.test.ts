/** Which stage of which pipeline a CRM's own stage value means. */
import { describe, expect, it } from 'vitest';
import type { RecordRef } from '../../../../lib/crm/adapter';
import { indexPack, parsePack, placeOf, stageFieldsOf, stageOptions, watchOf } from '../../../../lib/pack/load';
import { placesOf } from '../../../../lib/pack/place';
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
  const place = placeOf(index, record, value, pipeline === undefined ? undefined : [pipeline]);
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

it('a Salesforce record type narrows a pipeline, by its name or its id', async () => {
  const [sales] = samplePack().pipelines;
  const won = (id: string) => ({ id, title: id, kind: 'won', in: { salesforce: ['Closed Won'] } });
  const ofType = (id: string, ...recordTypes: string[]) => ({
    id,
    title: id,
    in: { salesforce: { stageField: 'Opportunity.StageName', recordTypes } },
    stages: [won(id)],
  });
  const typed = indexPack(
    await parsePack(spoilt(['pipelines'], [sales, ofType('renewals', 'Renewal'), ofType('services', '012Hs00000AbCdEIAV')])),
  );
  const pipelines = (...names: string[]) => placesOf(typed, salesforce, 'Closed Won', names).map(({ pipeline }) => pipeline.id);
  expect(pipelines('012Hs00000XyZaBIAV', 'renewal')).toEqual(['sales', 'renewals']);
  expect(pipelines('012Hs00000AbCdEIAV', 'Services')).toEqual(['sales', 'services']);
  expect(pipelines('012Hs00000XyZaBIAV')).toEqual(['sales']);
  expect(stageFieldsOf(typed, salesforce)).toEqual([{ stage: 'StageName', pipeline: 'RecordTypeId' }]);
  expect(watchOf(typed, 'salesforce').fields).toContain('RecordTypeId');
});

it('an org has fields and stage values of its own, and the others keep theirs', async () => {
  const orgs = [
    {
      crm: 'salesforce',
      org: 'EMEA.lightning.force.com',
      fields: [{ field: 'budget', in: 'Opportunity.Budget_EU__c' }],
      stages: [{ pipeline: 'sales', stage: 'show', in: ['Bedarfsanalyse'] }],
    },
  ];
  const many = indexPack(await parsePack(spoilt(['orgs'], orgs)));
  const emea = { ...salesforce, org: 'emea.lightning.force.com' };
  const budget = (record: RecordRef) => many.objectOf(record)?.nameByField.get('budget');
  expect([budget(emea), budget(salesforce)]).toEqual(['Budget_EU__c', 'Budget__c']);
  expect(placeOf(many, emea, 'Bedarfsanalyse')?.stage.id).toBe('show');
  expect(placeOf(many, emea, 'Needs Analysis')).toBeNull();
  expect(placeOf(many, emea, 'Qualification')?.stage.id).toBe('talk');
  expect(placeOf(many, salesforce, 'Bedarfsanalyse')).toBeNull();
  expect(watchOf(many, 'salesforce').fields).toEqual(['Amount', 'Budget__c', 'Loss_Reason__c', 'Budget_EU__c']);
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

describe('the stages to choose from', () => {
  const chosen = (record: RecordRef, of = index) =>
    stageOptions(of, record).map(({ pipeline, crmPipeline, stages }) => [
      pipeline.id,
      crmPipeline,
      stages.map(({ stage, value }) => `${stage.id}=${value}`),
    ]);

  it('are those of the object, in the pack’s order, by the CRM’s first value', () => {
    expect(chosen(salesforce)).toEqual([['sales', undefined, expect.arrayContaining(['talk=Prospecting', 'show=Needs Analysis'])]]);
    expect(chosen(hubspot)).toEqual([['sales', 'default', expect.arrayContaining(['offer=contractsent'])]]);
    expect(chosen({ ...salesforce, object: 'Case' })).toEqual([]);
  });

  it('mean, each with its pipeline, the stage that they stand for', async () => {
    const [sales] = samplePack().pipelines;
    const ofType = (id: string, recordType: string) => ({
      ...sales,
      id,
      title: id,
      in: { salesforce: { stageField: 'Opportunity.StageName', recordTypes: [recordType] } },
    });
    const two = indexPack(await parsePack(spoilt(['pipelines'], [{ ...ofType('sales', 'New Business') }, ofType('renewals', 'Renewal')])));
    const options = stageOptions(two, salesforce);
    expect(options.map(({ pipeline }) => pipeline.id)).toEqual(['sales', 'renewals']);
    for (const { pipeline, crmPipeline, stages } of options)
      for (const { stage, value } of stages)
        expect(placeOf(two, salesforce, value, [crmPipeline ?? ''])).toMatchObject({ pipeline, stage });
  });

  it('are those of an org that calls them otherwise', async () => {
    const orgs = [
      { crm: 'salesforce', org: 'emea.lightning.force.com', stages: [{ pipeline: 'sales', stage: 'show', in: ['Bedarfsanalyse'] }] },
    ];
    const many = indexPack(await parsePack(spoilt(['orgs'], orgs)));
    expect(chosen({ ...salesforce, org: 'emea.lightning.force.com' }, many).flat(2)).toContain('show=Bedarfsanalyse');
  });
});
