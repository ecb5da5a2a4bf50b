/** The page half of the HubSpot adapter: the visible record's values, by the names that HubSpot gives to its properties. facts/hubspot.md §1. */
import type { Page, RecordRef, Shown, Sighting, View } from '../adapter';
import { readOf } from './ask';
import { isFresh } from './fresh';
import { locateHubspot } from './locate';
import { matching } from './matching';
import { typeIdOf } from './objects';
import { recordsIn } from './records';
import { refuse } from './refusal';
import { spots, titleFallbacks, titles } from './selectors';
import type { Spot } from './selectors';
import { isInView, savedText } from './text';

const anywhere = [...spots.map(({ selector }) => selector), ...titleFallbacks].join();

/** The property that `element` shows as one of `spot`, or '' where it is none. */
function fieldAt(element: Element, { selector, attribute, prefix }: Spot): string {
  const name = element.getAttribute(attribute) ?? '';
  return name.startsWith(prefix) && element.matches(selector) ? name.slice(prefix.length) : '';
}

/** Every element that may show a property of `record`, or its name; null while the page still shows another record. */
function elementsOf(root: Document, record: RecordRef): Element[] | null {
  const elements = [...root.querySelectorAll(anywhere)];
  return isFresh(root, record, elements.map(({ textContent }) => textContent).join('\n')) ? elements : null;
}

/** `title` is the property that names the record. */
function nameIn(elements: readonly Element[], title: string | undefined): string | null {
  const selectors = title ? [`[data-test-id="highlight-property-display-${title}"]`, ...titleFallbacks] : titleFallbacks;
  for (const selector of selectors)
    for (const element of elements) {
      const name = element.matches(selector) && isInView(element) && savedText(element, null);
      if (name) return name;
    }
  return null;
}

/** The language the page was written in. `und`, "undetermined", makes ambiguous numbers and dates unreadable rather than wrong. */
function localeOf(element: Element): string {
  const root = element.ownerDocument;
  const marked = element.closest('[data-locale-at-render]') ?? root.querySelector('[data-locale-at-render]');
  return marked?.getAttribute('data-locale-at-render') || root.documentElement.lang || 'und';
}

function readPage(root: Document, view: View, fields: readonly string[]): Shown {
  if (view.kind !== 'record') return { sightings: [], name: null };
  const elements = elementsOf(root, view.record) ?? [];
  const seen = new Map<string, Sighting>();
  for (const spot of spots)
    for (const element of elements) {
      const field = fieldAt(element, spot);
      if (!fields.includes(field) || seen.has(field) || !isInView(element)) continue;
      const value = savedText(element, spot.beside);
      if (value === undefined) continue;
      const sighting: Sighting = { record: view.record, field, value, source: 'page', by: spot.words };
      seen.set(field, value === null ? sighting : { ...sighting, locale: localeOf(element) });
    }
  return { sightings: [...seen.values()], name: nameIn(elements, titles[view.record.object]) };
}

function findField(root: Document, field: string): Element | null {
  if (!/^\w+$/.test(field)) return null;
  for (const spot of spots)
    for (const element of root.querySelectorAll(spot.selector)) if (fieldAt(element, spot) === field && isInView(element)) return element;
  return null;
}

export const hubspotPage: Page = {
  locate: locateHubspot,
  readPage,
  recordsIn,
  matching,
  refuse,
  readOf,
  addressOf: ({ org, object, id }, page) => new URL(`/contacts/${org}/record/${typeIdOf(object)}/${id}`, page).href,
  nameFields: [...Object.values(titles), 'email'],
  findField,
  tried: spots.map(({ words }) => words),
};
