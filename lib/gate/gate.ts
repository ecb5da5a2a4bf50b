/** The page side of the hold: recognises stage changes, keeps them, and remembers what responses told. Fails open, always. */
import type { Answer, Watch, Wire, WireMove, WireRequest } from '../crm/adapter';
import { readBody, type Copy } from './body';
import type { FromGate, Line, Passed, Refusal, ToGate } from './channel';
import { createKeeper, type After } from './hold';
import { createMemory } from './memory';
import { absolute, guarded } from './native';
import { together, type Send } from './parts';

/** POST, PUT and PATCH. */
const WRITES = /^P/i;

/**
 * Holds a request until it is settled; its innocent part leaves at once. Resolves with the answer to show to the page, or undefined where the
 * request goes out as it was. Rejects like `send`, or with the reason of `signal`, by which the page gives the request up.
 */
export type Hold = (send: Send, signal: AbortSignal) => Promise<Answer | undefined>;

/** What the two wrappers need. Nothing here throws. */
export interface Gate {
  /**
   * Null at once for everything that cannot be a move. A body that has to be read is looked into by the hold itself, and only where the CRM keeps
   * its records.
   *
   * @param waits false for a request that cannot be held: the watcher is told of its moves
   */
  look(method: string, url: string, body: unknown, copy: Copy, waits?: boolean): Hold | null;
  mayHoldRecords(method: string, url: string): boolean;
  /** A record response passed. */
  note(method: string, url: string, body: unknown, response: string): void;
}

export function createGate(scope: Window, wire: Wire, line: Line<FromGate, ToGate>, after: After): Gate {
  const keeper = createKeeper(line, after);
  const memory = createMemory();
  let watch: Pick<Watch, 'stageFields'> = wire;
  let open = true;
  /** While the page is being left there is no moment in which the rep could be asked. */
  let leaving = false;
  scope.addEventListener('pagehide', () => {
    leaving = true;
    // A page that comes back was only put aside, and its clock with it.
    after(() => (leaving = false), 0);
  });

  line.hear((message) => {
    if (message.say === 'watch') {
      watch = { stageFields: [...wire.stageFields, ...message.watch.stageFields] };
    } else if (message.say === 'tell') {
      line.post({ say: 'seen', seen: memory.take(), passed: memory.passed });
    } else {
      if (message.say === 'retire') open = false;
      keeper.hear(message);
    }
  });

  const mayHoldRecords = (method: string, url: string) => open && wire.mayHoldRecords(method, url);
  const pass = (kind: Passed['kind'], method: string, url: string) => memory.pass({ at: Date.now(), method, url, kind });
  const requestOf = (method: string, url: string, body: unknown): WireRequest => ({
    method,
    url: absolute(url),
    body: typeof body === 'string' ? body : '',
  });

  const holding =
    (request: WireRequest, moves: WireMove[], divides: boolean): Hold =>
    async (send, signal) => {
      signal.throwIfAborted();
      const parts = divides ? guarded(() => wire.split(request, moves)) : null;
      let drop: (() => void) | null | undefined;
      const decided = new Promise<Refusal | undefined>((settle, giveUp) => {
        signal.onabort = () => giveUp(signal.reason);
        drop = guarded(() => keeper.hold({ request, moves, splits: !!parts?.apart }, memory.take, settle));
        if (!drop) settle(undefined);
      });
      try {
        const [refuse, rest] = await Promise.all([decided, parts?.rest ? send(parts.rest) : undefined]);
        // What the page will be told has failed is not saved in part.
        if (!parts || !(refuse || rest) || (rest && rest.status >= 300)) return rest ?? refuse?.answer;
        const going = refuse && wire.split({ ...request, body: parts.moving }, refuse.moves);
        const body = refuse ? going?.rest : parts.moving;
        const moving = together(body ? await send(body) : undefined, refuse?.answer, going?.merge);
        return together(rest, moving, parts.merge);
      } finally {
        drop?.();
      }
    };

  return {
    mayHoldRecords,

    look(method, url, body, copy, waits = true) {
      if (!open || !body || !WRITES.test(method)) return null;
      const judge = (text: string): Hold | null => {
        const request = requestOf(method, url, text);
        const moves = watch.stageFields.some((field) => text.includes(field)) ? wire.movesIn(request, watch) : [];
        const is = !!moves[0];
        pass(is ? 'move' : 'write', method, url);
        if (!is || keeper.remembers(moves)) return null;
        if (waits && !leaving) return holding(request, moves, typeof body === 'string');
        line.post({ say: 'miss', id: null, moves, why: 'sync' });
        return null;
      };
      return guarded(() => {
        const text = readBody(body, () => mayHoldRecords(method, url), copy);
        if (typeof text === 'string') return judge(text);
        const late = text.then(judge).catch(() => null);
        return async (send, signal) => (await late)?.(send, signal);
      });
    },

    note(method, url, body, response) {
      guarded(() => {
        if (!WRITES.test(method)) pass('read', method, url);
        memory.note({ request: requestOf(method, url, body), response, at: Date.now() });
      });
    },
  };
}
