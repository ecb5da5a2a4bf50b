/** HubSpot's requests as its web app sends them. facts/hubspot.md §3.2, §3.3. */
import type { Watch, WireRequest } from '../../../../../lib/crm/adapter';

export const api = 'https://app.hubspot.com/api';
export const query = '?portalId=4242&clienttimeout=14000&hs_static_app=crm-records-ui&hs_static_app_version=1.57932';
export const graphqlUrl = `${api}/graphql/crm${query}`;

export const watch: Watch = {
  stageFields: ['dealstage', 'hs_pipeline_stage', 'lifecyclestage', 'hs_lead_status'],
  fields: ['dealstage', 'amount', 'closedate', 'hs_next_step', 'dealname'],
};

export const send = (method: string, url: string, body: unknown): WireRequest => ({
  method,
  url,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

export const mutationText =
  'mutation UpdateCrmObjectProperties($propertyUpdatesInput: Input!) { updateResponse: updateCrmObjectProperties(input: $propertyUpdatesInput) { updatedObject { id allProperties { id name value } } userErrorsExpanded { code message } } }';

export const operation = (objectId: string, properties: Record<string, unknown>, rest: object = { query: mutationText }) => ({
  operationName: 'UpdateCrmObjectProperties',
  variables: {
    propertyUpdatesInput: { objectType: '0-3', objectId, properties: Object.entries(properties).map(([name, value]) => ({ name, value })) },
  },
  ...rest,
});

const searchText = 'query CrmObjectsSearchQuery($filterGroups: [F!]) { crmObjectsSearch(filterGroups: $filterGroups) { results { id } } }';
export const searchOperation = {
  operationName: 'CrmObjectsSearchQuery',
  variables: {
    objectTypeId: '0-3',
    filterGroups: [{ filters: [{ property: 'dealstage', operator: 'EQ', value: 'closedwon' }] }],
    properties: ['dealstage', 'amount'],
  },
  query: searchText,
};
