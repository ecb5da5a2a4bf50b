/** Reads records through the page's own session: a same-origin GET with the token that the page itself uses. facts/hubspot.md §3.2, §3.6. */
import type { ReadRequest, RecordRef, WireRequest } from '../adapter';
import { typeIdOf } from './objects';

/** See `Page.readOf`. All records of a move are of one object; a bulk edit to "all that match" names none that could be asked for. */
export function readOf(
  { url }: WireRequest,
  records: readonly RecordRef[],
  _fields: readonly string[],
  cookies: string,
): ReadRequest | null {
  const token = /(?:^|; )(?:hubspotapi-csrf|csrf\.app)=([^;]+)/.exec(cookies)?.[1];
  const [first] = records;
  if (!token || !first) return null;
  const address = new URL(`/api/inbounddb-objects/v1/crm-objects/${typeIdOf(first.object)}/batch`, url);
  const { searchParams } = address;
  searchParams.set('portalId', first.org);
  searchParams.set('allPropertiesFetchMode', 'latest_version');
  searchParams.set('includeAllProperties', 'true');
  searchParams.set('flpViewValidation', 'false');
  for (const { id } of records) searchParams.append('id', id);
  return { method: 'GET', url: address.href, headers: { accept: 'application/json', 'x-hubspot-csrf-hubspotapi': token }, body: '' };
}
