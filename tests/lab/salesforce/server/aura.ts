/** The `/aura` endpoint: a form of actions in, their answers out, one by one in the same order. */
import type { LabRequest, LabResponse } from '../../site';
import { callController } from './controllers';
import { AuraFault } from './fault';
import { isObject, listAt, objectAt, parseJson, textAt } from './json';
import type { Store } from './store';

const PREFIX = 'while(1);\n';

/** Answers a POST, or a GET of cacheable actions. `prefix` puts the unparsable prefix before the JSON. */
export function answerAura(request: LabRequest, store: Store, prefix: boolean): LabResponse {
  const form = request.method === 'GET' ? request.url.searchParams : new URLSearchParams(request.body);
  const message = parseJson(form.get('message') ?? '');
  if (!isObject(message)) return { status: 400, body: 'The message is not JSON.' };
  const answer = {
    actions: listAt(message, 'actions')
      .filter(isObject)
      .map((action) => perform(action, store)),
    context: { mode: 'PROD', app: 'one:one', fwuid: 'practice', loaded: {}, globalValueProviders: [] },
    perfSummary: { version: 'core', actions: {} },
  };
  return {
    status: 200,
    headers: { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-store' },
    body: (prefix ? PREFIX : '') + JSON.stringify(answer),
  };
}

function perform(action: Record<string, unknown>, store: Store): unknown {
  const id = textAt(action, 'id');
  try {
    return {
      id,
      state: 'SUCCESS',
      returnValue: callController(textAt(action, 'descriptor'), objectAt(action, 'params'), store),
      error: [],
    };
  } catch (error) {
    if (!(error instanceof AuraFault)) throw error;
    return { id, state: 'ERROR', returnValue: null, error: [error.toEntry()] };
  }
}
