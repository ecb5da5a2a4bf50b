/** Holds stage changes that are sent by fetch(); everything else goes to the native function at once. */
import type { Gate, Hold } from './gate';
import { apply, guarded, wrap } from './native';
import { answerOf } from './parts';

export function wrapFetch(scope: typeof globalThis, gate: Gate): void {
  const native = scope.fetch;
  const { Request } = scope;

  wrap(scope, 'fetch', (self: unknown, args: [RequestInfo | URL, RequestInit?], pass) => {
    const [input, init] = args;
    const send = (request: Request): Promise<Response> => apply(native, self, [request]);
    let whole: Request | undefined;
    // What the page passed may change under a hold, and a body can be read once: the browser's own reading of both stays as it was.
    const make = () => (whole ??= new Request(input, init));

    async function go(hold: Hold, request: Request): Promise<Response> {
      const answer = await hold(async (body) => answerOf(await send(new Request(request, { body }))), request.signal);
      return answer ? new Response(answer.body || null, answer) : send(request);
    }

    const going = guarded(() => {
      // A Request may come from another frame, whose class it is of.
      const { method = 'GET', url } = Object(input) as Partial<Request>;
      const hold = gate.look(init?.method ?? method, url ?? `${input as string | URL}`, init?.body ?? (url && input), () =>
        make().clone().blob(),
      );
      return hold && go(hold, make());
    });
    return going ?? (whole ? send(whole) : pass());
  });
}
