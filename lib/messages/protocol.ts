/** Every message between extension contexts, one typed map per direction. Parsed, never cast: lib/messages/parse.ts. */
import type { Reading, RecordRef, View, Watch, WireMove } from '../crm/adapter';
import type { Verdict } from '../guard/judge';

/** What a tab shows, as its watcher tells it. `readings` are of the record in view. */
export interface TabState {
  view: View;
  /** The record's name as its page shows it. */
  name: string | null;
  readings: Reading[];
  /** The page was looked at and nothing could be read of the record: what was tried, in words. */
  unread: readonly string[] | null;
  at: number;
}

/** How a rep decided on a held move. */
export type Decision = { kind: 'back' } | { kind: 'on'; reasonCode?: string; note?: string };

/** A held save as the watcher hands it to the judge. */
export interface Held {
  moves: WireMove[];
  /** What is known of the records in `moves`. */
  readings: Reading[];
}
/** The verdict on each move of a held save, in the same order; null where the pack has nothing to say. */
export type Verdicts = (Verdict | null)[];

/** From a tab's watcher to the service worker. */
export interface WatcherToWorker {
  /** The view changed or its readings did. Answers with what to watch for on this CRM. */
  'tab-state': { ask: TabState; answer: void };
  'watch-list': { ask: { crm: 'salesforce' | 'hubspot' }; answer: Watch & { handle: boolean } };
  judge: { ask: Held; answer: Verdicts };
  /** Written before the held save is released or refused. */
  decided: { ask: { held: Held; verdicts: Verdicts; decision: Decision }; answer: void };
  /** A check that could not be made in time; the save went through. */
  missed: { ask: { moves: WireMove[]; why: string }; answer: void };
  'open-panel': { ask: null; answer: void };
}

/** From the panel, the options page or the worker to a tab's watcher. */
export interface ToWatcher {
  'tell-state': { ask: null; answer: TabState };
  'show-field': { ask: { field: string }; answer: boolean };
  /** The active pack or a setting changed: fetch the watch list again. */
  'refresh-watch': { ask: null; answer: void };
}

/** From the worker or a watcher to every open extension page. */
export interface ToPages {
  'tab-state-changed': { ask: { state: TabState }; answer: void };
}

/** From an extension page to the worker. */
export interface PageToWorker {
  'progress-changed': { ask: { record: RecordRef }; answer: void };
  'pack-changed': { ask: null; answer: void };
}
