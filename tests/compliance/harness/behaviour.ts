/** What a behaviour is: something that a page's script does with a request, and what it then sees. One file each, in `../behaviours`. */
import type { Crm } from '../../../lib/crm/adapter';
import type { FromGate, ToGate } from '../../../lib/gate/channel';

/** A request as it reached the server. */
export interface Received {
  method: string;
  /** Path and query. */
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** Where a behaviour acts. */
export interface Scene {
  /** The page's window, with the gate in it or without. */
  page: Window & typeof globalThis;
  /** Resolves when `count` requests are held; without the gate, when they have reached the server. */
  waiting(count?: number): Promise<void>;
  /** Resolves with what has reached the server, as soon as that is `count` requests or more. */
  received(count?: number): Promise<Received[]>;
  /** What the gate said to the watcher. */
  said: FromGate[];
  /** Speaks to the gate as the watcher. Without the gate nobody listens. */
  tell(message: ToGate): void;
}

export interface Behaviour {
  name: string;
  /** Which CRM's page and protocol it needs; HubSpot's where it is left out. */
  crm?: Crm;
  /** What the scripted watcher does with a hold: lets it go, refuses all of it, goes on asking the rep, or says nothing at all. */
  watcher: 'allows' | 'refuses' | 'asks' | 'is silent';
  act(scene: Scene): Promise<unknown>;
  /** `NATIVE` where the same script sees the very same without the gate; otherwise what it sees with it. */
  sees: unknown;
  /** How many holds the watcher hears of. */
  holds: number;
  /** How many requests reach the server; where it is left out the very same as without the gate, to the last byte and header. */
  leaves?: number;
  /** Why happy-dom cannot run it. */
  chromiumOnly?: string;
}

export const NATIVE = 'as without the gate';

/** What comes of a behaviour in one place. */
export interface Outcome {
  observed: unknown;
  holds: number;
  received: Received[];
}
