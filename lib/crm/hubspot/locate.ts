/** What a HubSpot tab shows, by its URL alone. facts/hubspot.md §2. */
import type { View } from '../adapter';
import { knownObject } from './objects';

type Words = Record<string, string>;

/** Each shape of path with what it shows. Only the path counts: a query may hold another page's URL (`eschref`). */
const shapes: readonly { path: RegExp; shows: 'record' | 'list' | 'setup' }[] = [
  { path: /^\/contacts\/(?<org>\d+)\/record\/(?<type>\d-\d+)\/(?<id>\d+)(\/|$)/, shows: 'record' },
  { path: /^\/contacts\/(?<org>\d+)\/objects\/(?<type>\d-\d+)\/record\/(?<id>\d+)(\/|$)/, shows: 'record' },
  { path: /^\/contacts\/(?<org>\d+)\/(?<type>contact|company|deal|ticket)\/(?<id>\d+)(\/|$)/, shows: 'record' },
  { path: /^\/contacts\/(?<org>\d+)\/objects\/(?<type>\d-\d+)(\/|$)/, shows: 'list' },
  { path: /^\/(contacts|prospecting)\/(?<org>\d+)\/(?<type>contacts|companies|deals|tickets|leads)(\/|$)/, shows: 'list' },
  { path: /^\/([\w-]+-)?settings(-[\w-]+)?\//, shows: 'setup' },
];

/**
 * The view of a HubSpot URL; `org` is the portal id. A host that is not the CRM application's, HubSpot's own website among them, is `not-a-crm`.
 * Windows of the calling tool, the inbox and the create dialog's frame are `other-page`: they show no record of their own.
 */
export function locateHubspot(url: URL): View {
  if (!/^app(-[a-z]{2}\d)?\.hubspot\.com$/.test(url.hostname)) return { kind: 'none', crm: null, why: 'not-a-crm' };
  for (const { path, shows } of shapes) {
    const match = path.exec(url.pathname);
    if (!match) continue;
    if (shows === 'setup') return { kind: 'none', crm: 'hubspot', why: 'setup' };
    const { org = '', type = '', id = '' }: Words = match.groups ?? {};
    const object = knownObject(type) ?? type;
    return shows === 'list'
      ? { kind: 'list', crm: 'hubspot', org, object }
      : { kind: 'record', record: { crm: 'hubspot', org, object, id } };
  }
  return { kind: 'none', crm: 'hubspot', why: 'other-page' };
}
