/** Finds the property lists in any of HubSpot's JSON by their content, in requests and in responses. facts/hubspot.md §3.3, §3.6. */
import type { Scalar } from '../adapter';
import { knownObject } from './objects';

/** The records that a part of the JSON speaks of: by the nearest ids around it, else by the URL. `object` is '' where that is not known. */
export interface Place {
  object: string;
  ids: readonly string[];
}

/** `list` is where the properties were found. */
export type Visit = (properties: ReadonlyMap<string, Scalar>, place: Place, list: object) => void;

/** Texts beyond this many characters are not looked into: no save or record that a person works on comes near it. */
export const maxLength = 4e6;
const maxDepth = 20;

const isNode = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isScalar = (value: unknown): value is Scalar => value !== undefined && !isNode(value);

/** True for a GraphQL operation, with its text or persisted without. */
export const isOperation = (node: unknown): node is Record<string, unknown> => isNode(node) && 'variables' in node;

/** The object and id that a URL names, and its portal. Null for hosts that are not HubSpot's. Throws on what is no URL. */
export function placeOf(url: string): (Place & { org: string }) | null {
  const { hostname, pathname, searchParams } = new URL(url);
  if (!/(^|\.)(hubspot|hubapi)\.com$/.test(hostname)) return null;
  let object = '';
  let ids: string[] = [];
  for (const word of pathname.split('/')) {
    const known = knownObject(word);
    if (known) [object, ids] = [known, []];
    else if (object && !ids[0] && /^\d+$/.test(word)) ids = [word];
  }
  return { org: searchParams.get('portalId') ?? '', object, ids };
}

/**
 * `objectId` comes before `id`, since a row may carry an `id` of another kind beside it. A row with an id of its own does not take its type
 * from a row around it: a deal's answer may list its contacts.
 */
function placeIn(node: Record<string, unknown>, around: Place): Place {
  const given = [node.objectIdList ?? node.objectIds ?? node.objectId ?? node.dealId ?? node.vid ?? node.id].flat();
  const own = given.filter((id) => id && isScalar(id)).map(String);
  const ids = own[0] ? own : around.ids;
  const type = node.objectTypeId ?? node.objectType;
  const inherited = around.ids[0] && ids[0] !== around.ids[0] ? '' : around.object;
  return { ids, object: typeof type === 'string' ? (knownObject(type) ?? type) : inherited };
}

/** `[{name, value}]`, `[{property, value}]`, `{name: value}` or `{name: {value}}`. An entry with an operator is a filter. */
function propertiesOf(list: Record<string, unknown>): Map<string, Scalar> {
  const properties = new Map<string, Scalar>();
  for (const [key, held] of Object.entries(list)) {
    const { name, property, value, operator } = isNode(held) ? held : { value: held };
    const named = Array.isArray(list) ? (name ?? property) : key;
    if (typeof named === 'string' && isScalar(value) && !operator) properties.set(named, value);
  }
  return properties;
}

/** The records of a save that names none: all that match, where it says what they must match. `text` is the JSON of the save. */
export const unnamed = (text: string): readonly string[] => (/"filter(Group)?s?":/.test(text) ? ['*'] : []);

/** Calls `visit` with each property list in `node` and its place. `listed`: `node` is itself such a list. What a filter looks for is no value. */
export function walk(node: unknown, around: Place, visit: Visit, listed = false, depth = 0): void {
  if (!isNode(node) || depth > maxDepth) return;
  if (isOperation(node)) {
    if (typeof node.query !== 'string' || /\bmutation\b/.test(node.query))
      walk(node.variables, { ...around, ids: unnamed(JSON.stringify(node.variables)) }, visit, false, depth + 1);
    return;
  }
  if (listed) {
    const properties = propertiesOf(node);
    visit(properties, around, node);
    // What is listed has no more inside, and a save may list thousands.
    if (Array.isArray(node) && properties.size) return;
  }
  const place = placeIn(node, around);
  for (const [key, value] of Object.entries(node))
    if (!key.startsWith('filter'))
      walk(value, place, visit, Array.isArray(node) ? listed && Array.isArray(value) : /^(all)?propert/i.test(key), depth + 1);
}
