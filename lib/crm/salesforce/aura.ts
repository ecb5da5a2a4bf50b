/** An Aura request's body: a form whose `message` holds the actions of the boxcar (facts/salesforce.md §3.1). */
import { isJson, parse, textOr, type Json } from './json';

const MESSAGE = /((^|&)message=)([^&]*)/;

/**
 * Found in a text that names an action which may write, also as a form encodes it, and in JSON. By its name alone an action is only ever
 * known to read (facts/salesforce.md §3.3). A boxcar of reads is told by this without parsing it.
 */
export const WRITES = /ACTION(\$|%24)(?!(get|query|search|find|load|fetch|is|has)(?![a-z]))|^[[{]/;

export interface Boxcar {
  actions: Json[];
  /** The same body with only these actions in its message, and every other byte as it was. */
  only(actions: readonly object[]): string;
}

/** The boxcar that a body is, or null for any other body. */
export function boxcar(body: string): Boxcar | null {
  const [field = '', start = '', , text = ''] = MESSAGE.exec(body) ?? [];
  const message = parse(decodeURIComponent(text.replaceAll('+', ' ')));
  if (!message || !Array.isArray(message.actions)) return null;
  return {
    actions: message.actions.filter(isJson),
    only: (actions) => body.replace(field, () => start + encodeURIComponent(JSON.stringify({ ...message, actions }))),
  };
}

/** What an action would save; undefined where it only reads, by its name or because Apex may not write in a cacheable method. */
export function savedBy({ descriptor, params }: Json): Json | undefined {
  if (!isJson(params) || params.cacheable || !WRITES.test(textOr(descriptor))) return undefined;
  return WRITES.test(`ACTION$${textOr(params.method)}`) ? params : undefined;
}
