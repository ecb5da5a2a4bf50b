import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsIn } from '../../../../../lib/crm/salesforce/records';
import { salesforceWire } from '../../../../../lib/crm/salesforce/wire';
import { action, answer, boxcar, CUSTOM, OPPORTUNITY, ORG, OTHER, record, success, WATCH } from './wire-shapes';

const ACCOUNT = '001Hs00001AbCdeIAF';
const request = boxcar(action('1;a', 'getRecordWithFields', { recordId: OPPORTUNITY }));
const read = (response: string) => recordsIn(request, response, WATCH);
const seen = (object: string, id: string, field: string, value: unknown, label?: string) => ({
  record: { crm: 'salesforce', org: ORG, object, id },
  field,
  value,
  ...(label === undefined ? {} : { label }),
  source: 'wire',
});

const FIELDS = {
  Amount: { value: 1200, displayValue: '1.200,00 €' },
  NextStep: { value: null, displayValue: null },
  StageName: { value: 'Proposal/Price Quote', displayValue: 'Angebot' },
  Name: { value: 'Acme', displayValue: null },
};
const EXPECTED = [
  seen('Opportunity', OPPORTUNITY, 'StageName', 'Proposal/Price Quote', 'Angebot'),
  seen('Opportunity', OPPORTUNITY, 'Amount', 1200, '1.200,00 €'),
  seen('Opportunity', OPPORTUNITY, 'NextStep', null),
];
const opportunity = record('Opportunity', OPPORTUNITY, FIELDS);

describe('the watched fields of a record are read', () => {
  it.each([
    ['from an action’s answer', answer(success('1;a', opportunity))],
    ['behind the prefix against hijacking', `while(1);\n${answer(success('1;a', opportunity))}`],
    ['out of the old error framing', `*/${answer(success('1;a', opportunity))}/*ERROR*/`],
    ['from a 15-character id', answer(success('1;a', record('Opportunity', OPPORTUNITY.slice(0, 15), FIELDS)))],
    ['from a list', answer(success('1;a', { records: { records: [opportunity] }, listReference: {} }))],
    ['from an aggregate', answer(success('1;a', { compositeResponse: [{ httpStatusCode: 200, body: opportunity }] }))],
    ['from plain REST', JSON.stringify(opportunity)],
    ['from a list of plain REST', JSON.stringify([opportunity])],
    [
      'from the value provider of older pages',
      JSON.stringify({
        actions: [success('1;a', null)],
        context: {
          globalValueProviders: [{ type: '$Record', values: { records: { [OPPORTUNITY]: { Opportunity: { record: opportunity } } } } }],
        },
      }),
    ],
  ])('%s', (_, response) => {
    expect(read(response)).toEqual(EXPECTED);
  });

  it('of every record in the answer', () => {
    const rows = [OPPORTUNITY, OTHER].map((id) => record('Opportunity', id, { Amount: { value: 1, displayValue: null } }));
    expect(read(answer(success('1;a', rows)))).toEqual([
      seen('Opportunity', OPPORTUNITY, 'Amount', 1),
      seen('Opportunity', OTHER, 'Amount', 1),
    ]);
  });

  it('of a related record, under its own name', () => {
    const account = record('Account', ACCOUNT, { Industry: { value: 'Energy', displayValue: 'Energie' } });
    const fields = { AccountId: { value: ACCOUNT, displayValue: null }, Account: { value: account, displayValue: 'Acme' } };
    expect(read(answer(success('1;a', record('Opportunity', OPPORTUNITY, fields))))).toEqual([
      seen('Opportunity', OPPORTUNITY, 'AccountId', ACCOUNT),
      seen('Account', ACCOUNT, 'Industry', 'Energy', 'Energie'),
    ]);
  });
});

describe('a field by way of a related record', () => {
  const path = (response: string) => recordsIn(request, response, { stageFields: [], fields: ['Account.Industry', 'Account.Owner.Name'] });
  const withAccount = (account: unknown) =>
    answer(success('1;a', record('Opportunity', OPPORTUNITY, { Account: { value: account, displayValue: 'Acme' } })));

  it('is the record’s own reading, under its path', () => {
    const owner = record('User', '005Hs00001AbCdeIAF', { Name: { value: 'Ada', displayValue: null } });
    const account = record('Account', ACCOUNT, {
      Industry: { value: 'Energy', displayValue: 'Energie' },
      Owner: { value: owner, displayValue: 'Ada' },
    });
    expect(path(withAccount(account))).toEqual([
      seen('Opportunity', OPPORTUNITY, 'Account.Industry', 'Energy', 'Energie'),
      seen('Opportunity', OPPORTUNITY, 'Account.Owner.Name', 'Ada'),
    ]);
  });

  it('is empty where the record is related to none', () => {
    const told = answer(success('1;a', [record('Opportunity', OPPORTUNITY, { Account: { value: null, displayValue: null } }), 'Industry']));
    expect(path(told)).toEqual([seen('Opportunity', OPPORTUNITY, 'Account.Industry', null)]);
  });

  it('is not seen where the answer does not hold it', () => {
    expect(path(withAccount(record('Account', ACCOUNT, { Name: { value: 'Industry', displayValue: null } })))).toEqual([]);
  });
});

describe('the record’s type', () => {
  const typed = (rest: object) =>
    recordsIn(request, answer(success('1;a', Object.assign({}, record('Opportunity', OPPORTUNITY, {}), rest))), {
      stageFields: [],
      fields: ['RecordTypeId'],
    });

  it('is read by its id, with its name', () => {
    const told = { recordTypeId: '012Hs00000AbCdEIAV', recordTypeInfo: { name: 'New business', recordTypeId: '012Hs00000AbCdEIAV' } };
    expect(typed(told)).toEqual([seen('Opportunity', OPPORTUNITY, 'RecordTypeId', '012Hs00000AbCdEIAV', 'New business')]);
  });

  it('is read without a name where the answer gives none', () => {
    expect(typed({ recordTypeId: '012Hs00000AbCdEIAV', recordTypeInfo: null })).toEqual([
      seen('Opportunity', OPPORTUNITY, 'RecordTypeId', '012Hs00000AbCdEIAV'),
    ]);
  });
});

describe('an answer to GraphQL', () => {
  const told = (data: unknown) => answer(success('1;a', { data: { uiapi: data }, errors: [] }));
  const amount = { Amount: { value: 1200, displayValue: '$1,200' }, NextStep: { value: null, displayValue: null } };

  it('tells the records of a query, by their object’s name where the id does not', () => {
    const query = {
      Opportunity: { edges: [{ node: { Id: OPPORTUNITY, ...amount } }, { node: { Id: OTHER, Amount: { value: 7 } } }] },
      Deal__c: { edges: [{ node: { Id: CUSTOM, Stage__c: { value: 'Won', displayValue: 'Gewonnen' } } }] },
    };
    expect(recordsIn(request, told({ query }), { ...WATCH, stageFields: ['Stage__c'] })).toEqual([
      seen('Opportunity', OPPORTUNITY, 'Amount', 1200, '$1,200'),
      seen('Opportunity', OPPORTUNITY, 'NextStep', null),
      seen('Opportunity', OTHER, 'Amount', 7),
      seen('Deal__c', CUSTOM, 'Stage__c', 'Won', 'Gewonnen'),
    ]);
  });

  it('tells the record that a mutation saved', () => {
    const saved = { OpportunityUpdate: { Record: { Id: OPPORTUNITY, ...amount }, success: true }, second: { Record: null } };
    expect(read(told(saved))).toHaveLength(2);
    expect(read(JSON.stringify({ data: { uiapi: { Deal__cUpdate: { Record: { Id: CUSTOM, Amount: { value: 1 } } } } } }))).toEqual([
      seen('Deal__c', CUSTOM, 'Amount', 1),
    ]);
  });

  it('tells of related records, also that there is none', () => {
    const node = (Account: unknown) => told({ query: { Opportunity: { edges: [{ node: { Id: OPPORTUNITY, Account } }] } } });
    const path = (reply: string) => recordsIn(request, reply + ' Industry', { stageFields: [], fields: ['Account.Industry'] });
    expect(path(node({ Industry: { value: 'Energy' } }))).toEqual([seen('Opportunity', OPPORTUNITY, 'Account.Industry', 'Energy')]);
    expect(path(node(null))).toEqual([seen('Opportunity', OPPORTUNITY, 'Account.Industry', null)]);
    expect(path(node({ Name: { value: 'Acme' } }))).toEqual([]);
  });

  it('does not lend its object’s name to a record of another one inside', () => {
    const node = { Id: CUSTOM, Parent__r: { Id: CUSTOM.replace('a01', 'a02').slice(0, 15), Amount: { value: 1 } } };
    expect(read(told({ query: { Deal__c: { edges: [{ node }] } } }))).toEqual([]);
  });
});

describe('nothing is read', () => {
  it.each([
    ['from a failed save', answer({ id: '1;a', state: 'ERROR', returnValue: null, error: [{ message: 'StageName' }] })],
    ['from an id whose checksum is wrong', answer(success('1;a', record('Opportunity', OPPORTUNITY.slice(0, 17) + 'A', FIELDS)))],
    [
      'from what a layout says of a field',
      answer(success('1;a', { apiName: 'StageName', id: OPPORTUNITY, fields: { StageName: { label: 'Stage' } } })),
    ],
    ['from a page of HTML', '<html>StageName</html>'],
    ['from half an answer', answer(success('1;a', opportunity)).slice(0, 200)],
    ['from nothing', ''],
  ])('%s', (_, response) => {
    expect(read(response)).toEqual([]);
  });

  it('of an answer that is nested without end', () => {
    expect(read('[{"StageName":'.repeat(5000) + '0' + '}]'.repeat(5000))).toEqual([]);
  });

  it('and nothing thrown, whatever the answer is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, text) => {
        read(answer(success('Amount', value), record('Opportunity', OPPORTUNITY, { Amount: value })));
        read(`Amount${text}`);
        read(`${text}{"Amount":${text}`);
      }),
    );
  });
});

describe('an answer may hold records', () => {
  it.each([
    [true, '/aura?r=3&aura.RecordUi.getRecordWithFields=1'],
    [true, '/aura?r=3&aura.RecordUi.updateRecord=1&ui-x.Y.z=2'],
    [true, '/aura?r=3&ui-force-components-controllers-recordGlobalValueProvider.RecordGvp.getRecord=1'],
    [true, '/aura?r=3&aura.ListUi.postListRecordsByName=1'],
    [true, '/aura?r=3&ui-force-components-controllers-lists-listViewDataManager.ListViewDataManager.getItems=1'],
    [true, '/s/sfsites/aura?r=3&aura.RecordUi.getRecordWithFields=1'],
    [true, `/aura?r=3&${'a.B.c=1&'.repeat(120)}`],
    [true, '/services/data/v66.0/ui-api/records/006'],
    [false, '/aura?r=3&aura.Label.getLabel=1'],
    [false, '/aura?r=3&ui-force-components-controllers-actions.Actions.getRecordActions=1'],
    [false, '/auraAnalytics?RecordUi'],
    [false, '/resource/RecordUi.js'],
  ])('%s for %s', (holds, path) => {
    expect(salesforceWire.mayHoldRecords('POST', `https://${ORG}${path}`)).toBe(holds);
  });

  it('also where the address is relative', () => {
    for (const start of ['/', ''])
      expect(salesforceWire.mayHoldRecords('POST', `${start}aura?r=3&aura.RecordUi.updateRecord=1`)).toBe(true);
  });
});
