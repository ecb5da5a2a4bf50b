/** Finds where a person sees or edits a field: in the modal that is open, else on the page in view (facts/salesforce.md §1.4 to §1.6). */
import { composed, nearest } from './deep';
import { editorsOf, SELECTORS } from './selectors';
import { shown } from './visible';

/** See `Page.findField`. The stage has the Path to go to where the layout does not show it. */
export function findField(root: Document, field: string): Element | null {
  if (!/^\w+$/.test(field)) return null;
  const editors = editorsOf(field);
  const query = composed(root, editors, SELECTORS.path);
  const places = query(editors).filter(shown);
  const place = places.find((element) => nearest(element, SELECTORS.modal)) ?? places[0];
  if (place) return nearest(place, SELECTORS.layoutItem) ?? place;
  return /^(StageName|Status)$/.test(field) ? (query(SELECTORS.path).find(shown) ?? null) : null;
}
