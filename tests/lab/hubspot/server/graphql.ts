/** `POST /api/graphql/crm`: one operation or an array of them, answered by index (facts/hubspot.md §3.3a, b, §3.5). */

import type { LabResponse } from '../../site';
import { listOf, objectOf, parseJson, textOf } from '../json';
import type { JsonObject } from '../json';
import { FETCH_PIPELINES, OPERATIONS, SEARCH_OBJECTS, UPDATES } from '../operations';
import { apiError, json } from './answers';
import { pipelineOf } from './pipelines';
import { searched } from './search';
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
  if (known === FETCH_PIPELINES) return { data: { pipelines: pipelinesOf(textOf(objectOf(variables).objectTypeId)) } };
  if (known === SEARCH_OBJECTS) return { data: { crmObjectsSearch: search(store, objectOf(variables)) } };
  const { alias } = Object.values(UPDATES).find((candidate) => candidate.operationName === operationName) ?? { alias: '' };
  return { data: { [alias]: update(store, objectOf(objectOf(variables).propertyUpdatesInput), source) } };
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
  const pipeline = pipelineOf(objectTypeId);
  if (!pipeline) return [];
  return [{ ...pipeline, stages: pipeline.stages.map((stage) => ({ ...stage, __typename: 'PipelineStage' })), __typename: 'Pipeline' }];
}

function search(store: Store, variables: JsonObject): unknown {
  const { total, page } = searched(store, variables);
  const names = listOf(variables.properties).map(textOf);
  return { total, results: page.map((record) => searchRecord(record, names)), __typename: 'CrmObjectsSearchResponse' };
}
