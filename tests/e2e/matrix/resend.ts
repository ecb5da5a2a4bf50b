/** Sends a save again as the page sent it: what a double click, or a client that tries again, does. */
import type { Page } from 'playwright-core';

interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** Remembers what each frame writes, the newest first, on top of whatever wraps the transports by then. */
function remember(): void {
  const written: Sent[] = [];
  Object.assign(window, { written });
  const keep = (sent: Sent): void => void written.unshift(sent);
  const asked = new WeakMap<XMLHttpRequest, Sent>();
  const { open, send, setRequestHeader } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: [string, string]) {
    asked.set(this, { method: args[0], url: args[1], headers: {}, body: '' });
    Reflect.apply(open, this, args);
  };
  XMLHttpRequest.prototype.setRequestHeader = function (this: XMLHttpRequest, name, value) {
    const sent = asked.get(this);
    if (sent) sent.headers[name] = value;
    Reflect.apply(setRequestHeader, this, [name, value]);
  };
  XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, body) {
    const sent = asked.get(this);
    if (sent && typeof body === 'string') keep({ ...sent, body });
    Reflect.apply(send, this, [body]);
  };
  const native = window.fetch;
  window.fetch = async (input, init) => {
    // Making a Request of another one uses that one up.
    const request = new Request(input instanceof Request ? input.clone() : input, init);
    if (request.method !== 'GET')
      keep({
        method: request.method,
        url: request.url,
        headers: Object.fromEntries(request.headers),
        body: await request.clone().text(),
      });
    return native(input, init);
  };
}

/** Call before the page is opened. */
export async function rememberWrites(page: Page): Promise<void> {
  await page.addInitScript(`document.addEventListener('DOMContentLoaded', ${remember.toString()})`);
}

/** Sends the newest write of `to` to `field` again, from the frame that sent it, without waiting for its answer. */
export async function resend(page: Page, field: string, to: string): Promise<void> {
  for (const frame of page.frames()) {
    const done = await frame.evaluate(
      (words) => {
        const { written = [] } = window as unknown as { written?: Sent[] };
        const plain = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
        const sent = written.find(({ body }) => words.every((word) => plain(body).includes(word)));
        if (!sent) return false;
        const xhr = new XMLHttpRequest();
        xhr.open(sent.method, sent.url);
        xhr.withCredentials = true;
        for (const [name, value] of Object.entries(sent.headers)) xhr.setRequestHeader(name, value);
        xhr.send(sent.body);
        return true;
      },
      [field, to],
    );
    if (done) return;
  }
  throw new Error('The page has sent no such write.');
}
