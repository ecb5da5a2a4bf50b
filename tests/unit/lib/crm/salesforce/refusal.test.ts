import { describe, expect, it } from 'vitest';
import type { Answer, WireMove, WireRequest } from '../../../../../lib/crm/adapter';
import { refuse as refusalOf } from '../../../../../lib/crm/salesforce/refusal';
import { salesforceWire } from '../../../../../lib/crm/salesforce/wire';
import { action, boxcar, LEAD, OPPORTUNITY, ORG, OTHER, update, WATCH } from './wire-shapes';

const MESSAGE = 'Handrail: “Amount” is empty.';
const save = action('2;a', 'updateRecord', update(OPPORTUNITY, { StageName: 'Closed Won' }));
const read = action('1;a', 'getRecordWithFields', { recordId: OPPORTUNITY, fields: ['Opportunity.StageName'] });

function refuse(request: WireRequest, moves: readonly WireMove[] = salesforceWire.movesIn(request, WATCH)): Answer {
  return refusalOf(request, moves, MESSAGE);
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

describe('a save is answered', () => {
  it('as a validation rule answers it, action by action', () => {
    const second = action('9;a', 'updateRecord', update(OTHER, { StageName: 'Closed Won' }));
    const { status, statusText, headers, body } = refuse(boxcar(save, second));
    expect({ status, statusText, headers }).toEqual({
      status: 200,
      statusText: 'OK',
      headers: { 'content-type': 'application/json;charset=UTF-8' },
    });
    expect(JSON.parse(body)).toEqual({ actions: [denial('2;a'), denial('9;a')] });
  });

  it('in the same way for older pages', () => {
    const gvp = {
      id: '4;a',
      descriptor: 'serviceComponent://ui.force.x.RecordGvpController/ACTION$saveRecord',
      params: { recordRep: { id: LEAD, apiName: 'Lead', fields: { Status: { value: 'Working - Contacted' } } } },
    };
    expect(JSON.parse(refuse(boxcar(gvp)).body)).toEqual({ actions: [denial('4;a')] });
  });

  it('with a plain message where a lead is converted: that screen is no record form', () => {
    const convert = {
      id: '5;a',
      descriptor: 'serviceComponent://x/ACTION$convertLeadServer',
      params: { leadId: LEAD, convertedStatus: 'Closed - Converted' },
    };
    expect(JSON.parse(refuse(boxcar(convert, save)).body)).toEqual({
      actions: [{ id: '5;a', state: 'ERROR', returnValue: null, error: [{ message: MESSAGE }] }, denial('2;a')],
    });
  });

  it('and of a boxcar only what makes the moves', () => {
    const allowed = action('4;a', 'updateRecord', update(OTHER, { StageName: 'Qualification' }));
    const request = boxcar(read, save, allowed);
    const [held] = salesforceWire.movesIn(request, WATCH);
    expect(JSON.parse(refuse(request, held ? [held] : []).body)).toEqual({ actions: [denial('2;a')] });
  });

  it('with the UI API’s own error over REST', () => {
    const url = `https://${ORG}/services/data/v66.0/ui-api/records/${OPPORTUNITY}`;
    const { status, body } = refuse({ method: 'PATCH', url, body: '{"fields":{"StageName":"Closed Won"}}' });
    expect(status).toBe(400);
    expect(JSON.parse(body)).toEqual(data);
  });
});
