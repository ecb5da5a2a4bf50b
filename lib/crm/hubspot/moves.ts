/** The stage changes that a request would make. facts/hubspot.md §3.3 (a)-(g). */
import type { Watch, WireMove, WireRequest } from '../adapter';
import { maxLength, placeOf, unnamed, walk } from './walk';

/** See `Wire.movesIn`. `org` is '' where the URL names no portal; `id` is '*' where a bulk edit goes to "all that match" and names no ids. */
export function movesIn({ method, url, body }: WireRequest, { stageFields }: Watch): WireMove[] {
  const moves: WireMove[] = [];
  try {
    // POST, PUT or PATCH.
    if (!/^P/i.test(method) || body.length > maxLength || !stageFields.some((field) => body.includes(field))) return moves;
    const there = placeOf(url);
    if (!there || /\/(search|read)($|\?)/.test(url)) return moves;
    const sent: unknown = JSON.parse(body);
    // A list at the top is one of properties only where the URL says whose they are.
    walk(
      sent,
      there.ids[0] ? there : { ...there, ids: unnamed(body) },
      (properties, { object, ids }) => {
        // A pack may watch a field that every gate does.
        for (const field of new Set(stageFields)) {
          const to = String(properties.get(field) ?? '');
          // A create form sends the stages that were left blank, too.
          if (!to) continue;
          const values = Object.fromEntries([...properties].filter(([name]) => name !== field));
          for (const id of ids[0] ? ids : ['']) moves.push({ record: { crm: 'hubspot', org: there.org, object, id }, field, to, values });
        }
      },
      Array.isArray(sent) && !!there.ids[0],
    );
  } catch {
    // What is not JSON is no save of HubSpot's.
  }
  return moves;
}
