/** Which of the record pages in the DOM is in view: Lightning keeps hidden copies of earlier ones (facts/salesforce.md §1.2). */
import { composed, holderOf, nearest, type Query } from './deep';
import { recordId } from './ids';
import { IN_PAGE, SELECTORS } from './selectors';

/** An element with `display: contents` has no box of its own, though its children are on the screen. */
function hasBox(element: Element | null): boolean {
  if (!element || typeof element.checkVisibility !== 'function' || element.checkVisibility({ visibilityProperty: true })) return true;
  return getComputedStyle(element).display === 'contents' && hasBox(holderOf(element));
}

/** True for what a person can see: layout tells where there is one, and the marks of background pages do everywhere. */
export function shown(element: Element): boolean {
  if (nearest(element, SELECTORS.background) || !hasBox(element)) return false;
  // An open modal hides the page behind it from assistive technology, not from sight.
  return !nearest(element, SELECTORS.ariaHidden) || element.ownerDocument.querySelector(SELECTORS.openModal) !== null;
}

/** After a navigation the page of the record before is in view for a while: its related lists tell. */
function isOfAnother(query: Query, id: string): boolean {
  const ids = query(SELECTORS.related).map((link) => recordId(/\/(\w+)\/related\//.exec(link.getAttribute('href') ?? '')?.[1]));
  return ids.some(Boolean) && !ids.includes(id);
}

/** Looks for `IN_PAGE` in the page of the record `id` that is in view: only what it shows, and nothing of the modals over it. */
export function pageOf(root: Document, id: string): Query {
  const light = [...root.querySelectorAll(SELECTORS.page)];
  const whole: Query = light.length ? () => [] : composed(root, SELECTORS.page, ...IN_PAGE);
  const pages = [...light, ...whole(SELECTORS.page)].filter(shown).map((page) => composed(page, ...IN_PAGE));
  if (pages.length) {
    const own = pages.filter((query) => !isOfAnother(query, id));
    return (selector) => own.flatMap((query) => query(selector));
  }
  const elsewhere = `${SELECTORS.page},${SELECTORS.modal}`;
  return (selector) => whole(selector).filter((element) => shown(element) && !nearest(element, elsewhere));
}
