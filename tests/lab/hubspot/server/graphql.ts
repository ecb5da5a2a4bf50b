/** `POST /api/graphql/crm`: one operation or an array of them, answered by index (facts/hubspot.md §3.3a, b, §3.5). */

import type { LabResponse } from '../../site';
import { listOf, objectOf, parseJson, textOf } from '../json';
import type { JsonObject } from '../json';
import { FETCH_PIPELINES, OPERATIONS, SEARCH_OBJECTS, UPDATE_OBJECT } from '../operations';
import { DEAL } from '../records';
import { apiError, json } from './answers';
import { matches } from './filter';
import { DEAL_PIPELINE } from './pipelines';
import type { Change, Store } from './store';
import { complaintsAbout } from './validation';
import type { Complaint } from './validation';
import { searchRecord, updatedObject } from './wire';

/** The answer to a GraphQL request. A wrong operation fails alone, with HTTP 200; a body that is not JSON fails the whole request. */
export function handleGraphql(store: Store, body: string, source: string): LabResponse {
  const parsed = parseJson(body);
  if (parsed === undefined) return apiError(400, 'VALIDATION_ERROR', 'The request body is not JSON.');
  return json(Array.isArray(parsed) ? parsed.map((operation) => run(store, operation, source)) : run(store, parsed, source));
}

function run(store: Store, operation: unknown, source: string): unknown {
  const { operationName, query, id, variables } = objectOf(operation);
  const known = OPERATIONS.find((candidate) => candidate.operationName === operationName);
  if (!known) return failed(`Unknown operation "${textOf(operationName)}".`);
  if (typeof query !== 'string' && id !== known.id) return failed('PersistedQueryNotFound');
  switch (known) {
    case UPDATE_OBJECT:
      return { data: { updateResponse: update(store, objectOf(objectOf(variables).propertyUpdatesInput), source) } };
    case FETCH_PIPELINES:
      return { data: { pipelines: pipelinesOf(textOf(objectOf(variables).objectTypeId)) } };
    case SEARCH_OBJECTS:
      return { data: { crmObjectsSearch: search(store, objectOf(variables)) } };
    default:
      return failed(`Unknown operation "${known.operationName}".`);
  }
}

function failed(message: string): unknown {
  return { data: null, errors: [{ message }] };
}

function update(store: Store, input: JsonObject, source: string): unknown {
  const objectTypeId = textOf(input.objectType);
  const record = store.find(objectTypeId, textOf(input.objectId));
  if (!record) return refused([{ property: '', code: 'OBJECT_NOT_FOUND', message: 'This record no longer exists.' }]);
  const changes: Change[] = listOf(input.properties).map((entry) => ({
    name: textOf(objectOf(entry).name),
    value: textOf(objectOf(entry).value),
  }));
  const complaints = complaintsAbout(objectTypeId, changes);
  if (complaints.length > 0) return refused(complaints);
  store.write(record, changes, source);
  return { updatedObject: updatedObject(record), userErrorsExpanded: [], __typename: 'UpdateCrmObjectPropertiesResponse' };
}

function refused(complaints: readonly Complaint[]): unknown {
  return {
    updatedObject: null,
    userErrorsExpanded: complaints.map(({ code, message }) => ({ code, message, __typename: 'GenericMutationError' })),
    __typename: 'UpdateCrmObjectPropertiesResponse',
  };
}

function pipelinesOf(objectTypeId: string): unknown[] {
  if (objectTypeId !== DEAL) return [];
  const stages = DEAL_PIPELINE.stages.map((stage) => ({ ...stage, __typename: 'PipelineStage' }));
  return [{ ...DEAL_PIPELINE, stages, __typename: 'Pipeline' }];
}

function search(store: Store, variables: JsonObject): unknown {
  const found = store.list(textOf(variables.objectTypeId)).filter((record) => matches(record, variables.filterGroups));
  const names = listOf(variables.properties).map(textOf);
  return { total: found.length, results: found.map((record) => searchRecord(record, names)), __typename: 'CrmObjectsSearchResponse' };
}
