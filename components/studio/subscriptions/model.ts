/** What the options page shows of subscriptions: the addresses that packs are fetched from, and how each fares. Plain data. */
import type { Checked } from '../../../lib/messages/protocol';

/** Times in milliseconds since 1970. */
export interface SubscriptionView {
  url: string;
  /** The part of the address that a person knows: `packs.acme.com`. */
  host: string;
  /** `policy`: nobody here can remove it. */
  by: 'rep' | 'policy';
  layer: 'company' | 'team' | 'personal';
  /** The policy lets nobody use what they have added themselves: it is not looked at. */
  isOff: boolean;
  /** When it was last looked at, whatever came of it. */
  checkedAt?: number;
  /** When the host last gave or confirmed the pack that is here. */
  freshAt?: number;
  /** When it is looked at next. */
  dueAt: number;
  /** The pack that it brings, once it has. `version`: the newest that came from there. */
  pack?: { id: string; title: string; version: string };
  /**
   * What went wrong the last time, and what to do; the pack that is here stays in use. `why`: `new-key` where a person has to decide about the
   * key, which `onCheck` brings up; `no-permission` where `onAllow` may help.
   */
  trouble?: { why: string; words: string };
}

/** What came of a look: as the worker answers, its trouble in words. */
export type CheckOutcome = Exclude<Checked, { kind: 'failed' }> | { kind: 'failed'; trouble: { why: string; words: string } };

export interface SubscriptionsModel {
  /** The policy's first, then by age. Undefined until they are read. */
  subscriptions: readonly SubscriptionView[] | undefined;
  /** The policy lets nobody add any. */
  mayAdd: boolean;
}

/** Promises reject with an Error whose message may be shown. */
export interface SubscriptionsEvents {
  /** What is wrong with an address, in words; null where it can be added. For telling it while somebody types. */
  addressProblem(text: string): string | null;
  /** Call it first of all in the click: the browser asks for permission only while the gesture is fresh. Adds the address, then looks. */
  onAddSubscription(text: string): Promise<CheckOutcome>;
  /** Looks now. `trusts`: the id of the key that the person has just decided to trust, from the outcome `ask`. */
  onCheckSubscription(url: string, trusts?: string): Promise<CheckOutcome>;
  /** Asks the browser once more for permission to read from the host, then looks. Call it first of all in the click. */
  onAllowSubscription(url: string): Promise<CheckOutcome>;
  /** Its pack stays, and stays in use. */
  onRemoveSubscription(url: string): Promise<void>;
}
