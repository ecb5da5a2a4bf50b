/** Finds the stage changes in a save by what it holds: no public source names the Path's and the Kanban's own actions (facts/salesforce.md §3.3). */
import type { Value, WireMove } from '../adapter';
import { objectOf, recordId } from './ids';
import { isJson, parse, plain, textOr, type Json, type JsonValue } from './json';

const DEPTH = 16;

/** The record that the enclosing objects are about, as far as they say. */
export interface Scope {
  object: string;
  id: string;
}

export const NOWHERE: Scope = { object: '', id: '' };

function enter(node: Json, around: Scope): Scope {
  // A quick action names the record that it was started on: that one, or what belongs to it, is saved.
  const context = recordId(plain(node.contextId));
  const outer = context ? { object: objectOf(context), id: context } : around;
  const name = textOr(node.apiName);
  const id = [node.recordId, node.id, node.Id].map((value) => recordId(plain(value))).find(Boolean);
  if (id) {
    // A custom object's name does not fit a standard record's id, nor the other way round: then it is another record's name.
    const inherited = id.startsWith('a') === outer.object.endsWith('__c') ? outer.object : '';
    return { object: name || objectOf(id) || inherited, id };
  }
  if (!name) return outer;
  // A record without an id, or of another object than the enclosing one, is a new record.
  return { object: name, id: node.id !== null && (objectOf(outer.id) || name) === name ? outer.id : '' };
}

/** The moves in `sent`, at any depth and in JSON inside of strings. `outer` is the record that the request's address names. */
export function movesOf(sent: JsonValue, outer: Scope, stages: readonly string[], depth = DEPTH): WireMove[] {
  const node = typeof sent === 'string' ? parse(sent) : sent;
  // A GraphQL query may well name a stage among its variables.
  if (!depth || !isJson(node) || /^\s*(query\b|\{)/.test(textOr(node.query))) return [];
  const scope = enter(node, outer);
  const moves: WireMove[] = [];
  const add = ({ object, id }: Scope, field: string, held: JsonValue) => {
    const to = plain(held);
    if (to === undefined || !(object || id)) return;
    const values: Record<string, Value> = {};
    for (const key in node) {
      const value = plain(node[key]);
      if (value !== undefined && key !== field) values[key] = value;
    }
    moves.push({ record: { crm: 'salesforce', org: '', object, id }, field, to: `${to ?? ''}`, values });
  };
  for (const field of stages) if (Object.hasOwn(node, field)) add(scope, field, node[field]);
  // Converting a lead sets its status under another name (facts/salesforce.md §3.3).
  const lead = recordId(node.leadId);
  if (lead && stages.includes('Status')) add({ object: 'Lead', id: lead }, 'Status', node.convertedStatus);
  return [...moves, ...Object.values(node).flatMap((child) => movesOf(child, scope, stages, depth - 1))];
}

/** Two moves with the same key are one. New records have no id: there the stage tells them apart. */
export function keyOf({ record, field, to }: WireMove): string {
  return [record.object, record.id || to, field].join();
}
