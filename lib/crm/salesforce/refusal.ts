/** A save refused in the CRM's own words: the answer that a validation rule gives, which makes its screens revert (facts/salesforce.md §3.4). */
import type { Answer, Split, WireMove, WireRequest } from '../adapter';
import { boxcar, savedBy } from './aura';
import { isJson, parse, unframe, type Json, type JsonValue } from './json';
import { keyOf, movesOf, NOWHERE } from './moves';

/** Refuses the actions that would make `moves`; whatever else is in the same boxcar goes on to the server. */
export function refuse({ body }: WireRequest, moves: readonly WireMove[], message: string): Answer | Split {
  const fields = moves.map((move) => move.field);
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

  const keys = moves.map(keyOf);
  const innocent: Json[] = [];
  const refused: { id: JsonValue }[] = [];
  for (const action of sent.actions) {
    if (!movesOf(savedBy(action), NOWHERE, fields).some((move) => keys.includes(keyOf(move)))) innocent.push(action);
    else {
      // With `useDefault: true` the page would show the system's error box and never tell the caller (facts/salesforce.md §3.4).
      const values = { error: { message, stackTrace: '', data, id: '-1' } };
      const event = { descriptor: 'markup://aura:serverActionError', attributes: { values } };
      const error = [{ exceptionEvent: true, useDefault: false, event }];
      const denial = { id: action.id, state: 'ERROR', returnValue: null, error };
      refused.push(denial);
    }
  }
  if (!innocent.length) return answer(200, 'OK', { actions: refused });

  const ids = sent.actions.map(({ id }) => id);
  return {
    forward: sent.only(innocent),
    merge(text) {
      const [before, json, after] = unframe(text);
      const real = parse(json);
      // An answer without actions (a lost session, say) is about the whole boxcar: the page's own code then asks again.
      if (!real || !Array.isArray(real.actions)) return text;
      const all = [...real.actions.filter(isJson), ...refused].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
      return before + JSON.stringify({ ...real, actions: all }) + after;
    },
  };
}
