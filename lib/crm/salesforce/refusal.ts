/** A save refused in the CRM's own words: the answer that a validation rule gives, which makes its screens revert (facts/salesforce.md §3.4). */
import type { Answer, WireMove, WireRequest } from '../adapter';
import { boxcar } from './aura';
import { isJson, type Json } from './json';
import { movingActions } from './split';

/** See `Page.refuse`: of a boxcar, the actions that would make `moves` are answered. */
export function refuse({ body }: WireRequest, moves: readonly WireMove[], message: string): Answer {
  // As captured, about the whole record: named for the field too, screens would say it twice.
  const rule = {
    constituentField: null,
    duplicateRecordError: null,
    errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    field: null,
    fieldLabel: null,
    message,
  };
  const data = { statusCode: 400, message, enhancedErrorType: 'RecordError', output: { errors: [rule], fieldErrors: {} } };
  const answer = (status: number, statusText: string, content: object): Answer => ({
    status,
    statusText,
    headers: { 'content-type': 'application/json;charset=UTF-8' },
    body: JSON.stringify(content),
  });
  const sent = boxcar(body);
  if (!sent) return answer(400, 'Bad Request', data);
  // With `useDefault: true` the page would show the system's error box and never tell the caller (facts/salesforce.md §3.4).
  const values = { error: { message, stackTrace: '', data, id: '-1' } };
  const event = { descriptor: 'markup://aura:serverActionError', attributes: { values } };
  const error = [{ exceptionEvent: true, useDefault: false, event }];
  // Converting a lead has no record form that would look for more than a message.
  const converts = ({ params }: Json) => isJson(params) && 'convertedStatus' in params;
  const actions = movingActions(sent, moves).map((action) => ({
    id: action.id,
    state: 'ERROR',
    returnValue: null,
    error: converts(action) ? [{ message }] : error,
  }));
  return answer(200, 'OK', { actions });
}
