/** Everything under `/api/`: who may ask, and which part answers. */

import type { LabRequest, LabResponse } from '../../site';
import { listOf, objectOf, parseJson, textOf } from '../json';
import { json, notFound, notSignedIn } from './answers';
import { handleCrmObjects } from './crm-objects';
import { matches } from './filter';
import { handleGraphql } from './graphql';
import { PROPERTIES } from './properties';
import type { Store } from './store';
import { restRecord } from './wire';

export const CSRF_COOKIE = 'hubspotapi-csrf';

/** The answer to an API request. Without the CSRF header that repeats the cookie it is 401, for reads too (facts/hubspot.md §3.2). */
export function handleApi(store: Store, request: LabRequest): LabResponse {
  if (!isSignedIn(request)) return notSignedIn();
  const { method, url, body } = request;
  const source = request.headers['x-properties-source'] ?? 'API';
  const path = url.pathname.split('/').slice(2);
  const route = `${method} ${path.slice(0, 3).join('/')}`;
  if (route === 'POST graphql/crm') return handleGraphql(store, body, source);
  if (route === 'POST crm-search/search') return search(store, body);
  if (path.slice(0, 3).join('/') === 'inbounddb-objects/v1/crm-objects') {
    return handleCrmObjects(store, request, path[3] ?? '', path[4] ?? '', source);
  }
  if (method === 'GET' && path[0] === 'properties' && path[2] === 'groups' && path[4] === 'properties') return propertiesOf(path[3] ?? '');
  if (method === 'GET' && path[0] === 'associations' && path[1] === 'v1') return associations(store, path[2] ?? '', path[3] ?? '');
  return notFound('This path');
}

function isSignedIn(request: LabRequest): boolean {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/);
  const token = cookies.find((cookie) => cookie.startsWith(`${CSRF_COOKIE}=`))?.slice(CSRF_COOKIE.length + 1);
  return !!token && request.headers['x-hubspot-csrf-hubspotapi'] === token;
}

function search(store: Store, body: string): LabResponse {
  const { objectTypeId, filterGroups } = objectOf(parseJson(body));
  const found = store.list(textOf(objectTypeId)).filter((record) => matches(record, filterGroups));
  return json({ total: found.length, offset: found.length, hasMore: false, results: found.map(restRecord) });
}

function propertiesOf(objectTypeId: string): LabResponse {
  const properties = PROPERTIES[objectTypeId];
  if (!properties) return notFound('This object type');
  return json([{ name: 'information', displayName: 'Information', properties: listOf(properties) }]);
}

/** The real shape of this one has not been seen: only the practice pages read it. */
function associations(store: Store, objectTypeId: string, id: string): LabResponse {
  const record = store.find(objectTypeId, id);
  if (!record) return notFound('This record');
  return json({ results: record.links.map(([objectTypeId, objectId]) => ({ objectTypeId, objectId })) });
}
