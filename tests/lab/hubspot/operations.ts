/** The GraphQL operations that the pages send, by name, with the id that stands for the text in persisted-query mode (facts/hubspot.md §3.3a, b). */

import type { UpdateName } from './options';

export interface Operation {
  operationName: string;
  /** Sent as `id` in place of `query`. */
  id: string;
  query: string;
}

const PIPELINE_INFO = `pipelineInfo {
      currentStage { stageId __typename }
      pipeline { pipelineId stages { label displayOrder stageId __typename } __typename }
      __typename
    }`;

const update = (operationName: UpdateName, id: string, alias: string): Operation => ({
  operationName,
  id,
  query: `mutation ${operationName}($propertyUpdatesInput: CrmObjectPropertyUpdatesInput!) {
  ${alias}: updateCrmObjectProperties(input: $propertyUpdatesInput) {
    updatedObject {
      id
      allProperties { id name value __typename }
      ${PIPELINE_INFO}
      __typename
    }
    userErrorsExpanded {
      code
      message
      ... on UniquePropertyValueConflictMutationError { propertyName }
      __typename
    }
    __typename
  }
}`,
});

/** The mutation that saves, under each of its names, with the alias of its result. */
export const UPDATES: Readonly<Record<UpdateName, Operation & { alias: string }>> = {
  UpdateCrmObjectProperties: {
    ...update('UpdateCrmObjectProperties', '7c1e0d5a4f0b4b6e9d2a61c8f3570a11', 'updateResponse'),
    alias: 'updateResponse',
  },
  UpdateProperties: { ...update('UpdateProperties', '91d7f2c6a05e4d338b1cf4e07a62dd90', 'updateResponse'), alias: 'updateResponse' },
  SaveRecordSidebar: { ...update('SaveRecordSidebar', 'd40b6a1583ce4c7f9a2e55b07c81f36e', 'saved'), alias: 'saved' },
};

export const FETCH_PIPELINES: Operation = {
  operationName: 'FetchPipelinesWithStages',
  id: '2b9f44c07de34f1c8a5566f01d9ce3b2',
  query: `query FetchPipelinesWithStages($objectTypeId: String!) {
  pipelines(objectTypeId: $objectTypeId) {
    pipelineId
    label
    displayOrder
    stages { stageId label displayOrder probability __typename }
    __typename
  }
}`,
};

export const SEARCH_OBJECTS: Operation = {
  operationName: 'CrmObjectsSearchQuery',
  id: 'e5d03a9981f2470db1b7a0346c7f8d4e',
  query: `query CrmObjectsSearchQuery($objectTypeId: String!, $properties: [String!]!, $filterGroups: [FilterGroup!]!, $count: Int!, $offset: Int!) {
  crmObjectsSearch(objectTypeId: $objectTypeId, filterGroups: $filterGroups, count: $count, offset: $offset) {
    total
    results { id properties(names: $properties) { name value __typename } __typename }
    __typename
  }
}`,
};

export const OPERATIONS: readonly Operation[] = [...Object.values(UPDATES), FETCH_PIPELINES, SEARCH_OBJECTS];
