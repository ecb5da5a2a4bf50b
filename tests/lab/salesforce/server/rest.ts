/** The UI API over plain REST, for pages that do not go through Aura: `/services/data/vXX/ui-api/…` and `/graphql` (facts/salesforce.md §3.5). */
import { objectInfo } from '../metadata';
import type { LabRequest, LabResponse } from '../../site';
import { AuraFault, badRequest, notFound } from './fault';
import { executeGraphQL } from './graphql';
import { isObject, objectAt, parseJson, textAt, type JsonObject } from './json';
import { recordRepresentation } from './representation';
import { askedFor } from './selection';
import type { Store } from './store';

const PATH = /^\/services\/data\/v\d+\.\d\/(?:(graphql)|ui-api\/(?:list-records\/(\w+)\/\w+|records(?:\/(\w+))?))$/;

/** Null for a path that is none of these. */
export function answerRest({ method, url, body }: LabRequest, store: Store): LabResponse | null {
  const [path, graphql, listed, id = ''] = PATH.exec(url.pathname) ?? [];
  if (!path) return null;
  const sent = parseJson(body);
  const input = isObject(sent) ? sent : {};
  try {
    if (graphql) return json(200, executeGraphQL(input, store));
    return listed ? json(200, list(listed, store)) : records(method, id, input, url, store);
  } catch (error) {
    if (!(error instanceof AuraFault)) throw error;
    return json(error.data.statusCode, error.data);
  }
}

function records(method: string, id: string, input: JsonObject, url: URL, store: Store): LabResponse {
  if (method === 'POST' && !id)
    return json(201, recordRepresentation(store, store.create(textAt(input, 'apiName'), objectAt(input, 'fields'))));
  const record = store.find(id);
  if (!record) throw notFound(id);
  const names = (key: string) => (url.searchParams.get(key) ?? '').split(',').filter(Boolean);
  if (method === 'GET') return json(200, askedFor(store, record, { fields: names('fields'), optionalFields: names('optionalFields') }));
  if (method === 'PATCH') return json(200, recordRepresentation(store, store.update(id, objectAt(input, 'fields'))));
  throw badRequest(`${method} is not allowed here.`);
}

function list(apiName: string, store: Store): unknown {
  if (!objectInfo(apiName)) throw notFound(apiName);
  const all = store.list(apiName);
  return { count: all.length, records: all.map((record) => recordRepresentation(store, record)) };
}

function json(status: number, value: unknown): LabResponse {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-store' },
    body: JSON.stringify(value),
  };
}
