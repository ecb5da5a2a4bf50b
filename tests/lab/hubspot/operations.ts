/** The GraphQL operations that the pages send, by name, with the id that stands for the text in persisted-query mode (facts/hubspot.md §3.3a, b). */

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

export const UPDATE_OBJECT: Operation = {
  operationName: 'UpdateCrmObjectProperties',
  id: '7c1e0d5a4f0b4b6e9d2a61c8f3570a11',
  query: `mutation UpdateCrmObjectProperties($propertyUpdatesInput: CrmObjectPropertyUpdatesInput!) {
  updateResponse: updateCrmObjectProperties(input: $propertyUpdatesInput) {
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

export const OPERATIONS: readonly Operation[] = [UPDATE_OBJECT, FETCH_PIPELINES, SEARCH_OBJECTS];
