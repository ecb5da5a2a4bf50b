/** How a stored record looks on the wire, in REST and in GraphQL (facts/hubspot.md §3.3a, §3.6). */

import { PORTAL_ID, STAGE_FIELDS } from '../records';
import { pipelineOf } from './pipelines';
import { PROPERTIES } from './properties';
import { currentValue } from './store';
import type { StoredRecord } from './store';

function namesOf(record: StoredRecord): string[] {
  return (PROPERTIES[record.objectTypeId] ?? []).map((property) => property.name);
}

/** The properties of a record with their history, by name. */
export function restProperties(record: StoredRecord, names: readonly string[] = namesOf(record)): Record<string, unknown> {
  const properties = names.map((name): [string, unknown] => {
    const versions = record.properties.get(name) ?? [];
    const { timestamp = 0, source = '', sourceId = '' } = versions[0] ?? {};
    return [name, { value: currentValue(record, name), timestamp, source, sourceId, versions, sensitivityLevel: 'none' }];
  });
  return Object.fromEntries(properties);
}

/** A record as the REST endpoints answer it: with every property, or with those that were asked for. */
export function restRecord(record: StoredRecord, names?: readonly string[]): unknown {
  return {
    objectTypeId: record.objectTypeId,
    objectId: Number(record.objectId),
    portalId: Number(PORTAL_ID),
    properties: restProperties(record, names),
    isDeleted: false,
  };
}

/** A record as a search answers it in GraphQL: only the properties that were asked for. */
export function searchRecord(record: StoredRecord, names: readonly string[]): unknown {
  return {
    id: record.objectId,
    properties: names.map((name) => ({ name, value: currentValue(record, name), __typename: 'CrmObjectProperty' })),
    __typename: 'CrmObject',
  };
}

/** A record as a GraphQL update answers it, with where it stands in its pipeline when it has one. */
export function updatedObject(record: StoredRecord): unknown {
  const { objectTypeId, objectId } = record;
  return {
    id: objectId,
    allProperties: namesOf(record).map((name) => ({
      id: `${objectTypeId}:${objectId}:${name}`,
      name,
      value: currentValue(record, name),
      __typename: 'CrmObjectProperty',
    })),
    ...pipelineInfo(record),
    __typename: 'CrmObject',
  };
}

function pipelineInfo(record: StoredRecord): object {
  const pipeline = pipelineOf(record.objectTypeId);
  const field = STAGE_FIELDS[record.objectTypeId]?.stage;
  if (!pipeline || !field) return {};
  const stages = pipeline.stages.map(({ label, displayOrder, stageId }) => ({ label, displayOrder, stageId, __typename: 'PipelineStage' }));
  return {
    pipelineInfo: {
      currentStage: { stageId: currentValue(record, field), __typename: 'PipelineStage' },
      pipeline: { pipelineId: pipeline.pipelineId, stages, __typename: 'Pipeline' },
      __typename: 'PipelineInfo',
    },
  };
}
