/** The server that behaviours talk to: what it answers to what, in either place. `delay` and `status` in the address choose how. */
import type { Answer } from '../../../lib/crm/adapter';
import type { Received } from './behaviour';

/** What a refused save is told. A server that is asked for it gives the very same. */
export const REFUSAL: Answer = {
  status: 400,
  statusText: 'Bad Request',
  headers: { 'content-type': 'application/json', 'x-why': 'rep' },
  body: '{"status":"error","message":"Not saved: näher."}',
};

function bodyOf({ body }: Received): string {
  try {
    const sent: unknown = JSON.parse(body);
    if (Array.isArray(sent) && sent.every((one) => 'variables' in Object(one)))
      return JSON.stringify(sent.map((one: { variables: unknown }) => ({ saved: one.variables })));
  } catch {
    // A form, or nothing.
  }
  const message = new URLSearchParams(body).get('message');
  if (!message) return '{"saved":true}';
  const { actions } = JSON.parse(message) as { actions: { id: string }[] };
  return JSON.stringify({ actions: actions.map(({ id }) => ({ id, state: 'SUCCESS', returnValue: id, error: [] })), context: {} });
}

/** What the server answers, and after how many milliseconds. */
export function answerTo(request: Received): Answer & { delay: number } {
  const { searchParams } = new URL(request.url, 'https://server');
  const delay = Number(searchParams.get('delay') ?? 0);
  const status = Number(searchParams.get('status') ?? 200);
  if (status === REFUSAL.status) return { ...REFUSAL, delay };
  const headers = { 'content-type': 'application/json', 'x-first': 'a', 'x-second': 'b' };
  return { status, statusText: status === 200 ? 'OK' : 'Internal Server Error', headers, body: bodyOf(request), delay };
}
