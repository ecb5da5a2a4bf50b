/** Remote calls: the creation of a record (facts/hubspot.md §3.3g), and a move on the board in a form that nobody has captured (h). */

import type { LabResponse } from '../../site';
import { listOf, objectOf, parseJson, textOf } from '../json';
import type { JsonObject } from '../json';
import { json, notFound, validationError } from './answers';
import { changesOf, save } from './save';
import type { Store } from './store';
import { complaintsAbout } from './validation';
import { restRecord } from './wire';

/** `method` is the last part of the path. */
export function handleRpc(store: Store, method: string, body: string, source: string): LabResponse {
  const request = objectOf(parseJson(body));
  if (method === 'createObjectAndAssociations') return create(store, objectOf(request.createRequest), source);
  if (method === 'moveCard') return move(store, objectOf(request.request), source);
  return notFound('This call');
}

function create(store: Store, request: JsonObject, source: string): LabResponse {
  const objectTypeId = textOf(request.objectTypeId);
  const changes = changesOf(listOf(request.properties)).filter(({ value }) => value !== '');
  const complaints = complaintsAbout(objectTypeId, changes, true);
  if (complaints.length > 0) return validationError(complaints);
  const record = store.create(objectTypeId, changes, source);
  return json({ data: { result: { crmObject: restRecord(record) } } });
}

function move(store: Store, request: JsonObject, source: string): LabResponse {
  const record = store.find(textOf(request.objectTypeId), textOf(request.objectId));
  if (!record) return notFound('This record');
  const updates = Object.entries(objectOf(request.propertyUpdates));
  const changes = updates.map(([name, update]) => ({ name, value: textOf(objectOf(update).value) }));
  return save(store, [{ record, changes }], source) ?? json({ data: { result: { crmObject: restRecord(record) } } });
}
