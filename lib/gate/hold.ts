/** Keeps saves unsent until they are settled, exactly once each, and never longer than the watcher is alive. DESIGN §5.1. */
import type { WireMove } from '../crm/adapter';
import type { Found, FromGate, Line, Miss, Refusal, Seen, ToGate } from './channel';

/** No acknowledgement within this long releases. Milliseconds. */
export const ACK_MS = 300;
/** No verdict within this long, counted from the recognition, releases. */
export const VERDICT_MS = 1500;
/** While the rep decides, the watcher beats this often; three missed beats release. */
export const BEAT_MS = 1000;
/** The fourth tick without a beat. Ticks, not time: a tab in the background slows both sides' timers alike. */
const SILENT_TICKS = 4;
/** A client that sends the very same save again (a retry with a new token, say) is not asked twice within this long. */
export const REMEMBERED_MS = 5000;

/** How a hold ended: undefined lets the request go out. */
export type Settle = (refuse: Refusal | undefined) => void;

/** The page's own setTimeout. */
export type After = (run: () => void, ms: number) => unknown;

interface Hold {
  id: number;
  signature: string;
  moves: WireMove[];
  waiting: Set<Settle>;
  /** How many more ticks it waits for a beat; 0 while it waits for something else. */
  ticks: number;
  /** Tells the clock's newest order from those before. */
  turn: object;
}

export interface Keeper {
  /** True of a save that was let go a moment ago. */
  remembers(moves: WireMove[]): boolean;
  /** Holds a save until it is settled. Returns the way to give it up, which does nothing once it is settled. Throws where the hold cannot be said. */
  hold(found: Found, seen: () => Seen[], settle: Settle): () => void;
  hear(message: Exclude<ToGate, { say: 'watch' | 'tell' }>): void;
}

export function createKeeper(line: Pick<Line<FromGate, ToGate>, 'post'>, after: After): Keeper {
  const holds = new Set<Hold>();
  const released = new Set<string>();
  let lastId = 0;

  function end(hold: Hold, refuse?: Refusal): void {
    const { signature, waiting } = hold;
    holds.delete(hold);
    if (!refuse) {
      released.add(signature);
      after(() => released.delete(signature), REMEMBERED_MS);
    }
    for (const settle of waiting) settle(refuse);
    waiting.clear();
  }

  function wait(hold: Hold, ms: number, why: Miss, ticks = 0): void {
    const turn = (hold.turn = {});
    hold.ticks = ticks;
    after(() => {
      if (hold.turn !== turn || !holds.has(hold)) return;
      if (hold.ticks > 1) {
        wait(hold, ms, why, hold.ticks - 1);
        return;
      }
      end(hold);
      line.post({ say: 'miss', id: hold.id, moves: hold.moves, why });
    }, ms);
  }

  return {
    remembers: (moves) => released.has(JSON.stringify(moves)),

    hold(found, seen, settle) {
      const { moves } = found;
      const signature = JSON.stringify(moves);
      let hold = [...holds].find((other) => other.signature === signature);
      if (!hold) {
        hold = { id: ++lastId, signature, moves, waiting: new Set(), ticks: 0, turn: {} };
        // Said first: what cannot be said is not held.
        line.post({ say: 'hold', id: hold.id, ...found, seen: seen() });
        holds.add(hold);
        wait(hold, ACK_MS, 'no-answer');
      }
      const { id, waiting } = hold;
      waiting.add(settle);
      return () => {
        if (!waiting.delete(settle) || waiting.size > 0) return;
        holds.delete(hold);
        line.post({ say: 'drop', id });
      };
    },

    hear(message) {
      for (const hold of holds) {
        if ('id' in message && message.id !== hold.id) continue;
        switch (message.say) {
          case 'ack':
            wait(hold, VERDICT_MS - ACK_MS, 'late');
            break;
          case 'asking':
            wait(hold, BEAT_MS, 'silent', SILENT_TICKS);
            break;
          case 'beat':
            if (hold.ticks) hold.ticks = SILENT_TICKS;
            break;
          case 'settle':
            end(hold, message.refuse);
            break;
          case 'retire':
            end(hold);
        }
      }
    },
  };
}
