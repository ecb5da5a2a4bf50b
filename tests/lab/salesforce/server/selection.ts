/** What a read asks for: `fields` that must exist, `optionalFields` that are left out where they do not (facts/salesforce.md §4.2). */
import { badRequest } from './fault';
import { isObject, listAt, objectAt, type JsonObject } from './json';
import { recordRepresentation } from './representation';
import type { SavedRecord, Store } from './store';

/** The record with the fields that are asked for; with all of them where a page asks for its layout and names none. Throws an AuraFault. */
export function askedFor(store: Store, record: SavedRecord, params: JsonObject): unknown {
  const told = recordRepresentation(store, record);
  const needed = listAt(params, 'fields').map(String);
  const optional = listAt(params, 'optionalFields').map(String);
  if (!isObject(told) || needed.length + optional.length === 0) return told;
  const fields: JsonObject = {};
  for (const name of [...needed, ...optional]) {
    const found = put(fields, name.split('.').slice(1), record, store);
    if (!found && needed.includes(name)) throw badRequest(`Invalid field: ${name}`);
  }
  return { ...told, fields };
}

/** Puts one field, or by way of the record that it leads to. False where the object has no such field. */
function put(fields: JsonObject, [name = '', ...rest]: readonly string[], record: SavedRecord, store: Store): boolean {
  if (rest.length === 0) {
    if (name === 'Id') fields['Id'] = { displayValue: null, value: record.id };
    else if (!(name in record.object.fields)) return false;
    else fields[name] = objectAt(objectAt({ told: recordRepresentation(store, record) }, 'told'), 'fields')[name];
    return true;
  }
  if (record.object.fields[`${name}Id`]?.type !== 'reference') return false;
  const related = store.find(String(record.fields[`${name}Id`] ?? ''));
  if (!related) {
    fields[name] = { displayValue: null, value: null };
    return true;
  }
  const before = objectAt(objectAt(objectAt(fields, name), 'value'), 'fields');
  if (!put(before, rest, related, store)) return false;
  const told = recordRepresentation(store, related);
  fields[name] = { displayValue: related.fields['Name'], value: isObject(told) ? { ...told, fields: before } : null };
  return true;
}
