/** The health card's words, for the screen and for support: what is read of a page and how, never what it says. */
import type { View } from '../../lib/crm/adapter';
import type { Health } from '../../lib/messages/protocol';
import { momentWords } from '../ui/time';
import { crmName } from './words';

export interface HealthModel {
  /** What the tab's watcher says; null where nothing answers. */
  told: Health | null;
  /** What was tried to read the stage, where it could not be. */
  tried: readonly string[];
  /** The pack's names of CRM fields. */
  labels: Readonly<Record<string, string>>;
  versions: readonly { name: string; version: string }[];
}

/** Where an adapter names no way of its own, it is told by its source. */
const BY: Readonly<Record<string, string>> = { wire: 'from an answer of the CRM', page: 'on the page' };

interface Part {
  name: string;
  lines: readonly string[];
}

/** Parts without lines are left out. */
export function healthParts({ told, tried, labels, versions }: HealthModel, now: number): Part[] {
  const parts = [
    ...(told
      ? partsOfPage(told, tried, labels, now)
      : [{ name: 'Page', lines: ['This tab does not answer. Refresh it, then look again.'] }]),
    { name: 'Versions', lines: versions.map(({ name, version }) => `${name} ${version}`) },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

/** As plain text, to send to whoever helps. */
export function healthText(model: HealthModel, now: number): string {
  const parts = healthParts(model, now).map(({ name, lines }) => [name, ...lines.map((line) => `  ${line}`)].join('\n'));
  return [`How well Handrail reads this page, ${new Date(now).toLocaleString()}`, ...parts].join('\n\n');
}

function partsOfPage(
  { page, view, fields, requests }: Health,
  tried: readonly string[],
  labels: HealthModel['labels'],
  now: number,
): Part[] {
  const named = (field: string): string =>
    Object.hasOwn(labels, field) && labels[field] !== field ? `${labels[field]} (${field})` : field;
  const read = fields.flatMap(({ field, by, at }) =>
    by === null || at === null ? [] : [`${named(field)}: ${BY[by] ?? by}, ${momentWords(at, now)}`],
  );
  const unread = fields.filter(({ by }) => by === null).map(({ field }) => named(field));
  return [
    { name: 'Page', lines: [viewWords(view), masked(page, view)] },
    { name: 'The stage could not be read. What was tried', lines: tried },
    { name: `Fields read, and how: ${read.length} of ${fields.length}`, lines: read },
    { name: `Fields not found: ${unread.length} of ${fields.length}`, lines: unread },
    {
      name: 'Last requests, the newest first',
      lines: requests.toReversed().map(({ at, method, kind, url }) => `${momentWords(at, now)} ${kind} ${method} ${masked(url, view)}`),
    },
  ];
}

/** The kind of page, and never whose. */
function viewWords(view: View): string {
  switch (view.kind) {
    case 'record':
      return `${crmName(view.record.crm)}, a record: ${view.record.object}`;
    case 'list':
      return `${crmName(view.crm)}, a list or board: ${view.object}`;
    case 'none':
      return view.crm === null ? 'Not looked at yet' : `${crmName(view.crm)}, no record: ${view.why}`;
  }
}

/** An address without the record's id and its org, beside what the watcher has taken out already. */
function masked(address: string, view: View): string {
  const telling = view.kind === 'record' ? [view.record.id, view.record.org] : view.kind === 'list' ? [view.org] : [];
  return telling.reduce((text, part) => (part === '' ? text : text.replaceAll(part, '…')), address).replace(/…+/g, '…');
}
