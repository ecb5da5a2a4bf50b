import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { WireRequest } from '../../../../../lib/crm/adapter';
import { salesforceWire } from '../../../../../lib/crm/salesforce/wire';
import { action, boxcar, CASE, CUSTOM, LEAD, OPPORTUNITY, ORG, OTHER, update, WATCH } from './wire-shapes';

const movesIn = (request: WireRequest) => salesforceWire.movesIn(request, WATCH);
const short = (request: WireRequest) => movesIn(request).map(({ record, field, to }) => [record.object, record.id, field, to]);
const ACCOUNT = '001Hs00001AbCdeIAF';

const GVP = 'serviceComponent://ui.force.components.controllers.recordGlobalValueProvider.RecordGvpController/ACTION$saveRecord';

describe('a save of the stage is a move', () => {
  it('with everything else that the same save carries', () => {
    const request = boxcar(action('1;a', 'updateRecord', update(OPPORTUNITY, { StageName: 'Closed Won', Amount: 1200.5, NextStep: null })));
    expect(movesIn(request)).toEqual([
      {
        record: { crm: 'salesforce', org: ORG, object: 'Opportunity', id: OPPORTUNITY },
        field: 'StageName',
        to: 'Closed Won',
        values: { Id: OPPORTUNITY, Amount: 1200.5, NextStep: null },
      },
    ]);
  });

  it.each([
    ['from the record form', [action('1;a', 'updateRecord', update(OPPORTUNITY, { StageName: 'Closed Won' }))], 'Opportunity', OPPORTUNITY],
    [
      'by a 15-character id',
      [action('1;a', 'updateRecord', { recordId: OPPORTUNITY.slice(0, 15), recordInput: { fields: { StageName: 'Closed Won' } } })],
      'Opportunity',
      OPPORTUNITY,
    ],
    [
      'under an unknown name, in JSON inside of a string',
      [
        {
          id: '1;a',
          descriptor: 'serviceComponent://x/ACTION$doIt',
          params: { payload: JSON.stringify({ recordId: OPPORTUNITY, StageName: 'Closed Won' }) },
        },
      ],
      'Opportunity',
      OPPORTUNITY,
    ],
    [
      'of a custom path in Apex',
      [
        action('1;a', 'execute', {
          classname: 'StagePath',
          method: 'move',
          cacheable: false,
          params: { opp: { Id: OPPORTUNITY, StageName: 'Closed Won' } },
        }),
      ],
      'Opportunity',
      OPPORTUNITY,
    ],
    [
      'as the second action of a boxcar',
      [
        action('1;a', 'getRecordWithFields', { recordId: OTHER, fields: ['Opportunity.StageName'] }),
        action('2;a', 'updateRecord', update(OPPORTUNITY, { StageName: 'Closed Won' })),
      ],
      'Opportunity',
      OPPORTUNITY,
    ],
    [
      'of a new record',
      [action('1;a', 'createRecord', { recordInput: { apiName: 'Opportunity', fields: { StageName: 'Closed Won', AccountId: ACCOUNT } } })],
      'Opportunity',
      '',
    ],
    [
      'of a new record, from the page of another one',
      [action('1;a', 'createRecord', { recordId: ACCOUNT, recordInput: { apiName: 'Opportunity', fields: { StageName: 'Closed Won' } } })],
      'Opportunity',
      '',
    ],
    [
      'of a custom path in Apex that has its own name for the id',
      [
        action('1;a', 'execute', {
          classname: 'StagePath',
          method: 'move',
          params: { accountId: ACCOUNT, oppId: OPPORTUNITY, StageName: 'Closed Won' },
        }),
      ],
      'Opportunity',
      OPPORTUNITY,
    ],
    [
      'of a new record that Apex makes',
      [
        action('1;a', 'execute', {
          method: 'insertDeal',
          params: { deal: { sobjectType: 'Opportunity', AccountId: ACCOUNT, StageName: 'Closed Won' } },
        }),
      ],
      'Opportunity',
      '',
    ],
    [
      'by a quick action',
      [
        action('1;a', 'performUpdateRecordQuickAction', {
          actionApiName: 'Opportunity.Update_Stage',
          performQuickActionInput: { apiName: 'Opportunity', contextId: OPPORTUNITY, fields: { StageName: 'Closed Won' } },
        }),
      ],
      'Opportunity',
      OPPORTUNITY,
    ],
    [
      'of a new record, by a quick action on the page of another one',
      [
        action('1;a', 'performCreateRecordQuickAction', {
          performQuickActionInput: { apiName: 'Opportunity', contextId: ACCOUNT, fields: { StageName: 'Closed Won' } },
        }),
      ],
      'Opportunity',
      '',
    ],
    [
      'in JSON inside of strings, four deep',
      [
        action('1;a', 'execute', {
          method: 'run',
          params: {
            a: JSON.stringify({ b: JSON.stringify([JSON.stringify({ c: JSON.stringify({ Id: OPPORTUNITY, StageName: 'Closed Won' }) })]) }),
          },
        }),
      ],
      'Opportunity',
      OPPORTUNITY,
    ],
    [
      'in a composite',
      [
        action('1;a', 'executeAggregateUi', {
          input: {
            compositeRequest: [
              { url: `/services/data/v66.0/ui-api/records/${OTHER}?fields=Opportunity.StageName`, referenceId: 'read' },
              {
                method: 'PATCH',
                url: `/services/data/v66.0/ui-api/records/${OPPORTUNITY}`,
                body: { fields: { StageName: 'Closed Won' } },
                referenceId: 'save',
              },
            ],
          },
        }),
      ],
      'Opportunity',
      OPPORTUNITY,
    ],
  ])('%s', (_, actions, object, id) => {
    expect(short(boxcar(...actions))).toEqual([[object, id, 'StageName', 'Closed Won']]);
  });

  it('with values as {value, displayValue}', () => {
    const recordRep = {
      id: CASE,
      apiName: 'Case',
      fields: { Status: { value: 'Closed', displayValue: 'Done' }, NextStep: { value: 'x' } },
    };
    const [move] = movesIn(boxcar({ id: '1;a', descriptor: GVP, params: { recordRep, recordSaveParams: {}, refreshFields: ['Status'] } }));
    expect(move).toMatchObject({ record: { object: 'Case', id: CASE }, field: 'Status', to: 'Closed', values: { NextStep: 'x' } });
  });

  it('of a new record with an id of null', () => {
    const recordRep = { id: null, apiName: 'Case', fields: { Status: { value: 'New', displayValue: null } } };
    expect(short(boxcar({ id: '1;a', descriptor: GVP, params: { recordId: CASE, recordRep } }))).toEqual([['Case', '', 'Status', 'New']]);
  });

  it('of a custom object only as far as its name is told', () => {
    const named = { recordId: CUSTOM, recordInput: { apiName: 'Deal__c', fields: { Id: CUSTOM, Stage__c: 'Won' } } };
    const unnamed = update(CUSTOM, { Stage__c: 'Won' });
    const inside = { recordId: OPPORTUNITY, rows: [{ Id: CUSTOM, Stage__c: 'Won' }] };
    for (const [params, object] of [
      [named, 'Deal__c'],
      [unnamed, ''],
      [inside, ''],
    ] as const)
      expect(short(boxcar(action('1;a', 'updateRecord', params)))).toEqual([[object, CUSTOM, 'Stage__c', 'Won']]);
  });

  it('of several records at once, each with its own values', () => {
    const request = boxcar(
      action('1;a', 'updateRecord', update(OPPORTUNITY, { StageName: 'Qualification', NextStep: 'Call' })),
      action('2;a', 'getRecordWithFields', { recordId: OTHER, fields: ['Opportunity.StageName'] }),
      action('3;a', 'updateRecord', update(OTHER, { StageName: 'Closed Lost', Loss_Reason__c: 'Price' })),
    );
    expect(movesIn(request)).toMatchObject([
      { record: { id: OPPORTUNITY }, to: 'Qualification', values: { Id: OPPORTUNITY, NextStep: 'Call' } },
      { record: { id: OTHER }, to: 'Closed Lost', values: { Id: OTHER, Loss_Reason__c: 'Price' } },
    ]);
    expect(movesIn(request)[0]?.values).not.toHaveProperty('Loss_Reason__c');
  });

  it('once, however often the request says it', () => {
    const record = { Id: OPPORTUNITY, StageName: 'Closed Won' };
    expect(movesIn(boxcar(action('1;a', 'save', { record, copy: JSON.stringify(record) })))).toHaveLength(1);
  });

  it('for each of several new records', () => {
    const make = (StageName: string) => ({ apiName: 'Opportunity', fields: { StageName } });
    const request = boxcar(action('1;a', 'createRecords', { inputs: [make('Qualification'), make('Closed Won')] }));
    expect(short(request).map(([, , , to]) => to)).toEqual(['Qualification', 'Closed Won']);
  });

  it('for each of two new records of the same stage', () => {
    const make = (id: string, Name: string) =>
      action(id, 'createRecord', { recordInput: { apiName: 'Opportunity', fields: { Name, StageName: 'Closed Won' } } });
    expect(movesIn(boxcar(make('1;a', 'Acme'), make('2;a', 'Brightwater'))).map(({ values }) => values)).toEqual([
      { Name: 'Acme' },
      { Name: 'Brightwater' },
    ]);
  });

  it('of a new record of another kind, from the page of a custom object’s record', () => {
    const params = { recordId: CUSTOM, recordInput: { apiName: 'Opportunity', fields: { StageName: 'Closed Won' } } };
    expect(short(boxcar(action('1;a', 'createRecord', params)))).toEqual([['Opportunity', '', 'StageName', 'Closed Won']]);
  });

  it('when a lead is converted', () => {
    const descriptor = 'serviceComponent://ui.lead.runtime.components.controllers.LeadConvertDesktopController/ACTION$convertLeadServer';
    const params = {
      opportunityId: OPPORTUNITY,
      leadId: LEAD,
      convertedStatus: 'Closed - Converted',
      newOpportunityRecord: { Name: 'Acme' },
    };
    expect(short(boxcar({ id: '1;a', descriptor, params }))).toEqual([['Lead', LEAD, 'Status', 'Closed - Converted']]);
  });

  it.each([
    ['PATCH', `/services/data/v66.0/ui-api/records/${OPPORTUNITY}`, { fields: { StageName: 'Closed Won' } }, 'Opportunity', OPPORTUNITY],
    [
      'PATCH',
      `/services/data/v66.0/ui-api/records/${OPPORTUNITY}?x=1`,
      { apiName: 'Opportunity', fields: { StageName: 'Closed Won' } },
      'Opportunity',
      OPPORTUNITY,
    ],
    ['POST', '/services/data/v66.0/ui-api/records', { apiName: 'Opportunity', fields: { StageName: 'Closed Won' } }, 'Opportunity', ''],
    [
      'patch',
      `/site/webruntime/api/services/data/v66.0/ui-api/records/${OPPORTUNITY}`,
      { fields: { StageName: 'Closed Won' } },
      'Opportunity',
      OPPORTUNITY,
    ],
    [
      'POST',
      '/site/webruntime/api/apex/execute?language=en-US',
      { classname: '@udd/01pHs0000', method: 'move', params: { opportunityId: OPPORTUNITY, StageName: 'Closed Won' }, cacheable: false },
      'Opportunity',
      OPPORTUNITY,
    ],
  ])('by %s %s', (method, path, body, object, id) => {
    expect(short({ method, url: `https://${ORG}${path}`, body: JSON.stringify(body) })).toEqual([[object, id, 'StageName', 'Closed Won']]);
  });
});

describe('whatever the page sends', () => {
  it('a save over REST is found whatever its texts say', () => {
    const body = JSON.stringify({ fields: { Description: 'ACTION needed: get, query, find', StageName: 'Closed Won' } });
    expect(short({ method: 'PATCH', url: `https://${ORG}/services/data/v66.0/ui-api/records/${OPPORTUNITY}`, body })).toHaveLength(1);
  });

  it('a boxcar of reads alone is not looked into, though it names the stage', () => {
    const looked = vi.spyOn(JSON, 'parse');
    const read = action('1;a', 'getRecordWithFields', { recordId: OPPORTUNITY, fields: ['Opportunity.StageName'] });
    movesIn(boxcar(read, action('2;a', 'postListRecordsByName', {}), read));
    const forListOfReads = looked.mock.calls.length;
    movesIn(boxcar(read, read));
    expect(looked.mock.calls.length).toBe(forListOfReads);
    expect(forListOfReads).toBeGreaterThan(0);
    looked.mockRestore();
  });

  it('a save of very many values is looked through', () => {
    const sent = { rows: [...Array.from({ length: 200_000 }, () => 0), { Id: OPPORTUNITY, StageName: 'Closed Won' }] };
    expect(movesIn(boxcar(action('1;a', 'save', sent)))).toHaveLength(1);
  });

  it('nesting without end ends', () => {
    let sent: unknown = { recordId: OPPORTUNITY, StageName: 'Closed Won' };
    for (let i = 0; i < 2000; i++) sent = { StageName: sent };
    expect(movesIn(boxcar(action('1;a', 'save', sent)))).toEqual([]);
  });

  it('a field with the name of a built-in is a field like any other', () => {
    const watch = { stageFields: ['constructor', '__proto__', 'toString'], fields: [] };
    const request = boxcar(action('1;a', 'save', { recordId: OPPORTUNITY, note: 'constructor' }));
    expect(salesforceWire.movesIn(request, watch)).toEqual([]);
  });

  it('it never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (params, text) => {
        const request = boxcar(action('1;a', 'StageName', params));
        movesIn(request);
        movesIn({ ...request, body: `message=StageName${text}` });
        movesIn({ ...request, body: request.body.replace('%22', text) });
      }),
    );
  });
});
