/** Refusals in HubSpot's own protocol: its screen reverts, and every other operation of a batch is left alone. */
import { describe, expect, it } from 'vitest';
import type { WireRequest } from '../../../../../lib/crm/adapter';
import { refuse as refusalOf } from '../../../../../lib/crm/hubspot/refusal';
import { hubspotWire } from '../../../../../lib/crm/hubspot/wire';
import { api, graphqlUrl, mutationText, operation, query, send, watch } from './requests';

const refuse = (request: WireRequest) => refusalOf(request, hubspotWire.movesIn(request, watch), 'Budget is missing');

const userError = (name: string) => {
  const result: unknown = expect.objectContaining({
    updatedObject: null,
    userErrorsExpanded: [expect.objectContaining({ message: 'Budget is missing' })],
  });
  return { data: { [name]: result } };
};
const stage = { dealstage: 'closedwon' };

describe('a refused save', () => {
  it('is a validation error of status 400 by REST', () => {
    const answer = refuse(
      send('PUT', `${api}/inbounddb-objects/v1/crm-objects/0-3/7${query}`, [[{ name: 'dealstage', value: 'closedwon' }]]),
    );
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(JSON.parse(answer.body)).toEqual({
      status: 'error',
      message: 'Budget is missing',
      correlationId: expect.any(String) as unknown,
      category: 'VALIDATION_ERROR',
    });
  });

  it('is a user error for each operation of a GraphQL batch in which all are held', () => {
    const answer = refuse(send('POST', graphqlUrl, [operation('7', stage), operation('8', stage)]));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual([userError('updateResponse'), userError('updateResponse')]);
  });

  it('is one object where one operation was sent outside a batch', () => {
    expect(JSON.parse(refuse(send('POST', graphqlUrl, operation('7', stage))).body)).toEqual(userError('updateResponse'));
  });

  it.each([
    ['its alias', mutationText.replace('updateResponse', 'saved'), 'saved'],
    ["the field's own name, without an alias", mutationText.replace('updateResponse: ', ''), 'updateCrmObjectProperties'],
    ['the name that is usual, for a persisted operation that is known', undefined, 'updateResponse'],
  ])('answers a GraphQL operation under %s', (_, text, name) => {
    const request = send('POST', graphqlUrl, [operation('7', stage, { query: text, id: 'hash' })]);
    expect(JSON.parse(refuse(request).body)).toEqual([userError(name)]);
  });

  it('is an error of GraphQL itself for a persisted operation that nobody knows: the name of its result is not told', () => {
    const request = send('POST', graphqlUrl, [{ ...operation('7', stage, { id: 'hash' }), operationName: 'SaveRecordSidebar' }]);
    expect(JSON.parse(refuse(request).body)).toEqual([{ data: null, errors: [{ message: 'Budget is missing' }] }]);
  });

  it('is of the moves that stay, and of nothing else in the batch', () => {
    const request = send('POST', graphqlUrl, [operation('6', { amount: '1' }), operation('7', stage), operation('8', stage)]);
    const [, second] = hubspotWire.movesIn(request, watch);
    expect(JSON.parse(refusalOf(request, second ? [second] : [], 'Budget is missing').body)).toEqual([userError('updateResponse')]);
  });
});
