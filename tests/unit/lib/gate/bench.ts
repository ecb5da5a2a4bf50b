/** A page for the gate: a stand-in for the browser's transports, and the watcher's end of the real line. Node has the rest of a browser. */
import { vi } from 'vitest';
import type { Answer, Split, Wire, WireMove } from '../../../../lib/crm/adapter';
import { layLine, type FromGate, type Line, type ToGate } from '../../../../lib/gate/channel';
import { installGate } from '../../../../lib/gate/install';

const BASE = 'https://app.hubspot.com/contacts/4242/';

vi.stubGlobal('ProgressEvent', class extends Event {});
vi.stubGlobal('document', { baseURI: BASE });

export class PlainXhr extends EventTarget {
  responseType: XMLHttpRequestResponseType = '';
  timeout = 0;
  withCredentials = false;
  readonly upload = new EventTarget();
  state = { readyState: 0, status: 0, response: '' };
  get readyState() {
    return this.state.readyState;
  }
  get status() {
    return this.state.status;
  }
  get response() {
    return this.state.response;
  }
  open() {
    this.state = { readyState: 1, status: 0, response: '' };
  }
  send(body?: unknown) {
    if (this.state.readyState !== 1) throw new DOMException('', 'InvalidStateError');
    sent.push({ xhr: this, body });
  }
  setRequestHeader() {
    if (this.state.readyState !== 1) throw new DOMException('', 'InvalidStateError');
  }
  abort() {
    this.state.readyState = 0;
  }
  /** The server's answer. */
  answer(response: string) {
    this.state = { readyState: 4, status: 200, response };
    this.dispatchEvent(new Event('load'));
  }
}

/** What the native send() was called with. */
export const sent: { xhr: PlainXhr; body: unknown }[] = [];

export const move = (id: string): WireMove => ({
  record: { crm: 'hubspot', org: '4242', object: 'deal', id },
  field: 'dealstage',
  to: 'closedwon',
  values: {},
});

/** A CRM whose batches are texts like `read,move dealstage 1`: of words, each of which is a part. Its answers are the same words again. */
export const wire: Wire = {
  stageFields: ['dealstage'],
  mayHoldRecords: (_method, url) => url.includes('/records'),
  movesIn: ({ body }) => [...body.matchAll(/move dealstage (\d)/g)].map(([, id = '']) => move(id)),
  split({ body }, moves): Split | null {
    const words = body.split(',');
    const moving = words.filter((word) => moves.some(({ record }) => word.endsWith(record.id)));
    return {
      rest: words.filter((word) => !moving.includes(word)).join(),
      moving: moving.join(),
      apart: moving.length === moves.length,
      merge: (rest, held) => `${rest}+${held}`,
    };
  },
};

export const REFUSED: Answer = {
  status: 400,
  statusText: 'Bad Request',
  headers: { 'content-type': 'application/json', 'x-why': 'rep' },
  body: '{"message":"no"}',
};

export interface Bench {
  scope: Window & typeof globalThis;
  line: Line<ToGate, FromGate>;
  heard: FromGate[];
  /** What the native fetch() was called with. */
  fetched: [RequestInfo | URL, RequestInit?][];
  /** What it answers; the request's own body where this is left out. */
  server: (body: string, init: { signal?: AbortSignal | null }) => Promise<Response>;
}

export function bench(connected = true): Bench {
  sent.length = 0;
  class Xhr extends PlainXhr {}
  const fetched: Bench['fetched'] = [];
  const at = { fetched, heard: [] as FromGate[], server: async (body: string) => new Response(body) } as unknown as Bench;
  class PageRequest extends Request {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(input instanceof Request ? input : new URL(input, BASE), init);
    }
  }
  at.scope = Object.assign(new EventTarget(), {
    XMLHttpRequest: Xhr,
    Request: PageRequest,
    fetch: async (...args: [RequestInfo | URL, RequestInit?]) => {
      fetched.push(args);
      const [input, init] = args;
      return at.server(await bodyOf([input, init]), input instanceof Request ? input : (init ?? {}));
    },
    document: { baseURI: BASE },
    setTimeout: globalThis.setTimeout,
  }) as unknown as Bench['scope'];
  installGate(at.scope, wire);
  at.line = connected ? layLine(at.scope) : { post: () => undefined, hear: () => undefined };
  at.line.hear((message) => at.heard.push(message));
  return at;
}

async function bodyOf([input, init]: [RequestInfo | URL, RequestInit?]): Promise<string> {
  return input instanceof Request ? input.clone().text() : new Response(init?.body).text();
}

/** The bodies that left by fetch(). */
export async function fetchedBodies({ fetched }: Bench): Promise<string[]> {
  return Promise.all(fetched.map(bodyOf));
}

export async function holdOf({ heard }: Bench): Promise<Extract<FromGate, { say: 'hold' }>> {
  return vi.waitFor(() => {
    const found = heard.find((message) => message.say === 'hold');
    if (!found) throw new Error('nothing is held');
    return found;
  });
}

/** A request that was opened and sent. */
export function request({ scope }: Bench, body: unknown, url = '/api/save'): PlainXhr & XMLHttpRequest {
  const xhr = new scope.XMLHttpRequest();
  xhr.open('POST', url);
  xhr.send(body as string);
  return xhr as unknown as PlainXhr & XMLHttpRequest;
}

/** Long enough for everything that is under way without a server. */
export const soon = (): Promise<void> => new Promise((done) => setTimeout(done, 20));
