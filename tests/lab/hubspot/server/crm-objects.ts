/** `/api/inbounddb-objects/v1/crm-objects/{typeId}…`: the REST reads and the two REST saves (facts/hubspot.md §3.3c, d, §3.6). */

import type { LabRequest, LabResponse } from '../../site';
import { listOf, objectOf, parseJson, textOf } from '../json';
import { json, notFound } from './answers';
import { changesOf, save } from './save';
import type { Write } from './save';
import type { Store } from './store';
import { restRecord } from './wire';

/** The answer for the path behind `crm-objects/`: `{typeId}`, `{typeId}/{id}` or `{typeId}/batch`. */
export function handleCrmObjects(store: Store, request: LabRequest, objectTypeId: string, rest: string, source: string): LabResponse {
  if (request.method === 'GET' && rest === 'batch') return readMany(store, objectTypeId, request.url.searchParams.getAll('id'));
  if (request.method === 'GET' && rest) return readOne(store, objectTypeId, rest);
  if (request.method === 'PUT' && rest) return saveOne(store, objectTypeId, rest, request.body, source);
  if (request.method === 'PUT') return saveMany(store, objectTypeId, request.body, source);
  return notFound('This path');
}

function readMany(store: Store, objectTypeId: string, ids: readonly string[]): LabResponse {
  const known = ids.flatMap((id) => store.find(objectTypeId, id) ?? []);
  return json(Object.fromEntries(known.map((record) => [record.objectId, restRecord(record)])));
}

function readOne(store: Store, objectTypeId: string, id: string): LabResponse {
  const record = store.find(objectTypeId, id);
  return record ? json(restRecord(record)) : notFound('This record');
}

function saveOne(store: Store, objectTypeId: string, id: string, body: string, source: string): LabResponse {
  const record = store.find(objectTypeId, id);
  if (!record) return notFound('This record');
  return save(store, [{ record, changes: changesOf(listOf(parseJson(body)).flat()) }], source) ?? json(restRecord(record));
}

function saveMany(store: Store, objectTypeId: string, body: string, source: string): LabResponse {
  const writes: Write[] = [];
  for (const entry of listOf(parseJson(body)).map(objectOf)) {
    const record = store.find(textOf(entry.objectTypeId) || objectTypeId, textOf(entry.objectId));
    if (!record) return notFound('This record');
    writes.push({ record, changes: changesOf(listOf(entry.propertyValues)) });
  }
  return save(store, writes, source) ?? json(writes.map(({ record }) => restRecord(record)));
}
