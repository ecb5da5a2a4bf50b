/** Every message between extension contexts, one typed map per direction. */
import type { Crm, Reading, RecordRef, View, Watch, WireMove } from '../crm/adapter';
import type { Passed } from '../gate/channel';
import type { Card, GapRef } from '../guard/card';
import type { Trouble } from '../subscriptions/trouble';
import type { Admission } from '../worker/admission';

/** What a tab shows, as its watcher tells it. `readings` are of the record in view. */
export interface TabState {
  view: View;
  /** The record's name as its page shows it. */
  name: string | null;
  readings: Reading[];
  /** The page was looked at and the record's stage could not be read: what was tried, in words. */
  unread: readonly string[] | null;
  at: number;
}

/** How well the page in view can be read, for the panel's health card and for support. No values. */
export interface Health {
  /** Its path. */
  page: string;
  view: View;
  /** By CRM field: the way it was read by and when, in milliseconds since 1970; null where it was looked for and not found. */
  fields: { field: string; by: string | null; at: number | null }[];
  /** The last ten, oldest first. */
  requests: Passed[];
}

/**
 * How a rep decided on a held save: `back`; `on` with all of it; `some`: those records go on that nothing stands against, the others stay.
 * `confirmed`: gaps that cannot be seen, and that the rep stands for. `until`: when the exception ends, in milliseconds since 1970.
 */
export type Decision =
  | { kind: 'back' }
  | { kind: 'on'; reasonCode?: string; note?: string; until?: number; confirmed?: GapRef[] }
  | { kind: 'some'; confirmed?: GapRef[] };

/** A held save as the watcher hands it to the judge. `readings` is what is known of the records in `moves`. */
export interface Held {
  /** Names this hold, so that a decision that is sent twice is written once. */
  id: string;
  moves: WireMove[];
  readings: Reading[];
  /** The records' names by the order of `moves`, null where the page has told none. */
  names: (string | null)[];
  /** True where some of the moves may go on and others stay. */
  splits: boolean;
  /** How many records a save to "all that match" goes to, where the page has told. */
  matching?: number;
}

/** What the worker says of a held save. */
export interface Judgement {
  /** What to show the rep; null where everything may go without a word. */
  card: Card | null;
  /** The moves, by their place in `moves`, of whose records values are asked for that are not known here. */
  unseen: number[];
}

/** Something to draw: text, or an element with its attributes and what is in it. */
export type Drawing = string | [tag: string, attributes: Record<string, string>, ...content: Drawing[]];

/** A card as it is drawn, and its style sheet. It comes along with the card: a page at rest carries none of it. */
export interface Look {
  drawing: Drawing[];
  style: string;
}

/** What a gap in the rules is told with: "this rule does not fit here". */
export interface WrongHere extends Omit<GapRef, 'move'> {
  record: RecordRef;
  comment: string;
}

/** What a watcher needs to know: the fields that matter on its CRM, and what the rep and the policy allow. */
export interface WatchList extends Watch {
  /** Show the in-page handle. */
  handle: boolean;
  /** Read the values of a held move's records from the CRM when they are not known. */
  readAtMove: boolean;
}

/** What came of looking at a subscription. `same`: the host says that what is here is the newest. */
export type Checked = { kind: 'same' } | Exclude<Admission, { kind: 'refused' }> | { kind: 'failed'; trouble: Trouble };

/**
 * To the service worker, from watchers and extension pages. An untrusted page could speak through a broken watcher, so everything here is
 * parsed on arrival (lib/messages/parse.ts). Open side panels hear `tab-state` too.
 */
export interface ToWorker {
  /** The view changed or its readings did. */
  'tab-state': { ask: TabState; answer: void };
  'watch-list': { ask: { crm: Crm }; answer: WatchList };
  /** `look` is there where there is a card. */
  judge: { ask: Held; answer: Judgement & { look: Look | null } };
  /**
   * Answered once the decision is in the journal. `refuse`: the moves that stay, by their place in `moves`; all of them where the pack does not
   * let the rep go on like this.
   */
  decided: { ask: { held: Held; decision: Decision }; answer: { refuse: number[] } };
  /** Answered once it is in the journal. */
  'wrong-here': { ask: WrongHere; answer: void };
  /** A check that could not be made in time: the save went through. */
  missed: { ask: { moves: WireMove[]; why: string }; answer: void };
  /** Must stay the first thing the click does: the browser opens a panel only for a fresh gesture. */
  'open-panel': { ask: null; answer: void };
  /** An extension page changed a record's progress: badges follow. */
  'progress-changed': { ask: { record: RecordRef }; answer: void };
  /** The active pack or a setting changed: every tab fetches its watch list again. */
  'settings-changed': { ask: null; answer: void };
  /**
   * Looks at a subscription at once, due or not. `trusts`: the id of the key that the person has just decided to trust. From the extension's own
   * pages only.
   */
  'check-now': { ask: { url: string; trusts?: string }; answer: Checked };
  /** An extension page removed a subscription: what was allowed for it alone is given back. From the extension's own pages only. */
  'subscriptions-changed': { ask: null; answer: void };
}

/** To a tab's watcher, from the worker and the side panel. */
export interface ToWatcher {
  'tell-state': { ask: null; answer: TabState };
  'tell-health': { ask: null; answer: Health };
  /** Scrolls to a field and highlights it; false when the page does not show it. */
  'show-field': { ask: { field: string }; answer: boolean };
  'refresh-watch': { ask: null; answer: void };
}
