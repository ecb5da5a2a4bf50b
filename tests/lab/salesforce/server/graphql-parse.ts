/** Reads the GraphQL that the practice pages send: operations with variables, aliases, arguments and nested selections. No fragments. */
import type { JsonObject } from './json';

export interface Selection {
  name: string;
  alias: string;
  args: JsonObject;
  selections: Selection[];
}

export interface Operation {
  kind: 'query' | 'mutation';
  name: string;
  selections: Selection[];
}

const TOKEN = /#.*|"(?:\\.|[^"\\])*"|[$@]?[\w.-]+|[{}[\]():!=]/g;

/** The operations of a document, variables put in. Throws an Error that says what was expected. */
export function parseGraphQL(text: string, variables: JsonObject): Operation[] {
  const tokens = (text.match(TOKEN) ?? []).filter((token) => !token.startsWith('#'));
  let at = 0;
  const take = (expected?: string): string => {
    const token = tokens[at++];
    if (token === undefined || (expected !== undefined && token !== expected))
      throw new Error(`Invalid syntax: ${expected ?? 'more'} expected instead of ${token ?? 'the end'}`);
    return token;
  };
  const took = (token: string): boolean => tokens[at] === token && ++at > 0;

  function until<T>(end: string, one: () => T): T[] {
    const all: T[] = [];
    while (!took(end)) all.push(one());
    return all;
  }

  function value(): unknown {
    if (took('{')) return Object.fromEntries(until('}', pair));
    if (took('[')) return until(']', value);
    const token = take();
    if (token.startsWith('$')) return variables[token.slice(1)];
    return /^["\d-]|^(true|false|null)$/.test(token) ? (JSON.parse(token) as unknown) : token;
  }

  function pair(): [string, unknown] {
    const name = take();
    take(':');
    return [name, value()];
  }

  function selection(): Selection {
    const first = take();
    const name = took(':') ? take() : first;
    return {
      name,
      alias: first,
      args: took('(') ? Object.fromEntries(until(')', pair)) : {},
      selections: took('{') ? until('}', selection) : [],
    };
  }

  /** `$id: IdOrRef! = "…"`: what a variable holds is known already. */
  function definition(): void {
    take();
    take(':');
    while (/^[\w[\]!]+$/.test(tokens[at] ?? '')) at++;
    if (took('=')) value();
  }

  const operations: Operation[] = [];
  while (at < tokens.length) {
    const kind = tokens[at] === '{' ? 'query' : take();
    if (kind !== 'query' && kind !== 'mutation') throw new Error(`Invalid syntax: an operation expected instead of ${kind}`);
    const name = /^\w/.test(tokens[at] ?? '') ? take() : '';
    if (took('(')) until(')', definition);
    take('{');
    operations.push({ kind, name, selections: until('}', selection) });
  }
  return operations;
}
