/**
 * Finds the record values in what the CRM answers, at any place: `{apiName, id, fields: {X: {value, displayValue}}}` (facts/salesforce.md §4.1),
 * and GraphQL's `Opportunity: {edges: [{node: {Id, X: {value, displayValue}}}]}`.
 */
import type { Sighting, Watch, WireRequest } from '../adapter';
import { orgOf } from './host';
import { objectOf, recordId } from './ids';
import { isJson, parse, plain, textOr, unframe, type Json, type JsonValue } from './json';

const DEPTH = 24;
const NODES = 200_000;

/** A field by its path: `Industry` of the related `Account` is two steps away. A record that is related to none has no value there either. */
function held(fields: Json, path: string): JsonValue {
  const [name = '', ...rest] = path.split('.');
  const field = fields[name];
  if (!rest.length) return field;
  const related = isJson(field) && 'value' in field ? field.value : field;
  if (!isJson(related)) return related === null ? { value: null } : undefined;
  return held(isJson(related.fields) ? related.fields : related, rest.join('.'));
}

/** A record as an answer tells it. `id` is '' where `node` is none. */
interface Told {
  object: string;
  id: string;
  fields: Json;
}

/** `around` is the object whose records an answer to GraphQL lists here. */
function recordIn(node: Json, around: string): Told {
  const { apiName, id, fields, recordTypeId, recordTypeInfo } = node;
  if (!isJson(fields)) {
    const own = recordId(node.Id);
    return { object: objectOf(own, around), id: own, fields: node };
  }
  // The record's type stands beside its fields, not among them.
  const RecordTypeId = { value: recordTypeId, displayValue: isJson(recordTypeInfo) ? recordTypeInfo.name : null };
  return { object: textOr(apiName), id: recordId(id), fields: { RecordTypeId, ...fields } };
}

/** Also those of related records. The walk is bounded in depth and in size. */
function sightingsIn(answer: string, org: string, wanted: ReadonlySet<string>): Sighting[] {
  const found: Sighting[] = [];
  let left = NODES;
  const walk = (node: JsonValue, depth: number, around: string): void => {
    if (!isJson(node) || !depth || left-- < 0) return;
    const { object, id, fields } = recordIn(node, around);
    if (id && object) {
      for (const field of wanted) {
        const cell = held(fields, field);
        const value = plain(cell);
        if (!isJson(cell) || value === undefined) continue;
        const label = textOr(cell.displayValue) || undefined;
        found.push({ record: { crm: 'salesforce', org, object, id }, field, value, label, source: 'wire' });
      }
    }
    for (const key in node) {
      const part = node[key];
      // `Opportunity` holds those that it asked for, `OpportunityUpdate` the one that it saved.
      const names = isJson(part) && ('edges' in part || 'Record' in part);
      walk(part, depth - 1, names ? key.replace(/(Create|Update)$/, '') : id ? '' : around);
    }
  };
  walk(parse(unframe(answer)[1]), DEPTH, '');
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
