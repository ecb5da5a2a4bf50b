/** `POST …/v2/batch-mutation/dynamic-search`: one change to many records, by their ids or by a search (facts/hubspot.md §3.3e). */

import type { LabResponse } from '../../site';
import { listOf, objectOf, parseJson, textOf } from '../json';
import type { JsonObject } from '../json';
import { json, notFound } from './answers';
import { found } from './search';
import { changesOf, save } from './save';
import type { Store, StoredRecord } from './store';

/** The real answer has not been seen: only the practice pages read it. */
export function handleBulk(store: Store, body: string, source: string): LabResponse {
  const request = objectOf(parseJson(body));
  if (request.type !== 'UPDATE') return notFound('This kind of change');
  const changes = changesOf(listOf(request.properties));
  const records = recordsOf(store, request);
  const refusal = save(
    store,
    records.map((record) => ({ record, changes })),
    source,
  );
  return refusal ?? json({ status: 'COMPLETE', count: records.length });
}

function recordsOf(store: Store, { objectTypeId, objectIdList, crmSearchRequestProxyEgg: search }: JsonObject): StoredRecord[] {
  if (objectIdList === undefined) return found(store, objectOf(search));
  return listOf(objectIdList).flatMap((id) => store.find(textOf(objectTypeId), textOf(id)) ?? []);
}
