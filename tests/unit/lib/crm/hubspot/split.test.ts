/** A GraphQL batch in two: the innocent operations never wait, and the client gets one answer. */
import { describe, expect, it } from 'vitest';
import type { Split, WireRequest } from '../../../../../lib/crm/adapter';
import { hubspotWire } from '../../../../../lib/crm/hubspot/wire';
import { api, graphqlUrl, operation, query, searchOperation, send, watch } from './requests';

const stage = { dealstage: 'closedwon' };
const edit = operation('6', { amount: '1' });

function parted(request: WireRequest, moves = hubspotWire.movesIn(request, watch)): Split {
  const split = hubspotWire.split(request, moves);
  if (!split) throw new Error('not parted');
  return split;
}

describe('a batch with one operation that moves', () => {
  const request = send('POST', graphqlUrl, [edit, operation('7', stage), searchOperation]);

  it('parts into that operation and all else, each of them a batch', () => {
    const { rest, moving } = parted(request);
    expect([JSON.parse(rest), JSON.parse(moving)]).toEqual([[edit, searchOperation], [operation('7', stage)]]);
  });

  it('has one answer, in the order of its operations', () => {
    const { merge } = parted(request);
    expect(JSON.parse(merge('[{"data":"first"},{"data":"third"}]', '[{"data":"second"}]'))).toEqual([
      { data: 'first' },
      { data: 'second' },
      { data: 'third' },
    ]);
  });

  it.each(['{"status":"error"}', '<html>', ''])('passes on the answer %j of a server that failed the whole batch', (told) => {
    const { merge } = parted(request);
    expect(merge(told, '[{}]')).toBe(told);
    expect(merge('[{},{}]', told)).toBe(told);
  });
});

describe('a batch of which every operation moves', () => {
  const request = send('POST', graphqlUrl, [operation('7', stage), operation('8', stage)]);

  it('has no innocent part, and leaves as it was', () => {
    expect(parted(request)).toMatchObject({ rest: '', moving: request.body, apart: true });
  });

  it('parts between the moves that are asked for and the others', () => {
    const [, second] = hubspotWire.movesIn(request, watch);
    const { rest, moving } = parted(request, second ? [second] : []);
    expect([JSON.parse(rest), JSON.parse(moving)]).toEqual([[operation('7', stage)], [operation('8', stage)]]);
  });

  it('says whether each move stands in an operation of its own', () => {
    const bulk = {
      operationName: 'Bulk',
      variables: { objectTypeId: '0-3', objectIdList: ['7', '8'], properties: [{ name: 'dealstage', value: 'won' }] },
    };
    expect(parted(send('POST', graphqlUrl, [edit, bulk])).apart).toBe(false);
  });
});

it.each<[string, WireRequest]>([['an operation that was sent outside a batch', send('POST', graphqlUrl, operation('7', stage))]])(
  '%s has no innocent part, and leaves as it was',
  (_, request) => {
    expect(parted(request)).toMatchObject({ rest: '', moving: request.body });
  },
);

it('a save by REST has no parts: it succeeds or fails as a whole', () => {
  const request = send('PUT', `${api}/inbounddb-objects/v1/crm-objects/0-3/7${query}`, [[{ name: 'dealstage', value: 'closedwon' }]]);
  expect(hubspotWire.split(request, hubspotWire.movesIn(request, watch))).toBeNull();
});
