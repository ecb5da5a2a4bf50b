/** Reading records from the server, in the requests that each page is known to send (facts/hubspot.md §3.6). */

import { listOf, objectOf, textOf } from '../../json';
import type { JsonObject } from '../../json';
import { SEARCH_OBJECTS } from '../../operations';
import { STAGE_FIELDS } from '../../records';
import { send } from '../http/client';
import type { Pending } from '../http/client';
import { runGraphql } from '../http/graphql';
import { putRecord } from './records';
import type { RecordKey, Values } from './records';

/** The values of a record as REST answers it. */
export function restValues(record: JsonObject): Values {
  return Object.fromEntries(
    Object.entries(objectOf(record.properties)).map(([name, property]) => [name, textOf(objectOf(property).value)]),
  );
}

/** The values in a list of `{name, value}`. */
export function listedValues(properties: unknown): Values {
  return Object.fromEntries(listOf(properties).map((entry) => [textOf(objectOf(entry).name), textOf(objectOf(entry).value)]));
}

/** Loads records of one type for a record page. HubSpot asks for the record in view twice; `flpViewValidation` tells the second. */
export function loadRecords(objectTypeId: string, ids: readonly string[], flpViewValidation: boolean): Pending {
  const pending = send({
    method: 'GET',
    path: `/api/inbounddb-objects/v1/crm-objects/${objectTypeId}/batch`,
    app: 'crm-records-ui',
    query: [
      ['allPropertiesFetchMode', 'latest_version'],
      ['includeAllProperties', 'true'],
      ['flpViewValidation', String(flpViewValidation)],
      ...ids.map((id) => ['id', id] as const),
    ],
  });
  const answer = pending.answer.then((found) => {
    for (const [objectId, record] of Object.entries(objectOf(found))) putRecord({ objectTypeId, objectId }, restValues(objectOf(record)));
    return found;
  });
  return { ...pending, answer };
}

/** The records associated with one, and loads their values. */
export async function loadAssociations({ objectTypeId, objectId }: RecordKey): Promise<RecordKey[]> {
  const path = `/api/associations/v1/${objectTypeId}/${objectId}`;
  const { results } = objectOf(await send({ method: 'GET', path, app: 'crm-records-ui' }).answer);
  const keys = listOf(results).map((entry) => ({
    objectTypeId: textOf(objectOf(entry).objectTypeId),
    objectId: textOf(objectOf(entry).objectId),
  }));
  const types = [...new Set(keys.map((key) => key.objectTypeId))];
  await Promise.all(types.map((type) => loadRecords(type, idsOf(keys, type), false).answer));
  return keys;
}

function idsOf(keys: readonly RecordKey[], objectTypeId: string): string[] {
  return keys.filter((key) => key.objectTypeId === objectTypeId).map((key) => key.objectId);
}

/** A search as the pages send it; its filters go into a bulk edit to "all that match" unchanged. */
export interface Search {
  objectTypeId: string;
  filterGroups: readonly unknown[];
  query: string;
}

interface Found {
  ids: string[];
  /** How many there are on all pages. */
  total: number;
}

const BOARD_PAGE = 100;

/** The ids of all records on a board, by GraphQL, page by page. Its filter names the stages, as a real board's does. */
export async function searchBoard(objectTypeId: string, properties: readonly string[], stages: readonly string[]): Promise<string[]> {
  const filterGroups = [{ filters: [{ property: STAGE_FIELDS[objectTypeId]?.stage, operator: 'IN', values: stages }] }];
  const ids: string[] = [];
  for (;;) {
    const variables = { objectTypeId, properties, filterGroups, count: BOARD_PAGE, offset: ids.length };
    const { total, results } = objectOf((await runGraphql('crm-index-ui', SEARCH_OBJECTS, variables)).crmObjectsSearch);
    const page = listOf(results).map((entry) => {
      const { id, properties: values } = objectOf(entry);
      putRecord({ objectTypeId, objectId: textOf(id) }, listedValues(values));
      return textOf(id);
    });
    ids.push(...page);
    if (page.length === 0 || ids.length >= Number(total)) return ids;
  }
}

export const TABLE_PAGE = 25;

/** One page of a table's records, by REST search. */
export async function searchTable(search: Search, properties: readonly string[], offset: number): Promise<Found> {
  const { objectTypeId } = search;
  const data = { ...search, requestOptions: { properties }, count: TABLE_PAGE, offset };
  const { results, total } = objectOf(await send({ method: 'POST', path: '/api/crm-search/search', app: 'crm-index-ui', data }).answer);
  const ids = listOf(results).map((entry) => {
    const objectId = textOf(objectOf(entry).objectId);
    putRecord({ objectTypeId, objectId }, restValues(objectOf(entry)));
    return objectId;
  });
  return { ids, total: Number(total) };
}
