/** Sends a day of requests from a page, and tells what the page saw of each. */
import { dayOf, isReadLate, type Request as Sent } from './day';

declare global {
  interface Window {
    /** What each request of the day showed to the page, in order. Some are under way at the same time, as in a real page. */
    sendDay: (seed: number, count: number, abreast: number) => Promise<string[]>;
  }
}

const EVENTS = ['loadstart', 'progress', 'load', 'error', 'timeout', 'abort', 'loadend'];

function bodyOf({ text, form }: Sent): XMLHttpRequestBodyInit | null {
  if (text === null) return null;
  switch (form) {
    case 'text':
      return text;
    case 'parameters':
      return new URLSearchParams({ body: text });
    case 'form': {
      const fields = new FormData();
      fields.append('body', text);
      fields.append('file', new Blob([text]), 'a.txt');
      return fields;
    }
    case 'Blob':
      return new Blob([text], { type: 'text/csv' });
    case 'bytes':
      return new TextEncoder().encode(text);
  }
}

async function contentOf(response: unknown): Promise<string> {
  if (response instanceof Blob) return response.text();
  return response instanceof ArrayBuffer ? new TextDecoder().decode(response) : JSON.stringify(response);
}

async function byXhr(sent: Sent): Promise<string> {
  const xhr = new XMLHttpRequest();
  const seen: string[] = [];
  xhr.onreadystatechange = () => seen.push(`readystatechange ${xhr.readyState}`);
  for (const type of EVENTS)
    xhr.addEventListener(type, (event) => seen.push(`${type} ${xhr.readyState} ${(event as ProgressEvent).loaded}`));
  if (sent.headers.length) for (const type of EVENTS) xhr.upload.addEventListener(type, () => seen.push(`upload ${type}`));
  const over = new Promise((done) => xhr.addEventListener('loadend', done));
  xhr.open(sent.method, sent.url);
  for (const [name, value] of sent.headers) xhr.setRequestHeader(name, value);
  xhr.responseType = sent.responseType;
  xhr.send(bodyOf(sent));
  if (!isReadLate(sent)) seen.push('sent');
  await over;
  return [...seen, xhr.status, xhr.responseURL, await contentOf(xhr.response)].join(' | ');
}

async function byFetch(sent: Sent): Promise<string> {
  const { method, headers } = sent;
  const init = { method, headers, body: bodyOf(sent) };
  const request = sent.as === 'Request' ? new Request(sent.url, init) : null;
  const answer = request ? fetch(request) : fetch(sent.url, init);
  const used = request?.bodyUsed;
  const response = await answer;
  return [used, response.status, response.type, response.url, await response.text()].join(' | ');
}

window.sendDay = async (seed, count, abreast) => {
  const day = dayOf(seed, count);
  const seen: string[] = [];
  for (let from = 0; from < day.length; from += abreast) {
    const some = day.slice(from, from + abreast).map((sent) => (sent.by === 'fetch' ? byFetch(sent) : byXhr(sent)));
    seen.push(...(await Promise.all(some)));
  }
  return seen;
};
