/** GraphQL over the shared client: batched by time, answered by index (facts/hubspot.md §3.1, §3.3b). */

import { listOf, objectOf, textOf } from '../../json';
import type { JsonObject } from '../../json';
import { UPDATES } from '../../operations';
import type { Operation } from '../../operations';
import { options } from '../options';
import { isHttpError, send } from './client';
import type { StaticApp } from './client';

interface Waiting {
  app: StaticApp;
  body: JsonObject;
  isEdit: boolean;
  resolve(data: JsonObject): void;
  reject(error: unknown): void;
}

const PATH = '/api/graphql/crm';
const TIMEOUT = 180_000;
const BATCH_WAIT = 10;
const BATCH_SIZE = 10;

let queue: Waiting[] = [];
let timer: number | undefined;

/** Runs an operation and gives its `data`. Rejects with an `HttpError`, or an `Error` with the server's words. */
export function runGraphql(app: StaticApp, operation: Operation, variables: JsonObject): Promise<JsonObject> {
  const { operationName, id, query } = operation;
  const body: JsonObject = { operationName, variables, ...(options.queries === 'persisted' ? { id } : { query }) };
  return new Promise((resolve, reject) => {
    const waiting: Waiting = { app, body, isEdit: operation === UPDATES[options.update], resolve, reject };
    if (options.link === 'single') void sendAlone(waiting);
    else collect(waiting);
  });
}

function collect(waiting: Waiting): void {
  queue.push(waiting);
  if (queue.length >= BATCH_SIZE) flush();
  else timer ??= window.setTimeout(flush, BATCH_WAIT);
}

function flush(): void {
  window.clearTimeout(timer);
  timer = undefined;
  const batch = queue;
  queue = [];
  void sendTogether(batch);
}

/** One failed request fails every operation in it. */
async function sendTogether(batch: readonly Waiting[]): Promise<void> {
  const data = batch.map((waiting) => waiting.body);
  const isEdit = batch.some((waiting) => waiting.isEdit);
  try {
    const answers = listOf(await send({ method: 'POST', path: PATH, app: appOf(batch), data, timeout: TIMEOUT, isEdit }).answer);
    batch.forEach((waiting, index) => settle(waiting, answers[index]));
  } catch (error) {
    for (const waiting of batch) waiting.reject(error);
  }
}

async function sendAlone(waiting: Waiting): Promise<void> {
  try {
    const { app, body: data, isEdit } = waiting;
    const answer = await send({ method: 'POST', path: PATH, app, data, timeout: TIMEOUT, isEdit }).answer;
    settle(waiting, answer);
  } catch (error) {
    // The link without batches swallows an abort: whoever waits is left waiting.
    if (isHttpError(error) && error.errorCode === 'ABORT') return;
    waiting.reject(error);
  }
}

function appOf(batch: readonly Waiting[]): StaticApp {
  return batch[0]?.app ?? 'crm-records-ui';
}

function settle(waiting: Waiting, answer: unknown): void {
  const { data, errors } = objectOf(answer);
  const message = listOf(errors).map((error) => textOf(objectOf(error).message))[0];
  if (message !== undefined || typeof data !== 'object' || data === null) waiting.reject(new Error(message ?? 'The answer holds no data.'));
  else waiting.resolve(objectOf(data));
}
