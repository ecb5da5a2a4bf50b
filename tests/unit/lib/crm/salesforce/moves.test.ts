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
        // The request does not name the org: it is the page's.
        record: { crm: 'salesforce', org: '', object: 'Opportunity', id: OPPORTUNITY },
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
      'by a mutation',
      [
        action('1;a', 'executeGraphQL', {
          queryInput: {
            query: 'mutation M($input: OpportunityUpdateInput!) { uiapi { OpportunityUpdate(input: $input) { success } } }',
            variables: { input: { Id: OPPORTUNITY, Opportunity: { StageName: 'Closed Won' } } },
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

  it('of several records at once', () => {
    const request = boxcar(
      action('1;a', 'updateRecord', update(OPPORTUNITY, { StageName: 'Qualification' })),
      action('2;a', 'updateRecord', update(OTHER, { StageName: 'Closed Lost' })),
    );
    expect(short(request)).toEqual([
      ['Opportunity', OPPORTUNITY, 'StageName', 'Qualification'],
      ['Opportunity', OTHER, 'StageName', 'Closed Lost'],
    ]);
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

  it('when a lead is converted', () => {
    const descriptor = 'serviceComponent://ui.lead.runtime.components.controllers.LeadConvertDesktopController/ACTION$convertLeadServer';
    const params = { leadId: LEAD, convertedStatus: 'Closed - Converted', newOpportunityRecord: { Name: 'Acme' } };
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
  ])('by %s %s', (method, path, body, object, id) => {
    expect(short({ method, url: `https://${ORG}${path}`, body: JSON.stringify(body) })).toEqual([[object, id, 'StageName', 'Closed Won']]);
  });
});

describe('no move is', () => {
  it.each([
    ['a save of other fields', action('1;a', 'updateRecord', update(OPPORTUNITY, { NextStep: 'StageName' }))],
    ['a read that names the stage', action('1;a', 'getRecordWithFields', { recordId: OPPORTUNITY, fields: ['Opportunity.StageName'] })],
    ['a read with a value of the stage', action('1;a', 'getList', { recordId: OPPORTUNITY, StageName: 'Closed Won' })],
    ['a search for duplicates', action('1;a', 'findDuplicates', { recordInput: { apiName: 'Lead', fields: { Status: 'Open' } } })],
    [
      'a cacheable Apex method',
      action('1;a', 'execute', { method: 'peers', cacheable: true, params: { recordId: OPPORTUNITY, StageName: 'Closed Won' } }),
    ],
    [
      'an Apex method that only reads',
      action('1;a', 'execute', { method: 'getPeers', params: { recordId: OPPORTUNITY, StageName: 'Closed Won' } }),
    ],
    [
      'a list filter',
      action('1;a', 'postListRecordsByName', { id: OPPORTUNITY, where: JSON.stringify({ StageName: { eq: 'Closed Won' } }) }),
    ],
    [
      'a GraphQL query',
      action('1;a', 'executeGraphQL', {
        queryInput: { query: ' query Q($s: Picklist) { uiapi { query } }', variables: { id: OPPORTUNITY, StageName: 'Closed Won' } },
      }),
    ],
    ['a stage of nothing', action('1;a', 'save', { StageName: 'Closed Won' })],
    ['an id whose checksum is wrong', action('1;a', 'save', { recordId: OPPORTUNITY.slice(0, 17) + 'A', StageName: 'Closed Won' })],
    ['a related record under the name of the stage', action('1;a', 'save', { recordId: OPPORTUNITY, StageName: { value: { id: OTHER } } })],
  ])('%s', (_, sent) => {
    expect(movesIn(boxcar(sent))).toEqual([]);
  });

  it('a save that only begins like a read', () => {
    const sent = action('1;a', 'issueStage', { recordId: OPPORTUNITY, StageName: 'Closed Won' });
    expect(movesIn(boxcar(sent))).toHaveLength(1);
  });

  it.each([
    ['a GET', { ...boxcar(action('1;a', 'save', { recordId: OPPORTUNITY, StageName: 'x' })), method: 'GET' }],
    [
      'a search for duplicates over REST',
      { method: 'POST', url: `https://${ORG}/services/data/v66.0/ui-api/predupe`, body: '{"apiName":"Lead","fields":{"Status":"x"}}' },
    ],
    ['text of another kind', { method: 'POST', url: `https://${ORG}/log`, body: `{"id":"${OPPORTUNITY}","StageName":"x"}` }],
    ['a broken form', { method: 'POST', url: `https://${ORG}/aura`, body: 'message=%E0%A4%A&StageName' }],
    ['a broken message', { method: 'POST', url: `https://${ORG}/aura`, body: 'message={"actions":[{"params":{"StageName"' }],
    ['a message of another shape', { method: 'POST', url: `https://${ORG}/aura`, body: 'message={"actions":{"StageName":"x"}}' }],
    ['a request without an address', { method: 'POST', url: 'aura', body: 'message={"actions":[]}StageName' }],
  ])('%s', (_, request) => {
    expect(movesIn(request)).toEqual([]);
  });
});

describe('whatever the page sends', () => {
  it('a body is looked into only where it names a stage field', () => {
    const looked = vi.spyOn(JSON, 'parse');
    movesIn(boxcar(action('1;a', 'updateRecord', update(OPPORTUNITY, { NextStep: 'Call' }))));
    expect(looked).not.toHaveBeenCalled();
    looked.mockRestore();
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
