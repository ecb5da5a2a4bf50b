/** Reads the saved values off a record's page. An open editor holds a draft: it is never read (facts/salesforce.md §1.3, §1.4). */
import type { Shown, Sighting, View } from '../adapter';
import { inside, nearest, textOf, type Query } from './deep';
import { CURRENT_LABEL, CURRENT_STAGE, SELECTORS } from './selectors';
import { pageOf } from './visible';

/** A value as the page shows it; with a locale where it is text for people. */
type Seen = Pick<Sighting, 'value' | 'locale' | 'by'>;

/** The fields that hold the stage of the objects whose Path follows the same field in every org. */
const PATH_FIELDS: Partial<Record<string, string>> = {
  Opportunity: 'StageName',
  Lead: 'Status',
  Case: 'Status',
  Quote: 'Status',
  Order: 'Status',
};

function output(anchor: Element, locale: string): Seen | null {
  const parts = inside(anchor);
  const part = (selector: string) => parts.find((element) => element.matches(selector));
  if (part(SELECTORS.editor) || part(SELECTORS.loading)) return null;
  const box = part(SELECTORS.checkbox);
  if (box instanceof HTMLInputElement) return { value: box.checked };
  const shown = part(SELECTORS.output);
  const value = textOf(shown ?? anchor, SELECTORS.noise);
  if (value) return { value, locale };
  return shown ? { value: null } : null;
}

/** The one value that all places agree on; several that differ are no reading. */
function agreed(seen: readonly (Seen | null)[]): Seen | null {
  const all = seen.filter((one) => one !== null);
  return all.every((one) => one.value === all[0]?.value) ? (all[0] ?? null) : null;
}

function currentStage(query: Query): Seen | null {
  for (const { selector, attribute } of CURRENT_STAGE) {
    const values = query(selector).flatMap((element) => nearest(element, `[${attribute}]`)?.getAttribute(attribute) ?? []);
    // `converted` is the Path's own word for the last step of a lead, not a status.
    const stage = agreed(values.filter((value) => value && value !== 'converted').map((value) => ({ value })));
    if (stage) return stage;
  }
  return null;
}

function currentLabel(query: Query, locale: string): Seen | null {
  const labels = query(CURRENT_LABEL).map((step) => step.getAttribute('data-label') ?? textOf(step, SELECTORS.noise));
  return agreed(labels.filter(Boolean).map((value) => ({ value, locale })));
}

function nameIn(query: Query): string | null {
  return (
    query(SELECTORS.name)
      .map((element) => textOf(element, SELECTORS.noise))
      .find(Boolean) ?? null
  );
}

/** What was seen, with the name of the way it was seen by. */
function by(way: string, seen: Seen | null): Seen | null {
  return seen && { ...seen, by: way };
}

/** See `Page.readPage`. The Path's own value comes first: it is exact. */
export function readPage(root: Document, view: View, fields: readonly string[]): Shown {
  if (view.kind !== 'record') return { sightings: [], name: null };
  const { record } = view;
  const locale = root.documentElement.lang || 'en';
  const query = pageOf(root, record.id);
  const outputs = new Map<string, (Seen | null)[]>();
  for (const anchor of query(SELECTORS.field)) {
    const [, object, field = ''] = (anchor.getAttribute('data-target-selection-name') ?? '').split('.');
    if (!fields.includes(field) || (record.object && object !== record.object)) continue;
    outputs.set(field, [...(outputs.get(field) ?? []), output(anchor, locale)]);
  }
  const name = nameIn(query);
  const sightings = fields.flatMap((field): Sighting[] => {
    const onPath = field === PATH_FIELDS[record.object];
    const seen =
      by('Path', onPath ? currentStage(query) : null) ??
      by('details', agreed(outputs.get(field) ?? [])) ??
      by('Path label', onPath ? currentLabel(query, locale) : null) ??
      by('header', field === 'Name' && name ? { value: name, locale } : null);
    return seen ? [{ record, field, ...seen, source: 'page' }] : [];
  });
  return { sightings, name };
}
