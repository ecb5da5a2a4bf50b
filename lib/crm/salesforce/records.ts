/** Finds the record values in what the CRM answers: `{apiName, id, fields: {X: {value, displayValue}}}` at any place (facts/salesforce.md §4.1). */
import type { Sighting, Watch, WireRequest } from '../adapter';
import { orgOf } from './host';
import { recordId } from './ids';
import { isJson, parse, plain, textOr, unframe, type JsonValue } from './json';

const DEPTH = 24;
const NODES = 200_000;

/** Also those of related records. The walk is bounded in depth and in size. */
function sightingsIn(answer: string, org: string, wanted: ReadonlySet<string>): Sighting[] {
  const found: Sighting[] = [];
  let left = NODES;
  const walk = (node: JsonValue, depth: number): void => {
    if (!isJson(node) || !depth || left-- < 0) return;
    const { fields } = node;
    const object = textOr(node.apiName);
    const id = recordId(node.id);
    if (id && object && isJson(fields)) {
      for (const field of wanted) {
        const held = fields[field];
        const value = plain(held);
        if (!isJson(held) || value === undefined) continue;
        const label = textOr(held.displayValue) || undefined;
        found.push({ record: { crm: 'salesforce', org, object, id }, field, value, label, source: 'wire' });
      }
    }
    for (const key in node) walk(node[key], depth - 1);
  };
  walk(parse(unframe(answer)[1]), DEPTH);
  return found;
}

/** See `recordsIn` in lib/crm/adapter.ts. */
export function recordsIn({ url }: WireRequest, response: string, { stageFields, fields }: Watch): Sighting[] {
  try {
    const wanted = [...stageFields, ...fields].filter((field) => response.includes(field));
    return wanted.length ? sightingsIn(response, orgOf(new URL(url).hostname), new Set(wanted)) : [];
  } catch {
    return [];
  }
}
