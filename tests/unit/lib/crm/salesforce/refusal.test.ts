import { describe, expect, it } from 'vitest';
import type { Answer, Split, WireMove, WireRequest } from '../../../../../lib/crm/adapter';
import { refuse as refusalOf } from '../../../../../lib/crm/salesforce/refusal';
import { salesforceWire } from '../../../../../lib/crm/salesforce/wire';
import { action, answer, boxcar, LEAD, OPPORTUNITY, ORG, OTHER, success, update, WATCH } from './wire-shapes';

const MESSAGE = 'Handrail: “Amount” is empty.';
const save = action('2;a', 'updateRecord', update(OPPORTUNITY, { StageName: 'Closed Won' }));
const read = action('1;a', 'getRecordWithFields', { recordId: OPPORTUNITY, fields: ['Opportunity.StageName'] });
const other = action('3;a', 'updateRecord', update(OTHER, { NextStep: 'Call + mail & more = 100%' }));

function refuse(request: WireRequest, moves: readonly WireMove[] = salesforceWire.movesIn(request, WATCH)): Answer | Split {
  return refusalOf(request, moves, MESSAGE);
}
function whole(result: Answer | Split): Answer {
  if ('merge' in result) throw new Error('not refused as a whole');
  return result;
}
function part(result: Answer | Split): Split {
  if (!('merge' in result)) throw new Error('refused as a whole');
  return result;
}

const rule = {
  constituentField: null,
  duplicateRecordError: null,
  errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
  field: null,
  fieldLabel: null,
  message: MESSAGE,
};
const data = { statusCode: 400, message: MESSAGE, enhancedErrorType: 'RecordError', output: { errors: [rule], fieldErrors: {} } };
const denial = (id: string) => ({
  id,
  state: 'ERROR',
  returnValue: null,
  error: [
    {
      exceptionEvent: true,
      useDefault: false,
      event: {
        descriptor: 'markup://aura:serverActionError',
        attributes: { values: { error: { message: MESSAGE, stackTrace: '', data, id: '-1' } } },
      },
    },
  ],
});

describe('a save that stands alone is answered', () => {
  it('as a validation rule answers it, action by action', () => {
    const second = action('9;a', 'updateRecord', update(OTHER, { StageName: 'Closed Won' }));
    const { status, statusText, headers, body } = whole(refuse(boxcar(save, second)));
    expect({ status, statusText, headers }).toEqual({
      status: 200,
      statusText: 'OK',
      headers: { 'content-type': 'application/json;charset=UTF-8' },
    });
    expect(JSON.parse(body)).toEqual({ actions: [denial('2;a'), denial('9;a')] });
  });

  it('in the same way for older pages and for lead conversion', () => {
    const gvp = {
      id: '4;a',
      descriptor: 'serviceComponent://ui.force.x.RecordGvpController/ACTION$saveRecord',
      params: { recordRep: { id: LEAD, apiName: 'Lead', fields: { Status: { value: 'Working - Contacted' } } } },
    };
    const convert = {
      id: '5;a',
      descriptor: 'serviceComponent://x/ACTION$convertLeadServer',
      params: { leadId: LEAD, convertedStatus: 'Closed - Converted' },
    };
    for (const sent of [gvp, convert]) expect(JSON.parse(whole(refuse(boxcar(sent))).body)).toEqual({ actions: [denial(sent.id)] });
  });

  it('with the UI API’s own error over REST', () => {
    const url = `https://${ORG}/services/data/v66.0/ui-api/records/${OPPORTUNITY}`;
    const { status, body } = whole(refuse({ method: 'PATCH', url, body: '{"fields":{"StageName":"Closed Won"}}' }));
    expect(status).toBe(400);
    expect(JSON.parse(body)).toEqual(data);
  });
});

describe('of a boxcar with other actions', () => {
  const request = boxcar(read, save, other);

  it('only those go on, and every other field of the form stays as it was', () => {
    const { forward } = part(refuse(request));
    const message: unknown = JSON.parse(new URLSearchParams(forward).get('message') ?? '');
    expect(message).toEqual({ actions: [read, other] });
    expect(forward.slice(forward.indexOf('&'))).toBe(request.body.slice(request.body.indexOf('&')));
  });

  it('the message may stand anywhere, with anything beside its actions', () => {
    const message = encodeURIComponent(JSON.stringify({ extra: '$&$1', actions: [save, read] }));
    const { forward } = part(refuse({ ...request, body: `aura.token=a%3Db&message=${message}&last=%20` }));
    expect(forward).toMatch(/^aura\.token=a%3Db&message=[^&]*&last=%20$/);
    expect(JSON.parse(new URLSearchParams(forward).get('message') ?? '')).toEqual({ extra: '$&$1', actions: [read] });
  });

  it.each([
    ['plain', '', ''],
    ['with the prefix against hijacking', 'while(1);\n', ''],
  ])('both answers come as one, in the order that was asked for: %s', (_, before, after) => {
    const real = before + answer(success('3;a', 'saved'), success('1;a', 'read')) + after;
    const merged = part(refuse(request)).merge(real);
    expect(merged.startsWith(before)).toBe(true);
    expect(JSON.parse(merged.slice(before.length))).toEqual({
      actions: [success('1;a', 'read'), denial('2;a'), success('3;a', 'saved')],
      context: { mode: 'PROD' },
      perfSummary: {},
    });
  });

  it.each([
    ['a lost session', '*/{"exceptionEvent":true,"event":{"descriptor":"markup://aura:invalidSession"}}/*ERROR*/'],
    ['an error page', '<html>503</html>'],
    ['nothing', ''],
  ])('%s is about the whole boxcar and stays as it is', (_, real) => {
    expect(part(refuse(request)).merge(real)).toBe(real);
  });

  it('a move that was allowed goes on with them', () => {
    const allowed = action('4;a', 'updateRecord', update(OTHER, { StageName: 'Qualification' }));
    const both = boxcar(save, allowed);
    const [held] = salesforceWire.movesIn(both, WATCH);
    const { forward } = part(refuse(both, held ? [held] : []));
    expect(JSON.parse(new URLSearchParams(forward).get('message') ?? '')).toEqual({ actions: [allowed] });
  });

  it('a read of the record that is being saved goes on with them', () => {
    const peers = action('5;a', 'getPeers', { recordId: OPPORTUNITY, StageName: 'Closed Won' });
    const { forward } = part(refuse(boxcar(save, peers)));
    expect(JSON.parse(new URLSearchParams(forward).get('message') ?? '')).toEqual({ actions: [peers] });
  });
});
