/** Tells a record's page from what is left of the one before: one HubSpot document outlives many records. facts/hubspot.md §2. */
import type { RecordRef } from '../adapter';
import { locateHubspot } from './locate';

/** By document: the record that was last seen on it, and what the page then showed. */
const lastSeen = new WeakMap<Document, { record: string; shown: string }>();

/**
 * False while the page cannot be showing `record` yet: its own URL names another one, or it has not changed since it showed another one.
 * `shown` is all the text of the page's properties.
 */
export function isFresh(root: Document, record: RecordRef, shown: string): boolean {
  if (URL.canParse(root.URL)) {
    const view = locateHubspot(new URL(root.URL));
    if (view.kind === 'record' && (view.record.object !== record.object || view.record.id !== record.id)) return false;
  }
  const name = `${record.org}/${record.object}/${record.id}`;
  const before = lastSeen.get(root);
  if (before && before.record !== name && before.shown === shown && shown) return false;
  lastSeen.set(root, { record: name, shown });
  return true;
}
