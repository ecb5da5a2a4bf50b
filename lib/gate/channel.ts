/** The private line between the gate (MAIN world) and the watcher (isolated world) of one frame: what is said on it, and how it is laid. */
import type { Answer, Split, Watch, WireMove, WireRequest } from '../crm/adapter';

/** Why a check could not be made and the save went through. */
export type Miss = 'no-answer' | 'late' | 'silent' | 'sync';

/** A request that would make moves. */
export interface Found {
  request: WireRequest;
  moves: WireMove[];
}

/** A record response that passed. `at` is in milliseconds since 1970. */
export interface Seen {
  request: WireRequest;
  response: string;
  at: number;
}

/** A whole answer, or the innocent part of a batch to send in its place. */
export type Refusal = Answer | Pick<Split, 'forward'>;

export type FromGate =
  | { say: 'hold'; id: number; request: WireRequest; moves: WireMove[]; seen: Seen[] }
  /** The innocent part of a refused batch was answered: put the refusal in. */
  | { say: 'merge'; id: number; answer: string }
  /** The page gave the held request up itself. */
  | { say: 'drop'; id: number }
  /** `id` of the hold that was given up; null when the request could not be held at all. */
  | { say: 'miss'; id: number | null; moves: WireMove[]; why: Miss }
  | { say: 'seen'; seen: Seen[] };

export type ToGate =
  /** The stage fields that packs add to the usual ones. */
  | { say: 'watch'; watch: Watch }
  | { say: 'ack'; id: number }
  /** The verdict is there and the rep is being asked: from now on only beats keep the hold. */
  | { say: 'asking'; id: number }
  | { say: 'beat' }
  /** With `refuse`, the CRM is answered like that; without, the request goes out as it was. */
  | { say: 'settle'; id: number; refuse?: Refusal }
  | { say: 'merged'; id: number; answer: string }
  /** Tell which record responses passed since the last time. */
  | { say: 'tell' }
  /** The extension is gone: let everything through from now on. */
  | { say: 'retire' };

export interface Line<Out, In> {
  post(message: Out): void;
  hear(handler: (message: In) => void): void;
}

const HANDSHAKE = 'handrail';

/**
 * The gate's end. Both scripts run before the page's own, the gate first (manifest order), and the event is delivered at once, so the page
 * can neither see the port nor replace it (facts/browser.md §4). What the page could patch later is taken now.
 */
export function answerLine(scope: Window, connected: (line: Line<FromGate, ToGate>) => void): void {
  const { postMessage } = MessagePort.prototype;
  const { apply } = Reflect;
  const dataOf = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get;
  scope.addEventListener(
    HANDSHAKE,
    (event) => {
      event.stopImmediatePropagation();
      const port = (event as MessageEvent).ports[0];
      if (!port || !dataOf) return;
      connected({
        post: (message) => apply(postMessage, port, [message]),
        hear: (handler) => {
          port.onmessage = (received) => handler(apply(dataOf, received, []) as ToGate);
        },
      });
    },
    { once: true },
  );
}

/** The watcher's end. */
export function layLine(scope: Window): Line<ToGate, FromGate> {
  const { port1, port2 } = new MessageChannel();
  scope.dispatchEvent(new MessageEvent(HANDSHAKE, { ports: [port2] }));
  return {
    post: (message) => port1.postMessage(message),
    hear: (handler) => {
      port1.onmessage = (received: MessageEvent<FromGate>) => handler(received.data);
    },
  };
}
