/** Parts a GraphQL batch: HubSpot's REST saves succeed or fail as a whole. facts/hubspot.md §3.3b, §3.5. */
import type { Split, WireMove, WireRequest } from '../adapter';
import { movesIn } from './moves';
import { isOperation } from './walk';

/** The operations in a body, and which of them make any of `moves`. Throws on what is not JSON. */
export function operationsOf(
  request: WireRequest,
  moves: readonly WireMove[],
): { sent: unknown; operations: unknown[]; moving: boolean[] } {
  const sent: unknown = JSON.parse(request.body);
  const watch = { stageFields: moves.map(({ field }) => field), fields: [] };
  const operations: unknown[] = [sent].flat();
  const moving = operations.map((operation) => {
    if (!isOperation(operation)) return false;
    const found = movesIn({ ...request, body: JSON.stringify(operation) }, watch);
    return found.some((one) => moves.some(({ record, to }) => record.id === one.record.id && to === one.to));
  });
  return { sent, operations, moving };
}

function listIn(reply: string): unknown[] | null {
  try {
    const told: unknown = JSON.parse(reply);
    return Array.isArray(told) ? told : null;
  } catch {
    return null;
  }
}

/** See `Wire.split`. */
export function split(request: WireRequest, moves: readonly WireMove[]): Split | null {
  const { operations, moving } = operationsOf(request, moves);
  const [rest, held] = [false, true].map((is) => operations.filter((_, index) => moving[index] === is));
  if (!rest || !held?.length) return null;
  return {
    rest: rest.length ? JSON.stringify(rest) : '',
    moving: rest.length ? JSON.stringify(held) : request.body,
    apart: held.length === moves.length,
    merge(innocent, answer) {
      const [first, second] = [listIn(innocent), listIn(answer)];
      // No list: the server failed a part, and to the page one failure fails the whole batch.
      if (!first) return innocent;
      return second ? JSON.stringify(moving.map((is) => (is ? second : first).shift())) : answer;
    },
  };
}
