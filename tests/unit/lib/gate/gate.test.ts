// @vitest-environment node
/** The gate over a stand-in for the browser's transports: what passes, what is held, and what the page then sees. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, Wire, WireMove } from '../../../../lib/crm/adapter';
import { layLine, type FromGate, type Line, type ToGate } from '../../../../lib/gate/channel';
import { installGate } from '../../../../lib/gate/install';

// Node has the events and channels of a browser, but not this one.
vi.stubGlobal('ProgressEvent', class extends Event {});

class PlainXhr extends EventTarget {
  static sent: { xhr: PlainXhr; body: unknown }[] = [];
  responseType: XMLHttpRequestResponseType = '';
  state = { readyState: 0, status: 0, responseText: '' };
  get readyState() {
    return this.state.readyState;
  }
  get status() {
    return this.state.status;
  }
  get responseText() {
    return this.state.responseText;
  }
  get response() {
    return this.state.responseText;
  }
  open() {
    this.state = { readyState: 1, status: 0, responseText: '' };
  }
  send(body?: unknown) {
    PlainXhr.sent.push({ xhr: this, body });
  }
  setRequestHeader() {
    return undefined;
  }
  abort() {
    this.state.readyState = 0;
  }
  /** The server's answer. */
  answer(text: string) {
    this.state = { readyState: 4, status: 200, responseText: text };
    this.dispatchEvent(new Event('readystatechange'));
    this.dispatchEvent(new Event('load'));
  }
}

const REFUSED: Answer = {
  status: 400,
  statusText: 'Bad Request',
  headers: { 'Content-Type': 'application/json' },
  body: '{"message":"no"}',
};

const move: WireMove = {
  record: { crm: 'hubspot', org: '4242', object: 'deal', id: '1' },
  field: 'dealstage',
  to: 'closedwon',
  values: {},
};

/** A CRM whose saves say `move dealstage`. */
const wire: Wire = {
  mayHoldRecords: (_method, url) => url.includes('/records'),
  movesIn: ({ body }) => (body.startsWith('move dealstage') ? [move] : []),
};

interface Bench {
  scope: Window & typeof globalThis;
  line: Line<ToGate, FromGate>;
  heard: FromGate[];
  fetched: { input: unknown; init: RequestInit | undefined }[];
}

function bench(connected = true): Bench {
  PlainXhr.sent = [];
  const fetched: Bench['fetched'] = [];
  class Xhr extends PlainXhr {}
  for (const name of ['open', 'send', 'abort', 'setRequestHeader'] as const)
    Object.defineProperty(Xhr.prototype, name, { value: PlainXhr.prototype[name], writable: true, configurable: true });
  for (const name of ['readyState', 'status', 'responseText', 'response'] as const)
    Object.defineProperty(Xhr.prototype, name, Object.getOwnPropertyDescriptor(PlainXhr.prototype, name) ?? {});
  const target = new EventTarget();
  const scope = Object.assign(target, {
    XMLHttpRequest: Xhr,
    fetch: (input: unknown, init?: RequestInit) => {
      fetched.push({ input, init });
      return Promise.resolve(new Response('real'));
    },
    document: { baseURI: 'https://app.hubspot.com/contacts/4242/' },
    setTimeout: globalThis.setTimeout.bind(globalThis),
    clearTimeout: globalThis.clearTimeout.bind(globalThis),
  }) as unknown as Window & typeof globalThis;
  installGate(scope, wire);
  const heard: FromGate[] = [];
  const line = connected ? layLine(scope) : { post: () => undefined, hear: () => undefined };
  line.hear((message) => heard.push(message));
  return { scope, line, heard, fetched };
}

async function heardHold(heard: FromGate[]): Promise<number> {
  const hold = await vi.waitFor(() => {
    const found = heard.find((message) => message.say === 'hold');
    if (!found) throw new Error('nothing is held');
    return found;
  });
  return hold.id;
}

let at: Bench;
beforeEach(() => {
  at = bench();
});

function request(body: unknown, url = '/api/save'): PlainXhr {
  const xhr = new at.scope.XMLHttpRequest() as unknown as PlainXhr & XMLHttpRequest;
  (xhr as XMLHttpRequest).open('POST', url);
  (xhr as XMLHttpRequest).send(body as string);
  return xhr;
}

describe('XMLHttpRequest', () => {
  it.each([
    ['a body without a stage field', 'amount=1'],
    ['a body that only mentions one', 'search dealstage'],
    ['a body that is no text', new Uint8Array([1])],
    ['no body', undefined],
  ])('passes %s at once, untouched, and says nothing', (_name, body) => {
    request(body);
    expect(PlainXhr.sent.map((sent) => sent.body)).toEqual([body]);
    expect(at.heard).toEqual([]);
  });

  it('holds a move, and sends it untouched when it is released', async () => {
    request('move dealstage');
    expect(PlainXhr.sent).toEqual([]);
    at.line.post({ say: 'settle', id: await heardHold(at.heard) });
    await vi.waitFor(() => expect(PlainXhr.sent.map((sent) => sent.body)).toEqual(['move dealstage']));
  });

  it('answers a refused move like the CRM would, and never sends it', async () => {
    const xhr = request('move dealstage');
    const events: string[] = [];
    for (const type of ['readystatechange', 'load', 'loadend', 'error']) xhr.addEventListener(type, () => events.push(type));
    at.line.post({ say: 'settle', id: await heardHold(at.heard), refuse: REFUSED });
    await vi.waitFor(() => expect(events).toEqual(['readystatechange', 'load', 'loadend']));
    expect({ readyState: xhr.readyState, status: xhr.status, text: xhr.responseText }).toEqual({
      readyState: 4,
      status: 400,
      text: '{"message":"no"}',
    });
    expect(PlainXhr.sent).toEqual([]);
  });

  it('sends the innocent part of a refused batch with the page’s own headers, and shows the merged answer', async () => {
    const xhr = new at.scope.XMLHttpRequest();
    xhr.open('POST', '/api/save');
    xhr.setRequestHeader('x-token', 't');
    xhr.send('move dealstage');
    const id = await heardHold(at.heard);
    at.line.post({ say: 'settle', id, refuse: { forward: 'innocent part' } });
    await vi.waitFor(() => expect(at.heard.at(-1)).toEqual({ say: 'merge', id, answer: 'real' }));
    expect(at.fetched).toMatchObject([
      { init: { method: 'POST', body: 'innocent part', headers: { 'x-token': 't' }, credentials: 'include' } },
    ]);
    at.line.post({ say: 'merged', id, answer: 'real and refused' });
    await vi.waitFor(() => expect([xhr.readyState, xhr.status, xhr.responseText]).toEqual([4, 200, 'real and refused']));
    expect(PlainXhr.sent).toEqual([]);
  });

  it('can be used again after a refusal', async () => {
    const xhr = request('move dealstage') as unknown as XMLHttpRequest;
    at.line.post({ say: 'settle', id: await heardHold(at.heard), refuse: REFUSED });
    await vi.waitFor(() => expect(xhr.status).toBe(400));
    xhr.open('POST', '/api/save');
    expect(xhr.readyState).toBe(1);
    xhr.send('amount=1');
    expect(PlainXhr.sent.map((sent) => sent.body)).toEqual(['amount=1']);
  });

  it('drops a held move that the page aborts, with the events of an abort', async () => {
    const xhr = request('move dealstage') as unknown as XMLHttpRequest;
    const events: string[] = [];
    for (const type of ['abort', 'loadend']) xhr.addEventListener(type, () => events.push(type));
    const id = await heardHold(at.heard);
    xhr.abort();
    expect(events).toEqual(['abort', 'loadend']);
    expect(xhr.readyState).toBe(0);
    at.line.post({ say: 'settle', id });
    await vi.waitFor(() => expect(at.heard.at(-1)).toEqual({ say: 'drop', id }));
    expect(PlainXhr.sent).toEqual([]);
  });

  it('gives the request back to the page once it is released: abort() is the native one again', async () => {
    const xhr = request('move dealstage') as unknown as XMLHttpRequest;
    at.line.post({ say: 'settle', id: await heardHold(at.heard) });
    await vi.waitFor(() => expect(PlainXhr.sent).toHaveLength(1));
    const retried = request('move dealstage') as unknown as XMLHttpRequest;
    expect(PlainXhr.sent).toHaveLength(2);
    for (const released of [xhr, retried]) {
      released.abort();
      expect(released.readyState).toBe(0);
      expect(Object.hasOwn(released, 'readyState')).toBe(false);
    }
  });

  it('sends a move once, at once, when the hold itself fails', async () => {
    vi.spyOn(wire, 'movesIn').mockReturnValueOnce([{ ...move, values: { cannotBeCloned: (() => 1) as unknown as string } }]);
    request('move dealstage');
    expect(PlainXhr.sent.map((sent) => sent.body)).toEqual(['move dealstage']);
    await new Promise((done) => setTimeout(done, 400));
    expect(PlainXhr.sent).toHaveLength(1);
  });

  it('passes a synchronous move and says that it could not be checked', async () => {
    const xhr = new at.scope.XMLHttpRequest();
    xhr.open('POST', '/api/save', false);
    xhr.send('move dealstage');
    expect(PlainXhr.sent.map((sent) => sent.body)).toEqual(['move dealstage']);
    await vi.waitFor(() => expect(at.heard).toEqual([{ say: 'miss', id: null, moves: [move], why: 'sync' }]));
  });

  it('tells what record responses said, and only when it is asked', async () => {
    request('read', '/api/records').answer('{"a":1}');
    request('read', '/api/other').answer('{"b":2}');
    await new Promise((done) => setTimeout(done, 20));
    expect(at.heard).toEqual([]);
    at.line.post({ say: 'tell' });
    await vi.waitFor(() => expect(at.heard).toHaveLength(1));
    expect(at.heard[0]).toMatchObject({
      say: 'seen',
      seen: [{ request: { url: 'https://app.hubspot.com/api/records', body: 'read' }, response: '{"a":1}' }],
    });
  });
});

describe('fetch', () => {
  it('passes what is no move to the native function with the very same arguments', async () => {
    const init = { method: 'POST', body: 'amount=1' };
    await at.scope.fetch('/api/save', init);
    expect(at.fetched).toEqual([{ input: '/api/save', init }]);
    expect(at.fetched[0]?.init).toBe(init);
  });

  it('holds a move until it is released', async () => {
    const answer = at.scope.fetch('/api/save', { method: 'PATCH', body: 'move dealstage' });
    const id = await heardHold(at.heard);
    expect(at.fetched).toEqual([]);
    at.line.post({ say: 'settle', id });
    expect(await (await answer).text()).toBe('real');
  });

  it('answers a refused move like the CRM would', async () => {
    const answer = at.scope.fetch('/api/save', { method: 'PATCH', body: 'move dealstage' });
    at.line.post({ say: 'settle', id: await heardHold(at.heard), refuse: REFUSED });
    const response = await answer;
    expect([response.status, await response.text()]).toEqual([400, '{"message":"no"}']);
    expect(at.fetched).toEqual([]);
  });

  it('reads the body of a Request without using it up', async () => {
    const sent = new Request('https://app.hubspot.com/api/records/1', { method: 'PATCH', body: 'move dealstage' });
    const answer = at.scope.fetch(sent);
    at.line.post({ say: 'settle', id: await heardHold(at.heard) });
    await answer;
    expect(at.fetched[0]?.input).toBe(sent);
    expect(sent.bodyUsed).toBe(false);
  });

  it('rejects with the signal’s reason when the page aborts a held move', async () => {
    const controller = new AbortController();
    const answer = at.scope.fetch('/api/save', { method: 'PATCH', body: 'move dealstage', signal: controller.signal });
    await heardHold(at.heard);
    controller.abort(new Error('left the page'));
    await expect(answer).rejects.toThrow('left the page');
    expect(at.fetched).toEqual([]);
  });
});

describe('the gate', () => {
  it('wraps nothing while no watcher is at the other end', () => {
    at = bench(false);
    request('move dealstage');
    expect(PlainXhr.sent).toHaveLength(1);
  });

  it('lets everything through once the extension retired', async () => {
    at.line.post({ say: 'retire' });
    await new Promise((done) => setTimeout(done, 20));
    request('move dealstage');
    expect(PlainXhr.sent).toHaveLength(1);
  });

  it('takes one line only: a second handshake is not answered', () => {
    const second = layLine(at.scope);
    const heard: FromGate[] = [];
    second.hear((message) => heard.push(message));
    request('move dealstage');
    expect(heard).toEqual([]);
  });

  it('passes a move when our own code throws', () => {
    vi.spyOn(wire, 'movesIn').mockImplementationOnce(() => {
      throw new Error('a bug of ours');
    });
    request('move dealstage');
    expect(PlainXhr.sent).toHaveLength(1);
  });
});
