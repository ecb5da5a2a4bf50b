/** Shows how a request ended that was never sent, with the properties and the events of one that was. */
import type { Answer } from '../crm/adapter';
import { absolute } from './native';

/** What stands in for the native properties of one request, by their names; to be taken away when it is opened again. */
export type Shown = Record<string, unknown>;

function shadow(xhr: XMLHttpRequest, shown: Shown, values: Shown): void {
  for (const name in values) Object.defineProperty(xhr, name, { configurable: true, value: (shown[name] = values[name]) });
}

function fire(target: XMLHttpRequestEventTarget, ...types: string[]): void {
  for (const type of types) target.dispatchEvent(new ProgressEvent(type));
}

function reach(xhr: XMLHttpRequest, shown: Shown, readyState: number, ...types: string[]): void {
  shadow(xhr, shown, { readyState });
  xhr.dispatchEvent(new Event('readystatechange'));
  fire(xhr, ...types);
}

/** For a request that is opened again. */
export function unshow(xhr: XMLHttpRequest, shown: Shown): void {
  for (const name in shown) delete (xhr as unknown as Shown)[name];
}

/** `signal` aborts when the page uses the request for something else, also in the midst of its events. */
export async function showAnswer(xhr: XMLHttpRequest, shown: Shown, url: string, answer: Answer, signal: AbortSignal): Promise<void> {
  const { status, statusText, body } = answer;
  const whole = new Response(body, { headers: answer.headers });
  const { headers } = whole;
  const type = xhr.responseType || 'text';
  // No CRM answers a save with a document.
  const response: unknown = type === 'document' ? null : await whole[type === 'arraybuffer' ? 'arrayBuffer' : type]().catch(() => null);
  fire(xhr, 'loadstart');
  fire(xhr.upload, 'loadstart', 'progress', 'load', 'loadend');
  shadow(xhr, shown, {
    status,
    statusText,
    response,
    responseText: body,
    responseURL: absolute(url),
    getResponseHeader: (name: string) => headers.get(name),
    getAllResponseHeaders: () => [...headers].map(([name, value]) => `${name}: ${value}\r\n`).join(''),
  });
  const steps: [number, ...string[]][] = [[2], [3, 'progress'], [4, 'load', 'loadend']];
  for (const step of steps) if (!signal.aborted) reach(xhr, shown, ...step);
}

/** `how`: the event that tells of it. */
export function showFailure(xhr: XMLHttpRequest, shown: Shown, how: 'abort' | 'error' | 'timeout'): void {
  fire(xhr, 'loadstart');
  reach(xhr, shown, 4);
  fire(xhr.upload, how, 'loadend');
  fire(xhr, how, 'loadend');
}

/** What the native abort() shows of a request that was sent: it would do nothing on one that is held. */
export function showAbort(xhr: XMLHttpRequest, shown: Shown): void {
  if (xhr.readyState < 4) showFailure(xhr, shown, 'abort');
  shadow(xhr, shown, { readyState: 0 });
}
