/** The private line between the gate (MAIN world) and the watcher (isolated world) of one frame: what is said on it, and how it is laid. */
import type { Answer, Watch, WireMove, WireRequest } from '../crm/adapter';
import { apply } from './native';

/** Why a check could not be made and the save went through. */
export type Miss = 'no-answer' | 'late' | 'silent' | 'sync';

/** A request that would make moves. */
export interface Found {
  request: WireRequest;
  moves: WireMove[];
  /** True where some of the moves may go on and others be refused. */
  splits: boolean;
}

/** A record response that passed. `at` is in milliseconds since 1970. */
export interface Seen {
  request: WireRequest;
  response: string;
  at: number;
}

/** What the page is told of `moves`; those of the same save that are not among them go on, where the protocol lets the batch be split. */
export interface Refusal {
  answer: Answer;
  moves: WireMove[];
}

/** A request that passed or was held, for the panel's health card: never its body. */
export interface Passed {
  at: number;
  method: string;
  /** As the page wrote it: whoever shows it takes the values out. */
  url: string;
  kind: 'read' | 'write' | 'move';
}

export type FromGate =
  | ({ say: 'hold'; id: number; seen: Seen[] } & Found)
  /** The page gave the held request up itself. */
  | { say: 'drop'; id: number }
  /** `id` of the hold that was given up; null when the request could not be held at all. */
  | { say: 'miss'; id: number | null; moves: WireMove[]; why: Miss }
  | { say: 'seen'; seen: Seen[]; passed: Passed[] };

export type ToGate =
  /** The stage fields that packs add to the usual ones. */
  | { say: 'watch'; watch: Watch }
  | { say: 'ack'; id: number }
  /** The verdict is there and the rep is being asked: from now on only beats keep the hold. */
  | { say: 'asking'; id: number }
  | { say: 'beat' }
  /** With `refuse`, the CRM is answered like that; without, the request goes out as it was. */
  | { say: 'settle'; id: number; refuse?: Refusal }
  /** Tell which record responses passed since the last time, and the last requests of any kind. */
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
