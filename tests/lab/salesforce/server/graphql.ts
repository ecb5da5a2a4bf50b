/** The UI API's GraphQL over the practice org: `uiapi { query { Object { edges … } } }` and `uiapi { ObjectUpdate(input: …) { Record … } }`. */
import { AuraFault } from './fault';
import { parseGraphQL, type Selection } from './graphql-parse';
import { isObject, objectAt, textAt, type JsonObject } from './json';
import { recordRepresentation } from './representation';
import type { SavedRecord, Store } from './store';

/** Answers `{operationName, query, variables}` as the UI API does: what fails is told in `errors`, never by a status. */
export function executeGraphQL(input: JsonObject, store: Store): { data: unknown; errors: unknown[] } {
  const errors: unknown[] = [];
  try {
    const operations = parseGraphQL(textAt(input, 'query'), objectAt(input, 'variables'));
    const operation = operations.find(({ name }) => name === textAt(input, 'operationName')) ?? operations[0];
    const uiapi = operation?.selections.find(({ name }) => name === 'uiapi');
    if (!operation || !uiapi) throw new Error('Validation error: a selection of uiapi expected');
    const results = uiapi.selections.map((selection) => [
      selection.alias,
      operation.kind === 'mutation' ? attempt(() => write(selection, store), errors) : records(selection, store),
    ]);
    return { data: { uiapi: Object.fromEntries(results) as unknown }, errors };
  } catch (error) {
    return { data: null, errors: [{ message: error instanceof Error ? error.message : String(error), locations: [], paths: [] }] };
  }
}

function attempt(work: () => unknown, errors: unknown[]): unknown {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AuraFault)) throw error;
    const messages = error.data.output?.errors.map(({ message }) => message) ?? [error.message];
    for (const message of messages) errors.push({ message, paths: ['uiapi'], extensions: { ErrorType: 'DataFetchingException' } });
    return null;
  }
}

function write({ name, args, selections }: Selection, store: Store): unknown {
  const [, object, does] = /^(\w+?)(Create|Update)$/.exec(name) ?? [];
  if (!object) throw new Error(`Validation error: no mutation ${name}`);
  const input = objectAt(args, 'input');
  const fields = objectAt(input, object);
  const saved = does === 'Create' ? store.create(object, fields) : store.update(textAt(input, 'Id'), fields);
  return pick(selections, { success: just(true), Record: (inner) => node(inner, saved, store) });
}

function records({ selections }: Selection, store: Store): unknown {
  return Object.fromEntries(
    selections.map(({ name, alias, args, selections: inner }) => {
      const found = store.list(name).filter((record) => matches(objectAt(args, 'where'), record));
      const edges: Field = (edge) => found.map((record) => pick(edge, { node: (fields) => node(fields, record, store) }));
      return [alias, pick(inner, { edges, totalCount: just(found.length) })];
    }),
  );
}

/** What a field is, for the selections inside of it. */
type Field = (inner: readonly Selection[]) => unknown;

const just = (value: unknown) => () => value;

function pick(selections: readonly Selection[], fields: Readonly<Record<string, Field>>): unknown {
  return Object.fromEntries(selections.map(({ name, alias, selections: inner }) => [alias, fields[name]?.(inner) ?? null]));
}

function node(selections: readonly Selection[], record: SavedRecord, store: Store): unknown {
  const told = recordRepresentation(store, record);
  const fields = isObject(told) ? objectAt(told, 'fields') : {};
  const cell = (name: string): Field => {
    const { value, displayValue } = objectAt(fields, name);
    return (inner) => pick(inner, { value: just(value), displayValue: just(displayValue) });
  };
  return pick(selections, {
    ...Object.fromEntries(Object.keys(fields).map((name) => [name, cell(name)])),
    Id: just(record.id),
    ApiName: just(record.object.apiName),
  });
}

/** `{Field: {eq|ne|in: …}}`, all of them. */
function matches(where: JsonObject, { id, fields }: SavedRecord): boolean {
  return Object.entries(where).every(([name, test]) => {
    const value = name === 'Id' ? id : fields[name];
    if (!isObject(test)) return false;
    if ('eq' in test) return value === test['eq'];
    if ('ne' in test) return value !== test['ne'];
    return Array.isArray(test['in']) && test['in'].includes(value);
  });
}
