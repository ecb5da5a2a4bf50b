/** The page side of the hold: recognises stage changes, keeps them, and remembers what responses told. Fails open, always. */
import type { Answer, Watch, Wire, WireMove } from '../crm/adapter';
import type { Found, FromGate, Line, Miss, Passed, ToGate } from './channel';
import { createKeeper, type Clock } from './hold';
import { createMemory } from './memory';
import { answered, type Send } from './parts';

/** The stage fields that are known before any pack is. DESIGN §3. */
const USUAL_STAGE_FIELDS = ['StageName', 'Status', 'dealstage', 'hs_pipeline_stage', 'lifecyclestage', 'hs_lead_status'];

/** How a held request ends: it goes out as it was, or the page is shown an answer. */
export interface Ways {
  release(): void;
  show(answer: Promise<Answer>): void;
  /** Sends another body in the place of the held one, as the page itself would. */
  send: Send;
}

/** What the two wrappers need. Nothing here throws. */
export interface Gate {
  /** The moves in a request, or null: at once for everything that cannot be one. */
  inspect(method: string, url: string, body: unknown): Found | null;
  mayHoldRecords(method: string, url: string): boolean;
  /** Returns the way to give it up; undefined where it is settled already. The innocent part of a batch leaves at once. */
  hold(found: Found, ways: Ways): (() => void) | undefined;
  miss(moves: WireMove[], why: Miss): void;
  /** A record response passed. */
  note(method: string, url: string, body: unknown, response: string): void;
}

/** Runs `attempt`; whatever goes wrong in our code, the page goes on with `otherwise`. */
function guarded<T>(attempt: () => T, otherwise: T): T {
  try {
    return attempt();
  } catch {
    return otherwise;
  }
}

function textOf(body: unknown): string | null {
  if (typeof body === 'string') return body;
  return body instanceof URLSearchParams ? body.toString() : null;
}

export function createGate(scope: typeof globalThis, wire: Wire, line: Line<FromGate, ToGate>, clock: Clock): Gate {
  const keeper = createKeeper(line, clock);
  const memory = createMemory();
  let watch: Watch = { stageFields: USUAL_STAGE_FIELDS, fields: [] };
  let open = true;

  line.hear((message) => {
    if (message.say === 'watch') {
      watch = { ...message.watch, stageFields: [...new Set([...USUAL_STAGE_FIELDS, ...message.watch.stageFields])] };
    } else if (message.say === 'tell') {
      line.post({ say: 'seen', seen: memory.take(), passed: memory.passed() });
    } else {
      if (message.say === 'retire') open = false;
      keeper.hear(message);
    }
  });

  const whole = (url: string) => new URL(url, scope.document.baseURI);

  function find(method: string, url: string, body: unknown): Found | null {
    const text = textOf(body);
    if (text === null || !watch.stageFields.some((field) => text.includes(field))) return null;
    const request = { method, url: whole(url).href, body: text };
    const moves = wire.movesIn(request, watch);
    const [first, second] = moves;
    return first ? { request, moves, splits: !!second && wire.split(request, [first]) !== null } : null;
  }

  function pass(kind: Passed['kind'], method: string, url: string): void {
    memory.pass({ at: clock.now(), method, url, kind });
  }

  return {
    inspect(method, url, body) {
      if (!open || !body || method === 'GET' || method === 'HEAD') return null;
      return guarded(() => {
        const found = find(method, url, body);
        pass(found ? 'move' : 'write', method, url);
        return found;
      }, null);
    },
    mayHoldRecords: (method, url) => open && guarded(() => wire.mayHoldRecords(method, url), false),
    hold(found, ways) {
      const { request, moves } = found;
      let rest: Promise<Answer> | undefined;
      const parts = guarded(() => wire.split(request, moves), null);
      try {
        const drop = keeper.hold(found, memory.take, (refuse) => {
          if (!refuse && !rest) ways.release();
          else ways.show(answered(wire, found, parts, rest, refuse, ways.send));
        });
        if (drop && parts) rest = ways.send(parts.rest);
        return drop;
      } catch {
        ways.release();
        return undefined;
      }
    },
    miss: (moves, why) => line.post({ say: 'miss', id: null, moves, why }),
    note(method, url, body, response) {
      guarded(() => {
        pass('read', method, url);
        const request = { method, url: whole(url).href, body: textOf(body) ?? '' };
        memory.note({ request, response, at: Date.now() });
      }, undefined);
    },
  };
}
