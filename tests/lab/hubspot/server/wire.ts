/** How a stored record looks on the wire, in REST and in GraphQL (facts/hubspot.md §3.3a, §3.6). */

import { PORTAL_ID } from '../records';
import { DEAL_PIPELINE } from './pipelines';
import { PROPERTIES } from './properties';
import { currentValue } from './store';
import type { StoredRecord } from './store';

function namesOf(record: StoredRecord): string[] {
  return (PROPERTIES[record.objectTypeId] ?? []).map((property) => property.name);
}

/** A record as the REST endpoints answer it, with every property and its history. */
export function restRecord(record: StoredRecord): unknown {
  const properties = namesOf(record).map((name): [string, unknown] => {
    const versions = record.properties.get(name) ?? [];
    const { value = '', timestamp = 0, source = '', sourceId = '' } = versions[0] ?? {};
    return [name, { value, timestamp, source, sourceId, versions, sensitivityLevel: 'none' }];
  });
  return {
    objectTypeId: record.objectTypeId,
    objectId: Number(record.objectId),
    portalId: Number(PORTAL_ID),
    properties: Object.fromEntries(properties),
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
  const stageId = currentValue(record, 'dealstage');
  const stages = DEAL_PIPELINE.stages.map(({ label, displayOrder, stageId }) => ({
    label,
    displayOrder,
    stageId,
    __typename: 'PipelineStage',
  }));
  return {
    id: objectId,
    allProperties: namesOf(record).map((name) => ({
      id: `${objectTypeId}:${objectId}:${name}`,
      name,
      value: currentValue(record, name),
      __typename: 'CrmObjectProperty',
    })),
    ...(stageId && {
      pipelineInfo: {
        currentStage: { stageId, __typename: 'PipelineStage' },
        pipeline: { pipelineId: DEAL_PIPELINE.pipelineId, stages, __typename: 'Pipeline' },
        __typename: 'PipelineInfo',
      },
    }),
    __typename: 'CrmObject',
  };
}
