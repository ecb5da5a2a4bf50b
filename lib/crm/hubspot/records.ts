/** The field values that HubSpot's responses tell. facts/hubspot.md §3.6. */
import type { Sighting, Watch, WireRequest } from '../adapter';
import { knownObject } from './objects';
import { maxLength, placeOf, walk, type Visit } from './walk';

/** Saves whose answer may hold nothing: a REST write, or a contact's profile in the first public API. §3.3c, d, f. */
const SAVES = /^P(UT|ATCH)|\/contacts\/v1\//i;

/** The type of object that a request asks for: the first it names, wherever that stands. */
function typeAsked(question: unknown): string {
  const type = /"objectType(?:Id)?":"([^"]+)/.exec(JSON.stringify(question))?.[1] ?? '';
  return knownObject(type) ?? type;
}

/**
 * See `Page.recordsIn`. A property that an answer with all properties lacks is empty: null. A REST save that was answered has saved what it
 * sent, whatever its answer tells.
 */
export function recordsIn({ method, url, body }: WireRequest, response: string, { stageFields, fields }: Watch): Sighting[] {
  const seen = new Map<string, Sighting>();
  try {
    const there = placeOf(url);
    if (!there || response.length > maxLength) return [];
    const wanted = new Set([...stageFields, ...fields]);
    const complete = url.includes('includeAllProperties=true');
    const asked: unknown = JSON.parse(body || '0');
    const visit: Visit = (properties, { object, ids: [id] }, list) => {
      if (!object || !id || !properties.size) return;
      for (const field of wanted)
        if (properties.has(field) || (complete && !(field in list)))
          seen.set([object, id, field].join(), {
            record: { crm: 'hubspot', org: there.org, object, id },
            field,
            value: properties.get(field) ?? null,
            source: 'wire',
          });
    };
    if (SAVES.test(method + url)) walk(asked, there, visit, Array.isArray(asked) && !!there.ids[0]);
    const told: unknown = JSON.parse(response);
    // A GraphQL batch is answered in its own order.
    [told].flat().forEach((answer, index) => {
      const object = there.object || typeAsked(Array.isArray(asked) ? asked[index] : asked);
      walk(answer, { ...there, object }, visit);
    });
  } catch {
    // What is not JSON holds no records.
  }
  return [...seen.values()];
}
