/** An Aura request's body: a form whose `message` holds the actions of the boxcar (facts/salesforce.md §3.1). */
import { isJson, parse, textOr, type Json } from './json';

const MESSAGE = /(^|&)message=([^&]*)/;

/** Names of actions and of Apex methods that only read (facts/salesforce.md §3.3), also as a form encodes them. */
const READ = /(\$|%24)(get|query|search|find|load|is|has)(?![a-z])/;

/** False for a boxcar of reads alone, told without parsing it: most requests that name a stage field are that. */
export function mayWrite(body: string): boolean {
  return body.match(/ACTION(\$|%24)\w+/g)?.some((name) => !READ.test(name)) ?? true;
}

export interface Boxcar {
  actions: Json[];
  /** The same body with only these actions in its message, and every other byte as it was. */
  only(actions: readonly object[]): string;
}

/** The boxcar that a body is, or null for any other body. */
export function boxcar(body: string): Boxcar | null {
  const [field = '', before = '', text = ''] = MESSAGE.exec(body) ?? [];
  const message = parse(decodeURIComponent(text.replaceAll('+', ' ')));
  if (!message || !Array.isArray(message.actions)) return null;
  return {
    actions: message.actions.filter(isJson),
    only: (actions) => body.replace(field, () => before + 'message=' + encodeURIComponent(JSON.stringify({ ...message, actions }))),
  };
}

/** What an action would save; undefined where it only reads, by its name or because Apex may not write in a cacheable method. */
export function savedBy({ descriptor, params }: Json): Json | undefined {
  return isJson(params) && !params.cacheable && !READ.test(`${textOr(descriptor)}$${textOr(params.method)}`) ? params : undefined;
}
