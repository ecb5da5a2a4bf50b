/** Everything under `/api/`: who may ask, and which part answers. */

import type { LabRequest, LabResponse } from '../../site';
import { listOf, objectOf, parseJson, textOf } from '../json';
import { json, notFound, notSignedIn } from './answers';
import { handleBulk } from './bulk';
import { handleCrmObjects } from './crm-objects';
import { handleGraphql } from './graphql';
import { handleLegacy } from './legacy';
import { PROPERTIES } from './properties';
import { handleRpc } from './rpc';
import { searched } from './search';
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
  if (route === 'POST inbounddb-objects/v2/batch-mutation') return handleBulk(store, body, source);
  if (route === 'POST chirp-frontend-app/v1/gateway') return handleRpc(store, path.at(-1) ?? '', body, source);
  if (method === 'GET' && path[0] === 'properties' && path[2] === 'groups' && path[4] === 'properties') return propertiesOf(path[3] ?? '');
  if (method === 'GET' && path[0] === 'associations' && path[1] === 'v1') return associations(store, path[2] ?? '', path[3] ?? '');
  return handleLegacy(store, request, path, source) ?? notFound('This path');
}

function isSignedIn(request: LabRequest): boolean {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/);
  const token = cookies.find((cookie) => cookie.startsWith(`${CSRF_COOKIE}=`))?.slice(CSRF_COOKIE.length + 1);
  return !!token && request.headers['x-hubspot-csrf-hubspotapi'] === token;
}

/** Tells only the properties that were asked for, as HubSpot's does. */
function search(store: Store, body: string): LabResponse {
  const request = objectOf(parseJson(body));
  const { total, page } = searched(store, request);
  const names = listOf(objectOf(request.requestOptions).properties).map(textOf);
  const offset = Number(request.offset ?? 0) + page.length;
  return json({ total, offset, hasMore: offset < total, results: page.map((record) => restRecord(record, names)) });
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
