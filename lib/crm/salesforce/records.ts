/** Finds the record values in what the CRM answers: `{apiName, id, fields: {X: {value, displayValue}}}` at any place (facts/salesforce.md §4.1). */
import type { Sighting, Watch, WireRequest } from '../adapter';
import { orgOf } from './host';
import { recordId } from './ids';
import { isJson, parse, plain, textOr, unframe, type Json, type JsonValue } from './json';

const DEPTH = 24;
const NODES = 200_000;

/** A field by its path: `Industry` of the related `Account` is two steps away. A record that is related to none has no value there either. */
function held(fields: Json, path: string): JsonValue {
  const [name = '', ...rest] = path.split('.');
  const field = fields[name];
  const value = isJson(field) ? field.value : field;
  if (!rest.length || value === null) return field;
  return isJson(value) && isJson(value.fields) ? held(value.fields, rest.join('.')) : undefined;
}

/** The record's type stands beside its fields, not among them. */
function typeOf({ recordTypeId, recordTypeInfo }: Json): Json {
  return { RecordTypeId: { value: recordTypeId, displayValue: isJson(recordTypeInfo) ? recordTypeInfo.name : null } };
}

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
      const all = { ...typeOf(node), ...fields };
      for (const field of wanted) {
        const cell = held(all, field);
        const value = plain(cell);
        if (!isJson(cell) || value === undefined) continue;
        const label = textOr(cell.displayValue) || undefined;
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
    // Without its first letter: the record's type is called `recordTypeId` on the wire.
    const wanted = [...stageFields, ...fields].filter((field) => field.split('.').every((part) => response.includes(part.slice(1))));
    return wanted.length ? sightingsIn(response, orgOf(new URL(url).hostname), new Set(wanted)) : [];
  } catch {
    return [];
  }
}
