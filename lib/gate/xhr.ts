/** Holds stage changes that are sent by XMLHttpRequest; everything else goes to the native functions at once. */
import type { Answer } from '../crm/adapter';
import type { Found } from './channel';
import type { Gate } from './gate';
import { answerOf } from './parts';

interface Sent {
  method: string;
  url: string;
  async: boolean;
  headers: Record<string, string>;
  /** Set while the request is held: gives it up. */
  drop?: (() => void) | undefined;
  /** The page gave it up while it was held or being answered. */
  aborted?: boolean;
  /** Properties stand in for the native ones, to be taken away on the next open(). */
  shadowed?: boolean;
}

const SHADOWS = [
  'readyState',
  'status',
  'statusText',
  'response',
  'responseText',
  'responseURL',
  'getResponseHeader',
  'getAllResponseHeaders',
] as const;
type Shadows = { [Name in (typeof SHADOWS)[number]]?: () => unknown };

/** Lets `getters` stand in for the native properties of one request. */
function shadow(xhr: XMLHttpRequest, getters: Shadows): void {
  for (const [name, get] of Object.entries(getters)) Object.defineProperty(xhr, name, { configurable: true, enumerable: true, get });
}

function fire(xhr: XMLHttpRequest, ...types: string[]): void {
  for (const type of ['readystatechange', ...types]) xhr.dispatchEvent(new ProgressEvent(type));
}

function parsed(text: string, xhr: XMLHttpRequest): unknown {
  if (xhr.responseType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Shows an answer on a request that was never sent, the way a finished request shows its own. */
function deliver(xhr: XMLHttpRequest, url: string, { status, statusText, headers, body }: Answer): void {
  const received = new Headers(headers);
  shadow(xhr, {
    readyState: () => 4,
    status: () => status,
    statusText: () => statusText,
    responseURL: () => url,
    responseText: () => body,
    response: () => parsed(body, xhr),
    getResponseHeader: () => (name: string) => received.get(name),
    getAllResponseHeaders: () => () => [...received].map(([name, value]) => `${name}: ${value}\r\n`).join(''),
  });
  fire(xhr, status ? 'load' : 'error', 'loadend');
}

/** What a request shows that the network failed. */
const NO_ANSWER: Answer = { status: 0, statusText: '', headers: {}, body: '' };

export function wrapXhr(scope: typeof globalThis, gate: Gate): void {
  const proto = scope.XMLHttpRequest.prototype;
  const { open, send, abort, setRequestHeader, addEventListener } = proto;
  const { apply } = Reflect;
  const { fetch } = scope;
  const sent = new WeakMap<XMLHttpRequest, Sent>();

  /** What the native functions say to a request that was sent already, which a held one is to the page. */
  function refuseTwice(state: Sent | undefined): void {
    if (state?.drop) throw new DOMException('The object is already sent.', 'InvalidStateError');
  }

  function forget(state: Sent, xhr: XMLHttpRequest): void {
    state.drop?.();
    state.drop = undefined;
    if (!state.shadowed) return;
    for (const name of SHADOWS) Reflect.deleteProperty(xhr, name);
    state.shadowed = false;
  }

  function noteLater(xhr: XMLHttpRequest, { method, url }: Sent, body: unknown): void {
    const finished = () => {
      const readable = xhr.responseType === '' || xhr.responseType === 'text';
      if (readable && xhr.status < 300) gate.note(method, url, body, xhr.responseText);
    };
    apply(addEventListener, xhr, ['load', finished, { once: true }]);
  }

  function hold(xhr: XMLHttpRequest, state: Sent, found: Found, body: unknown): void {
    const { method, url } = found.request;
    const show = (answer: Answer): void => {
      // The page may have used the request for something else meanwhile.
      if (sent.get(xhr) !== state || state.aborted) return;
      state.shadowed = true;
      deliver(xhr, url, answer);
    };
    state.drop = gate.hold(found, {
      release() {
        state.drop = undefined;
        apply(send, xhr, [body]);
      },
      show(answer) {
        state.drop = undefined;
        answer.then(show, () => show(NO_ANSWER));
      },
      send: async (part) => answerOf(await fetch(url, { method, headers: state.headers, body: part, credentials: 'include' })),
    });
  }

  proto.open = new Proxy(open, {
    apply(target, xhr: XMLHttpRequest, args: [string, string | URL, boolean?]) {
      const state = sent.get(xhr);
      if (state) forget(state, xhr);
      const result: unknown = apply(target, xhr, args);
      sent.set(xhr, {
        method: String(args[0]).toUpperCase(),
        url: String(args[1]),
        async: args.length < 3 || Boolean(args[2]),
        headers: {},
      });
      return result;
    },
  });

  proto.send = new Proxy(send, {
    apply(target, xhr: XMLHttpRequest, args: [unknown?]) {
      const state = sent.get(xhr);
      const body = args[0];
      refuseTwice(state);
      const found = state && gate.inspect(state.method, state.url, body);
      if (state && gate.mayHoldRecords(state.method, state.url)) noteLater(xhr, state, body);
      if (found && state.async) {
        hold(xhr, state, found, body);
        return;
      }
      // In a synchronous call the page waits: there is no moment in which the rep could be asked.
      if (found) gate.miss(found.moves, 'sync');
      apply(target, xhr, args);
    },
  });

  proto.abort = new Proxy(abort, {
    apply(target, xhr: XMLHttpRequest, args: []) {
      const state = sent.get(xhr);
      if (!state?.drop) {
        apply(target, xhr, args);
        return;
      }
      // The native abort() would do nothing on a request that was never sent; the page must see one that was given up.
      forget(state, xhr);
      state.aborted = state.shadowed = true;
      shadow(xhr, { readyState: () => 4, status: () => 0 });
      fire(xhr, 'abort', 'loadend');
      shadow(xhr, { readyState: () => 0 });
    },
  });

  proto.setRequestHeader = new Proxy(setRequestHeader, {
    apply(target, xhr: XMLHttpRequest, args: [string, string]) {
      const state = sent.get(xhr);
      refuseTwice(state);
      if (state) state.headers[args[0]] = args[1];
      apply(target, xhr, args);
    },
  });
}
