/** The page side of the hold: recognises stage changes, keeps them, and remembers what responses told. Fails open, always. */
import type { Answer, Watch, Wire, WireMove } from '../crm/adapter';
import type { Found, FromGate, Line, Miss, Refusal, ToGate } from './channel';
import { createKeeper, VERDICT_MS, type Clock, type Settle } from './hold';
import { createMemory } from './memory';

/** The stage fields that are known before any pack is. DESIGN §3. */
const USUAL_STAGE_FIELDS = ['StageName', 'Status', 'dealstage', 'hs_pipeline_stage', 'lifecyclestage', 'hs_lead_status'];

/** What the two wrappers need. Nothing here throws. */
export interface Gate {
  /** The moves in a request, or null: at once for everything that cannot be one. */
  inspect(method: string, url: string, body: unknown): Found | null;
  mayHoldRecords(method: string, url: string): boolean;
  /** Returns the way to give it up; undefined where it is settled already. */
  hold(found: Found, settle: Settle): (() => void) | undefined;
  miss(moves: WireMove[], why: Miss): void;
  /** The answer to show the page. `send` sends another body in the place of the held one, for a batch of which a part may go on. */
  answer(refusal: Refusal, id: number, send: (body: string) => Promise<Response>): Promise<Answer>;
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
  const merging = new Map<number, (answer: string) => void>();
  const memory = createMemory();
  let watch: Watch = { stageFields: USUAL_STAGE_FIELDS, fields: [] };
  let open = true;

  line.hear((message) => {
    if (message.say === 'watch') {
      watch = { ...message.watch, stageFields: [...new Set([...USUAL_STAGE_FIELDS, ...message.watch.stageFields])] };
    } else if (message.say === 'tell') {
      line.post({ say: 'seen', seen: memory.take() });
    } else if (message.say === 'merged') {
      merging.get(message.id)?.(message.answer);
    } else {
      if (message.say === 'retire') open = false;
      keeper.hear(message);
    }
  });

  return {
    inspect(method, url, body) {
      if (!open || !body || method === 'GET' || method === 'HEAD') return null;
      return guarded(() => {
        const text = textOf(body);
        if (text === null || !watch.stageFields.some((field) => text.includes(field))) return null;
        const request = { method, url: new URL(url, scope.document.baseURI).href, body: text };
        const moves = wire.movesIn(request, watch);
        return moves.length > 0 ? { request, moves } : null;
      }, null);
    },
    mayHoldRecords: (method, url) => open && guarded(() => wire.mayHoldRecords(method, url), false),
    hold(found, settle) {
      try {
        return keeper.hold(found, memory.take, settle);
      } catch {
        settle(undefined, 0);
        return undefined;
      }
    },
    miss: (moves, why) => line.post({ say: 'miss', id: null, moves, why }),
    async answer(refusal, id, send) {
      if ('body' in refusal) return refusal;
      const real = await send(refusal.forward);
      const answer = await real.text();
      const body = await new Promise<string>((merged) => {
        merging.set(id, merged);
        line.post({ say: 'merge', id, answer });
        // Without the watcher the page at least gets the real answer to the rest of its batch.
        clock.after(VERDICT_MS, () => merged(answer));
      });
      merging.delete(id);
      return { status: real.status, statusText: real.statusText, headers: Object.fromEntries(real.headers), body };
    },
    note(method, url, body, response) {
      guarded(() => {
        const request = { method, url: new URL(url, scope.document.baseURI).href, body: textOf(body) ?? '' };
        memory.note({ request, response, at: Date.now() });
      }, undefined);
    },
  };
}
