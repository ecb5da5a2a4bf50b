/** Reads records through the page's own session, with the context and the token of the request that is held (facts/salesforce.md §3.1, §3.2). */
import type { ReadRequest, RecordRef, WireRequest } from '../adapter';
import { boxcar } from './aura';

/** See `Page.readOf`. One boxcar of one read each; a field that an org does not have is left out of the answer, and spoils nothing. */
export function readOf(request: WireRequest, records: readonly RecordRef[], fields: readonly string[]): ReadRequest | null {
  const sent = boxcar(request.body);
  if (!sent) return null;
  const actions = records.map(({ object, id }, index) => ({
    id: `handrail-${index};a`,
    descriptor: 'aura://RecordUiController/ACTION$getRecordWithFields',
    callingDescriptor: 'UNKNOWN',
    params: { recordId: id, fields: [`${object}.Id`], optionalFields: fields.map((field) => `${object}.${field}`) },
  }));
  return {
    method: 'POST',
    url: new URL(`/aura?r=0&aura.RecordUi.getRecordWithFields=${actions.length}`, request.url).href,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    body: sent.only(actions),
  };
}
