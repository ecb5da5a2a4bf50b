/** Holds stage changes that are sent by XMLHttpRequest; everything else goes to the native functions at once. */
import type { Gate, Hold } from './gate';
import { apply, wrap, type Pass } from './native';
import { answerOf } from './parts';
import { showAbort, showAnswer, showFailure, unshow, type Shown } from './show';

/** A request since it was opened. */
interface Sent {
  method: string;
  url: string;
  async: boolean;
  headers: [string, string][];
  /** From the moment of send() on: gives up what is held, or was; null once the native function has it. */
  held?: AbortController | null;
  shown: Shown;
}

export function wrapXhr(scope: typeof globalThis, gate: Gate): void {
  const { XMLHttpRequest, fetch } = scope;
  const { send, addEventListener } = XMLHttpRequest.prototype;
  const sent = new WeakMap<XMLHttpRequest, Sent>();

  /** `around` gets what is known of the request: nothing before the first open(). */
  function before<Args extends unknown[]>(
    name: 'open' | 'send' | 'abort' | 'setRequestHeader',
    around: (xhr: XMLHttpRequest, state: Sent | undefined, args: Args, pass: Pass<XMLHttpRequest>) => unknown,
  ): void {
    wrap<typeof name, XMLHttpRequest, Args>(XMLHttpRequest.prototype, name, (xhr, args, pass) => around(xhr, sent.get(xhr), args, pass));
  }

  async function go(xhr: XMLHttpRequest, state: Sent, hold: Hold, body: unknown): Promise<void> {
    const { method, url, headers, shown } = state;
    const { signal } = (state.held = new AbortController());
    let limit: AbortSignal | undefined;
    const part = async (text: string) => {
      limit = xhr.timeout ? AbortSignal.timeout(xhr.timeout) : signal;
      const credentials = xhr.withCredentials ? 'include' : 'same-origin';
      return answerOf(await fetch(url, { method, headers, body: text, credentials, signal: AbortSignal.any([signal, limit]) }));
    };
    const end = await hold(part, signal).catch(() => (limit?.aborted ? 'timeout' : 'error'));
    if (signal.aborted) return;
    if (typeof end === 'string') showFailure(xhr, shown, end);
    else if (end) await showAnswer(xhr, shown, url, end, signal);
    else {
      state.held = null;
      apply(send, xhr, [body]);
    }
  }

  before('open', (xhr, state, args: [string, string | URL, boolean?], pass) => {
    pass();
    const [method, url, async] = args;
    sent.set(xhr, { method: `${method}`, url: `${url}`, async: args.length < 3 || !!async, headers: [], shown: {} });
    state?.held?.abort();
    if (state) unshow(xhr, state.shown);
  });

  before('setRequestHeader', (_xhr, state, args: [string, string], pass) => {
    // To the page a held request was sent: one that was never opened says the same as one that was.
    pass(state?.held ? new XMLHttpRequest() : undefined);
    state?.headers.push(args);
  });

  before('send', (xhr, state, args: [unknown?], pass) => {
    if (!state || state.held === null) return pass();
    if (state.held) return pass(new XMLHttpRequest());
    const [body] = args;
    const { method, url, async } = state;
    if (gate.mayHoldRecords(method, url)) {
      const finished = () => {
        const response: unknown = xhr.response;
        if (typeof response === 'string' && xhr.status < 300 && sent.get(xhr) === state) gate.note(method, url, body, response);
      };
      apply(addEventListener, xhr, ['load', finished, { once: true }]);
    }
    // In a synchronous call the page waits: there is no moment in which the rep could be asked.
    const hold = gate.look(method, url, body, () => new Response(body as BodyInit).blob(), async);
    if (hold && async) {
      void go(xhr, state, hold, body);
      return undefined;
    }
    state.held = null;
    return pass();
  });

  before('abort', (xhr, state, _args: [], pass) => {
    if (!state?.held || !xhr.readyState) return pass();
    state.held.abort();
    showAbort(xhr, state.shown);
    return undefined;
  });
}
