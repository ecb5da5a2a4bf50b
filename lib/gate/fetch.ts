/** Holds stage changes that are sent by fetch(); everything else goes to the native function at once. */
import type { Found } from './channel';
import type { Gate } from './gate';
import { answerOf } from './parts';

function reasonOf(signal: AbortSignal): unknown {
  return signal.reason ?? new DOMException('The user aborted a request.', 'AbortError');
}

export function wrapFetch(scope: typeof globalThis, gate: Gate): void {
  const native = scope.fetch;
  const { apply } = Reflect;

  function held(found: Found, signal: AbortSignal | null | undefined, send: (body?: string) => Promise<Response>): Promise<Response> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(reasonOf(signal));
        return;
      }
      const drop = gate.hold(found, {
        release() {
          over();
          resolve(send());
        },
        show(answer) {
          over();
          resolve(answer.then(({ body, ...init }) => new Response(body, init)));
        },
        send: async (body) => answerOf(await send(body)),
      });
      function over(): void {
        signal?.removeEventListener('abort', aborted);
      }
      function aborted(): void {
        drop?.();
        if (signal) reject(reasonOf(signal));
      }
      signal?.addEventListener('abort', aborted, { once: true });
    });
  }

  scope.fetch = new Proxy(native, {
    apply(target, self: unknown, args: [RequestInfo | URL, RequestInit?]) {
      const [input, init] = args;
      const request = input instanceof Request ? input : undefined;
      const method = (init?.method ?? request?.method ?? 'GET').toUpperCase();
      const pass = () => apply(target, self, args);
      if (method === 'GET' || method === 'HEAD') return pass();
      const url = request?.url ?? `${input as string | URL}`;
      const signal = init?.signal ?? request?.signal;
      const send = (body?: string) => (body === undefined ? pass() : apply(target, self, [input, { ...init, body }]));
      const judge = (body: unknown) => {
        const found = gate.inspect(method, url, body);
        return found ? held(found, signal, send) : pass();
      };
      if (!request || init?.body) return judge(init?.body);
      // A clone leaves the page's own Request unused; only made where the CRM keeps its records.
      return gate.mayHoldRecords(method, url) ? request.clone().text().then(judge, pass) : pass();
    },
  });
}
