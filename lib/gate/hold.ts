/** Keeps saves unsent until they are settled, exactly once each, and never longer than the watcher is alive. DESIGN §5.1. */
import type { WireMove } from '../crm/adapter';
import type { Found, FromGate, Line, Refusal, Seen, ToGate } from './channel';

/** No acknowledgement within this long releases. Milliseconds. */
export const ACK_MS = 300;
/** No verdict within this long, counted from the recognition, releases. */
export const VERDICT_MS = 1500;
/** While the rep decides, the watcher beats this often; three missed beats release. */
export const BEAT_MS = 1000;
const MISSED_BEATS = 3;
/** A client that sends the very same save again (a retry with a new token, say) is not asked twice within this long. */
const REMEMBERED_MS = 5000;

/** How a hold ended: undefined lets the request go out. */
export type Settle = (refuse: Refusal | undefined) => void;

export interface Clock {
  now(): number;
  after(ms: number, run: () => void): number;
  cancel(timer: number): void;
}

interface Hold {
  id: number;
  signature: string;
  moves: WireMove[];
  waiting: Settle[];
  timer: number;
  missedBeats: number;
}

export interface Keeper {
  /** Holds a save until it is settled. Returns the way to give it up, for a page that aborts its own request; undefined where it is settled at once. */
  hold(found: Found, seen: () => Seen[], settle: Settle): (() => void) | undefined;
  hear(message: ToGate): void;
}

export function createKeeper(line: Pick<Line<FromGate, ToGate>, 'post'>, clock: Clock): Keeper {
  const holds = new Map<number, Hold>();
  const released = new Map<string, number>();
  let lastId = 0;

  function end(hold: Hold, refuse?: Refusal): void {
    if (!holds.delete(hold.id)) return;
    clock.cancel(hold.timer);
    if (refuse === undefined) released.set(hold.signature, clock.now() + REMEMBERED_MS);
    for (const settle of hold.waiting) settle(refuse);
  }

  function giveUp(hold: Hold, why: 'no-answer' | 'late' | 'silent'): void {
    end(hold);
    line.post({ say: 'miss', id: hold.id, moves: hold.moves, why });
  }

  function listenForBeats(hold: Hold): void {
    clock.cancel(hold.timer);
    // Counted in ticks, not in time: a tab in the background slows both sides' timers alike.
    hold.timer = clock.after(BEAT_MS, () => {
      hold.missedBeats += 1;
      if (hold.missedBeats > MISSED_BEATS) giveUp(hold, 'silent');
      else listenForBeats(hold);
    });
  }

  return {
    hold(found, seen, settle) {
      const { moves } = found;
      const signature = JSON.stringify(moves);
      if ((released.get(signature) ?? 0) > clock.now()) {
        settle(undefined);
        return undefined;
      }
      released.delete(signature);
      let hold = [...holds.values()].find((other) => other.signature === signature);
      if (hold) {
        hold.waiting.push(settle);
      } else {
        const id = ++lastId;
        // Said first: what cannot be said is not held.
        line.post({ say: 'hold', id, ...found, seen: seen() });
        const started: Hold = { id, signature, moves, waiting: [settle], timer: 0, missedBeats: 0 };
        started.timer = clock.after(ACK_MS, () => giveUp(started, 'no-answer'));
        holds.set(id, started);
        hold = started;
      }
      const { id, waiting } = hold;
      return () => {
        waiting.splice(waiting.indexOf(settle), 1);
        const left = holds.get(id);
        if (!left || waiting.length > 0) return;
        holds.delete(id);
        clock.cancel(left.timer);
        line.post({ say: 'drop', id });
      };
    },

    hear(message) {
      switch (message.say) {
        case 'beat':
          for (const hold of holds.values()) hold.missedBeats = 0;
          return;
        case 'retire':
          for (const hold of [...holds.values()]) end(hold);
          return;
        case 'ack':
        case 'asking':
        case 'settle': {
          const hold = holds.get(message.id);
          if (!hold) return;
          if (message.say === 'settle') end(hold, message.refuse);
          else if (message.say === 'asking') listenForBeats(hold);
          else {
            clock.cancel(hold.timer);
            hold.timer = clock.after(VERDICT_MS - ACK_MS, () => giveUp(hold, 'late'));
          }
          return;
        }
        case 'watch':
        case 'tell':
          return;
      }
    },
  };
}
