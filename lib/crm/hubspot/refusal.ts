/** Answers that make HubSpot's screen revert. facts/hubspot.md §3.1 (never 401, never abort), §3.5. */
import type { Answer, WireMove, WireRequest } from '../adapter';
import { operationsOf } from './split';

const answer = (status: number, statusText: string, body: unknown): Answer => ({
  status,
  statusText,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/**
 * The answer to one operation, under the name that its text gives to the result. A persisted operation comes without text: of those that are
 * known the name is usual (§3.3a), any other fails as GraphQL itself has it.
 */
function userError(operation: unknown, message: string): unknown {
  const { query, operationName } = operation as { query?: unknown; operationName?: unknown };
  const usual = /^Update(CrmObject)?Properties$/.test(String(operationName)) && 'updateResponse';
  const name = /\bmutation\b[^{]*\{\s*(\w+)/.exec(String(query))?.[1] ?? usual;
  if (!name) return { data: null, errors: [{ message }] };
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

/** See `Page.refuse`: of a GraphQL batch, the operations that would make `moves` are answered. */
export function refuse(request: WireRequest, moves: readonly WireMove[], message: string): Answer {
  const { sent, operations, moving } = operationsOf(request, moves);
  const refusals = operations.filter((_, index) => moving[index]).map((operation) => userError(operation, message));
  if (refusals[0]) return answer(200, 'OK', Array.isArray(sent) ? refusals : refusals[0]);
  return answer(400, 'Bad Request', {
    status: 'error',
    message,
    // The request never reached HubSpot: there is nothing of theirs to correlate it with.
    correlationId: 'handrail',
    category: 'VALIDATION_ERROR',
  });
}
