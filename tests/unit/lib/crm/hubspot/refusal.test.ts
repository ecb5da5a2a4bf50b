/** Refusals in HubSpot's own protocol: its screen reverts, and the innocent part of a batch goes on. */
import { describe, expect, it } from 'vitest';
import type { Answer, Split, WireRequest } from '../../../../../lib/crm/adapter';
import { refuse as refusalOf } from '../../../../../lib/crm/hubspot/refusal';
import { hubspotWire } from '../../../../../lib/crm/hubspot/wire';
import { api, graphqlUrl, mutationText, operation, query, searchOperation, send, watch } from './requests';

const refuse = (request: WireRequest) => refusalOf(request, hubspotWire.movesIn(request, watch), 'Budget is missing');

function answered(given: Answer | Split): Answer {
  if ('forward' in given) throw new Error('expected an answer');
  return given;
}
function split(given: Answer | Split): Split {
  if (!('forward' in given)) throw new Error('expected a split');
  return given;
}

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
    const answer = answered(
      refuse(send('PUT', `${api}/inbounddb-objects/v1/crm-objects/0-3/7${query}`, [[{ name: 'dealstage', value: 'closedwon' }]])),
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
    const answer = answered(refuse(send('POST', graphqlUrl, [operation('7', stage), operation('8', stage)])));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual([userError('updateResponse'), userError('updateResponse')]);
  });

  it('is one object where one operation was sent outside a batch', () => {
    expect(JSON.parse(answered(refuse(send('POST', graphqlUrl, operation('7', stage)))).body)).toEqual(userError('updateResponse'));
  });

  it.each([
    ['its alias', mutationText.replace('updateResponse', 'saved'), 'saved'],
    ["the field's own name, without an alias", mutationText.replace('updateResponse: ', ''), 'updateCrmObjectProperties'],
    ['the name that is usual, for a persisted operation', undefined, 'updateResponse'],
  ])('answers a GraphQL operation under %s', (_, text, name) => {
    const request = send('POST', graphqlUrl, [operation('7', stage, { query: text, id: 'hash' })]);
    expect(JSON.parse(answered(refuse(request)).body)).toEqual([userError(name)]);
  });

  it('forwards the innocent operations of a batch and puts the answers in their places', () => {
    const before = operation('6', { amount: '1' });
    const { forward, merge } = split(refuse(send('POST', graphqlUrl, [before, operation('7', stage), searchOperation])));
    expect(JSON.parse(forward)).toEqual([before, searchOperation]);
    expect(JSON.parse(merge(JSON.stringify([{ data: 'first' }, { data: 'third' }])))).toEqual([
      { data: 'first' },
      userError('updateResponse'),
      { data: 'third' },
    ]);
  });

  it.each(['{"status":"error"}', '<html>', ''])('passes on the answer %j of a server that failed the whole batch', (reply) => {
    expect(split(refuse(send('POST', graphqlUrl, [searchOperation, operation('7', stage)]))).merge(reply)).toBe(reply);
  });

  it('leaves a move of the same batch that is not refused', () => {
    const request = send('POST', graphqlUrl, [operation('7', stage), operation('8', stage)]);
    const [, second] = hubspotWire.movesIn(request, watch);
    const { forward } = split(refusalOf(request, second ? [second] : [], 'no'));
    expect(JSON.parse(forward)).toEqual([operation('7', stage)]);
  });
});
