/** Requests as behaviours send them, in the CRMs' own protocols (facts/hubspot.md §3.3, facts/salesforce.md §3.1). */

/** A deal's own address, and a save that moves it. */
export const DEAL = '/api/inbounddb-objects/v1/crm-objects/0-3/7?portalId=4242';
export const MOVE = JSON.stringify([{ name: 'dealstage', value: 'closedwon' }]);
export const EDIT = JSON.stringify([{ name: 'amount', value: '12' }]);

export const GRAPHQL = '/api/graphql/crm?portalId=4242';

const operation = (objectId: string, name: string, value: string) => ({
  operationName: 'UpdateCrmObjectProperties',
  variables: { propertyUpdatesInput: { objectType: '0-3', objectId, properties: [{ name, value }] } },
  query: 'mutation U($propertyUpdatesInput: Input!) { updateResponse: updateCrmObjectProperties(input: $propertyUpdatesInput) { id } }',
});
export const moveOf = (id: string) => operation(id, 'dealstage', 'closedwon');
export const editOf = (id: string) => operation(id, 'amount', '12');
/** A batch with an innocent operation before a move. */
export const BATCH = JSON.stringify([editOf('6'), moveOf('7')]);
/** The server's answer to an operation. */
export const savedBy = ({ variables }: { variables: unknown }) => ({ saved: variables });

export const AURA = '/aura?r=1&aura.RecordUi.updateRecord=1';
const save = {
  id: '2;a',
  descriptor: 'aura://RecordUiController/ACTION$updateRecord',
  callingDescriptor: 'UNKNOWN',
  params: { recordId: '006000000000001AAA', recordInput: { fields: { Id: '006000000000001AAA', StageName: 'Closed Won' } } },
};
/** The fields of an Aura form that moves an opportunity. */
export const AURA_MOVE: [string, string][] = [
  ['message', JSON.stringify({ actions: [save] })],
  ['aura.token', 'a token'],
];
