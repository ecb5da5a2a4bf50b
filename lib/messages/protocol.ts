/** Every message between extension contexts, one typed map per direction. */
import type { Crm, Reading, RecordRef, View, Watch, WireMove } from '../crm/adapter';
import type { Verdict } from '../guard/judge';

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

/** How a rep decided on a held move. */
export type Decision = { kind: 'back' } | { kind: 'on'; reasonCode?: string; note?: string };

/** A held save as the watcher hands it to the judge. `readings` is what is known of the records in `moves`. */
export interface Held {
  /** Names this hold, so that a decision that is sent twice is written once. */
  id: string;
  moves: WireMove[];
  readings: Reading[];
}

/** What a watcher needs to know: the fields that matter on its CRM, and whether the rep wants the in-page handle. */
export interface WatchList extends Watch {
  handle: boolean;
}

/**
 * To the service worker, from watchers and extension pages. An untrusted page could speak through a broken watcher, so everything here is
 * parsed on arrival (lib/messages/parse.ts). Open side panels hear `tab-state` too.
 */
export interface ToWorker {
  /** The view changed or its readings did. */
  'tab-state': { ask: TabState; answer: void };
  'watch-list': { ask: { crm: Crm }; answer: WatchList };
  /** One verdict per move, in order. */
  judge: { ask: Held; answer: Verdict[] };
  /** Answered once the decision is in the journal. `go` is false where the pack does not let the rep go on like this. */
  decided: { ask: { held: Held; decision: Decision }; answer: { go: boolean } };
  /** A check that could not be made in time: the save went through. */
  missed: { ask: { moves: WireMove[]; why: string }; answer: void };
  /** Must stay the first thing the click does: the browser opens a panel only for a fresh gesture. */
  'open-panel': { ask: null; answer: void };
  /** An extension page changed a record's progress: badges follow. */
  'progress-changed': { ask: { record: RecordRef }; answer: void };
  /** The active pack or a setting changed: every tab fetches its watch list again. */
  'settings-changed': { ask: null; answer: void };
}

/** To a tab's watcher, from the worker and the side panel. */
export interface ToWatcher {
  'tell-state': { ask: null; answer: TabState };
  /** Scrolls to a field and highlights it; false when the page does not show it. */
  'show-field': { ask: { field: string }; answer: boolean };
  'refresh-watch': { ask: null; answer: void };
}
