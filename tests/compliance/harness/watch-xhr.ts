/** What a page's script can see of a request. */
import type { Scene } from './behaviour';

const TYPES = ['loadstart', 'progress', 'load', 'error', 'timeout', 'abort', 'loadend'];

/** An opened request, and the events that it fires from then on, each with the state it is then in. */
export function opened({ page }: Scene, url: string, method = 'POST'): { xhr: XMLHttpRequest; events: string[] } {
  const xhr = new page.XMLHttpRequest();
  const events: string[] = [];
  xhr.open(method, url);
  for (const type of ['readystatechange', ...TYPES])
    xhr.addEventListener(type, (event) => events.push(`${type} ${xhr.readyState} ${xhr.status} ${event.constructor.name}`));
  return { xhr, events };
}

/** Adds the events of the upload. */
export function watchUpload({ upload }: XMLHttpRequest, events: string[]): void {
  for (const type of TYPES) upload.addEventListener(type, () => events.push(`upload ${type}`));
}

export async function ended(xhr: XMLHttpRequest): Promise<void> {
  await new Promise((done) => xhr.addEventListener('loadend', done, { once: true }));
  // Whatever comes after the last event.
  await new Promise((done) => setTimeout(done, 20));
}

/** Everything that a finished request says of itself. */
export async function seenOf(xhr: XMLHttpRequest): Promise<unknown> {
  const { readyState, status, responseType, responseURL } = xhr;
  const response: unknown = xhr.response;
  const content =
    response instanceof Blob
      ? { blob: await response.text(), type: response.type }
      : response instanceof ArrayBuffer
        ? { bytes: [...new Uint8Array(response)] }
        : response;
  const headers = ['content-type', 'X-First', 'x-second', 'x-why', 'x-none'].map((name) => xhr.getResponseHeader(name));
  const lines = xhr
    .getAllResponseHeaders()
    .split('\r\n')
    .filter((line) => /^(content-type|x-)/.test(line));
  return { readyState, status, responseType, responseURL, content, headers, lines };
}

/** The name of what `attempt` throws, or null. */
export function thrownBy(attempt: () => unknown): string | null {
  try {
    attempt();
    return null;
  } catch (error) {
    return error instanceof Error || error instanceof DOMException ? error.name : String(error);
  }
}

/** How a fetch ended: what its response says, or the name and message of what it was rejected with. */
export async function settled(response: Promise<Response>): Promise<unknown> {
  try {
    const { status, ok, redirected, headers } = await response;
    const told = ['content-type', 'x-first', 'x-why'].map((name) => headers.get(name));
    return { status, ok, redirected, told, text: await (await response).text() };
  } catch (error) {
    return error instanceof Error || error instanceof DOMException ? `${error.name}: ${error.message}` : error;
  }
}
