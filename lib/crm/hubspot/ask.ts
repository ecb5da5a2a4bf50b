/** Reads records through the page's own session: a same-origin GET with the token that the page itself uses. facts/hubspot.md §3.2, §3.6. */
import type { ReadRequest, RecordRef, WireRequest } from '../adapter';
import { typeIdOf } from './objects';

/**
 * See `Page.readOf`. One request asks for records of one object: where a batch moves several, for those of the first. A bulk edit to "all that
 * match" names none that could be asked for.
 */
export function readOf(
  { url }: WireRequest,
  records: readonly RecordRef[],
  _fields: readonly string[],
  cookies: string,
): ReadRequest | null {
  // Both cookies carry the same token.
  const token = /(?:^|; )(?:hubspotapi-csrf|csrf\.app)=([^;]+)/.exec(cookies)?.[1];
  const [first] = records;
  // On the host of the old API the same path means something else (§3.1).
  if (!token || !first || !url.startsWith('https://app')) return null;
  const address = new URL(`/api/inbounddb-objects/v1/crm-objects/${typeIdOf(first.object)}/batch`, url);
  const { searchParams } = address;
  searchParams.set('portalId', first.org);
  searchParams.set('allPropertiesFetchMode', 'latest_version');
  searchParams.set('includeAllProperties', 'true');
  searchParams.set('flpViewValidation', 'false');
  for (const { object, id } of records) if (object === first.object) searchParams.append('id', id);
  return { method: 'GET', url: address.href, headers: { accept: 'application/json', 'x-hubspot-csrf-hubspotapi': token }, body: '' };
}
