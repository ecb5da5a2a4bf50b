/** Reads records through the page's own session, with the context and the token of the request that is held (facts/salesforce.md §3.1, §3.2). */
import type { ReadRequest, RecordRef, WireRequest } from '../adapter';
import { boxcar } from './aura';

/** The fields of one object by their full names. One that an org does not have is left out of the answer where it is optional, and spoils nothing. */
function asked(object: string, fields: readonly string[]): { fields: string[]; optionalFields: string[] } {
  return { fields: [`${object}.Id`], optionalFields: fields.map((field) => `${object}.${field}`) };
}

/** A save over REST is about one record: it is read where it would be saved. */
function restRead({ url }: WireRequest, { object }: RecordRef, fields: readonly string[]): ReadRequest | null {
  const address = new URL(url);
  if (!/\/ui-api\/records\/\w+$/.test(address.pathname)) return null;
  address.search = new URLSearchParams(Object.entries(asked(object, fields)).map(([name, list]) => [name, list.join()])).toString();
  return { method: 'GET', url: address.href, headers: { accept: 'application/json' }, body: '' };
}

/** See `Page.readOf`. Of an Aura request's records, one boxcar of one read each. Only a record whose object is known can be asked for. */
export function readOf(request: WireRequest, records: readonly RecordRef[], fields: readonly string[]): ReadRequest | null {
  const known = records.filter(({ object, id }) => object && id);
  const [first] = known;
  if (!first) return null;
  const sent = boxcar(request.body);
  if (!sent) return restRead(request, first, fields);
  const actions = known.map(({ object, id }, index) => ({
    id: `handrail-${index};a`,
    descriptor: 'aura://RecordUiController/ACTION$getRecordWithFields',
    callingDescriptor: 'UNKNOWN',
    params: { recordId: id, ...asked(object, fields) },
  }));
  return {
    method: 'POST',
    url: new URL(`/aura?r=0&aura.RecordUi.getRecordWithFields=${actions.length}`, request.url).href,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    body: sent.only(actions),
  };
}
