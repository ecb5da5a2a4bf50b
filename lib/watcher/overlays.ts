/** What the watcher shows in the page, and where. */
import type { RecordRef } from '../crm/adapter';
import type { Card } from '../guard/card';
import type { Decision, Look, WrongHere } from '../messages/protocol';

export interface Question {
  /** Where to draw. */
  page: Document;
  card: Card;
  /** How it is drawn. */
  look: Look;
  findField: (crmField: string) => Element | null;
  /** The address of a record's own page; null for the one in view, and for what has none. */
  addressOf: (record: RecordRef) => string | null;
  /** Keeps that a rule does not fit; rejects where it could not be kept. */
  wrongHere: (what: WrongHere) => Promise<void>;
  openPanel: () => void;
  /** Takes the question away without a decision: the save is gone or was released. */
  signal: AbortSignal;
}

export interface Overlays {
  /** Shows every gap at once; resolves with what the rep chose; rejects when the question is taken away, or cannot be kept in sight. */
  ask(question: Question): Promise<Decision>;
  highlight(element: Element): void;
  /** Keeps what is typed in overlays from the page's own listeners. Must come before them. */
  hush(scope: Window): void;
  /** Shows the in-page handle; returns the way to take it away. */
  showHandle(page: Document, open: () => void): () => void;
}

/** The topmost document that this frame may draw in: a hold in a hidden frame must still be seen. */
export function topDocument(scope: Window): Document {
  try {
    return scope.parent === scope ? scope.document : topDocument(scope.parent);
  } catch {
    // The parent belongs to another origin: this frame is as high as it goes.
    return scope.document;
  }
}
