/** Answers that make HubSpot's screen revert. facts/hubspot.md §3.1 (never 401, never abort), §3.5. */
import type { Answer, Split, WireMove, WireRequest } from '../adapter';
import { movesIn } from './moves';
import { isOperation } from './walk';

const answer = (status: number, statusText: string, body: unknown): Answer => ({
  status,
  statusText,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** The answer to one operation, under the name that its text gives to the result. */
function userError({ query }: Record<string, unknown>, message: string): unknown {
  const name = /\bmutation\b[^{]*\{\s*(\w+)/.exec(String(query))?.[1] ?? 'updateResponse';
  return {
    data: {
      [name]: {
        updatedObject: null,
        userErrorsExpanded: [{ code: 'VALIDATION_ERROR', message, __typename: 'UserError' }],
        __typename: 'Response',
      },
    },
  };
}

/** See `Page.refuse`. Only a GraphQL batch can be split: HubSpot's REST saves succeed or fail as a whole. */
export function refuse(request: WireRequest, moves: readonly WireMove[], message: string): Answer | Split {
  const sent: unknown = JSON.parse(request.body);
  const watch = { stageFields: moves.map(({ field }) => field), fields: [] };
  const operations: unknown[] = [sent].flat();
  const refusals = operations.map((operation) => {
    if (!isOperation(operation)) return null;
    const found = movesIn({ ...request, body: JSON.stringify(operation) }, watch);
    return found.some((one) => moves.some(({ record, to }) => record.id === one.record.id && to === one.to))
      ? userError(operation, message)
      : null;
  });
  const innocent = operations.filter((_, index) => !refusals[index]);
  if (innocent.length === operations.length)
    return answer(400, 'Bad Request', {
      status: 'error',
      message,
      // The request never reached HubSpot: there is nothing of theirs to correlate it with.
      correlationId: 'handrail',
      category: 'VALIDATION_ERROR',
    });
  if (!innocent[0]) return answer(200, 'OK', Array.isArray(sent) ? refusals : refusals[0]);
  return {
    forward: JSON.stringify(innocent),
    merge: (reply) => {
      try {
        const told: unknown = JSON.parse(reply);
        const rest: unknown[] | null = Array.isArray(told) ? told : null;
        if (rest) return JSON.stringify(refusals.map((refusal) => refusal ?? rest.shift()));
      } catch {
        // Not JSON: the server failed the whole batch, as it does without us.
      }
      return reply;
    },
  };
}
