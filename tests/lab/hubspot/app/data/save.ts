/** Saving: one function per way that HubSpot's pages save (facts/hubspot.md §3.3a, c, d), all shown at once and taken back on an error. */

import { listOf, objectOf, textOf } from '../../json';
import { UPDATE_OBJECT } from '../../operations';
import { USER_EMAIL } from '../../records';
import { showAlert } from '../alerts';
import { isHttpError, send } from '../http/client';
import type { HttpCall } from '../http/client';
import { runGraphql } from '../http/graphql';
import { listedValues, restValues } from './load';
import { loadPipeline } from './metadata';
import { knownRecord, putRecord } from './records';
import type { RecordKey, Values } from './records';

/** A save that can be given up. */
export interface Saving {
  /** True when saved; false when it was taken back. Never rejects. */
  done: Promise<boolean>;
  /** Gives up if the answer is not there yet, and takes the change back. */
  abort(): void;
}

const REST = '/api/inbounddb-objects/v1/crm-objects';
const FALLBACK = 'Your change was not saved. Try again.';

/** The record page's save: a GraphQL mutation. True when saved, false when taken back; never rejects. */
export function saveOnRecordPage(key: RecordKey, changes: Values): Promise<boolean> {
  const { objectTypeId: objectType, objectId } = key;
  const properties = Object.entries(changes).map(([name, value]) => ({ name, value }));
  const answer = runGraphql('crm-records-ui', UPDATE_OBJECT, { propertyUpdatesInput: { objectType, objectId, properties } });
  if ('dealstage' in changes && document.body.dataset.graphqlRefetch === 'true') {
    loadPipeline('crm-records-ui', objectType).catch(() => undefined);
  }
  return settle(key, changes, answer, mutationValues);
}

/** The table's save: a PUT of one record. */
export function saveInTable(key: RecordKey, changes: Values): Saving {
  const entries = Object.entries(changes).map(([name, value]) => ({ name, value, source: 'CRM_UI', sourceId: USER_EMAIL }));
  return saveByRest(key, changes, {
    path: `${REST}/${key.objectTypeId}/${key.objectId}`,
    query: [['allPropertiesFetchMode', 'latest_version']],
    data: [entries],
  });
}

/** The board's save: a PUT of many records, here one. True when saved, false when taken back; never rejects. */
export function saveOnBoard(key: RecordKey, changes: Values): Promise<boolean> {
  const propertyValues = Object.entries(changes).map(([name, value]) => ({ name, value }));
  const { objectTypeId, objectId } = key;
  return saveByRest(key, changes, { path: `${REST}/${objectTypeId}`, data: [{ objectId, objectTypeId, propertyValues }] }).done;
}

function saveByRest(key: RecordKey, changes: Values, call: Pick<HttpCall, 'path' | 'query' | 'data'>): Saving {
  const pending = send({ ...call, method: 'PUT', app: 'crm-index-ui', isEdit: true });
  const values = (answer: unknown): Values => restValues(objectOf(Array.isArray(answer) ? answer[0] : answer));
  return { done: settle(key, changes, pending.answer, values), abort: pending.abort };
}

/** The saved values of a mutation's answer; throws the portal's own words when it refused. */
function mutationValues(data: unknown): Values {
  const { updatedObject, userErrorsExpanded } = objectOf(objectOf(data).updateResponse);
  const messages = listOf(userErrorsExpanded).map((error) => textOf(objectOf(error).message));
  if (messages.length > 0) throw new Error(messages.join(' ') || FALLBACK);
  return listedValues(objectOf(updatedObject).allProperties);
}

async function settle(key: RecordKey, changes: Values, answer: Promise<unknown>, valuesOf: (answer: unknown) => Values): Promise<boolean> {
  const before = knownRecord(key) ?? {};
  putRecord(key, changes);
  try {
    putRecord(key, valuesOf(await answer));
    return true;
  } catch (error) {
    putRecord(key, Object.fromEntries(Object.keys(changes).map((name) => [name, before[name] ?? ''])));
    if (!isHttpError(error) || error.errorCode !== 'ABORT') showAlert(messageOf(error));
    return false;
  }
}

function messageOf(error: unknown): string {
  if (isHttpError(error)) return textOf(objectOf(error.responseJSON).message) || FALLBACK;
  return error instanceof Error ? error.message : FALLBACK;
}
