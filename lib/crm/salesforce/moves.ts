/** Finds the stage changes in a save by what it holds: no public source names the Path's and the Kanban's own actions (facts/salesforce.md §3.3). */
import type { RecordRef, Value, WireMove } from '../adapter';
import { writtenBy } from './graphql';
import { objectOf, recordId } from './ids';
import { parse, plain, textOr, type Json, type JsonValue } from './json';


/** The record that the enclosing parts of a save are about, as far as they say. */
export const NOWHERE: RecordRef = { crm: 'salesforce', org: '', object: '', id: '' };

/** The first id among `values` that `fits`, or ''. */
function idIn(values: readonly JsonValue[], fits = /./): string {
  return values.map((value) => recordId(plain(value))).find((id) => fits.test(id)) ?? '';
}

function enter(node: Json, outer: RecordRef): RecordRef {
  const name = textOr(node.apiName ?? node.sobjectType);
  const id = idIn([node.recordId, node.id, node.Id]);
  if (id) return { ...outer, object: objectOf(id, name || outer.object), id };
  if (!name) return outer;
  // A record without an id, or of another object than the one around it (an action's context, say), is a new record.
  const around = recordId(node.contextId) || outer.id;
  return { ...outer, object: name, id: node.id !== null && objectOf(around, name) === name ? around : '' };
}

/** The requests that save, by their address; others that are sent by POST only read (facts/salesforce.md §3.2, §3.5). */
const SAVES = /\/(ui-api\/records|graphql|apex\/execute)\/?(\w*)(\?|$)/;

/** The moves in `sent`, at any depth and in JSON inside of strings. `outer` is the record that the enclosing parts name. */
export function movesOf(sent: JsonValue, outer: RecordRef, stages: readonly string[], moves: WireMove[] = [], depth = 16): WireMove[] {
  const node = parse(sent);
  if (!depth-- || !node) return moves;
  const within = (part: JsonValue, scope: RecordRef) => movesOf(part, scope, stages, moves, depth);
  // A request, as it is sent or as a part of a composite.
  if (node.url && node.body) {
    const [saves, , last] = SAVES.exec(textOr(node.url)) ?? [];
    return saves ? within({ recordId: last, body: node.body }, outer) : moves;
  }
  // A GraphQL query may well name a stage among its variables.
  const query = textOr(node.query);
  if (query.includes('{')) return within(writtenBy(query, parse(node.variables) ?? {}), outer);

  const scope = enter(node, outer);
  const parts = Object.values(node);
  for (const field of stages) {
    // Converting a lead sets its status under another name (facts/salesforce.md §3.3).
    const to = plain((field === 'Status' && node.convertedStatus) || node[field]);
    if (to === undefined) continue;
    // An Apex method calls its parameters as it likes: where nothing else names the record, an id of an object with stages does.
    const record = scope.object + scope.id ? scope : enter({ id: idIn([node.leadId, ...parts], /^(00[6Q]|500|a)/) }, scope);
    if (!(record.object + record.id)) continue;
    const values: Record<string, Value> = {};
    for (const key in node) {
      const value = plain(node[key]);
      if (value !== undefined && key !== field) values[key] = value;
    }
    moves.push({ record, field, to: `${to ?? ''}`, values });
  }
  for (const part of parts) within(part, scope);
  return moves;
}

/** Two moves with the same key are one. New records have no id: there the values tell them apart. */
export function keyOf({ record, field, to, values }: WireMove): string {
  return record.object + field + (record.id || JSON.stringify(values) + to);
}
