/** Plain JSON in the shapes that Salesforce sends: a field is a scalar or `{value, displayValue}` (facts/salesforce.md §3.3). */
import type { Scalar } from '../adapter';

/** An object, or an array seen as one by index: both are walked by the same code. */
export interface Json {
  [key: string]: JsonValue;
}
export type JsonValue = Scalar | Json | undefined;

/** True for what JSON knows besides scalars. Only for values that came out of `parse`. */
export function isJson(value: unknown): value is Json {
  return Object(value) === value;
}

/** The value of a field, or undefined where it holds something else than a value, such as a related record. */
export function plain(field: JsonValue): Scalar | undefined {
  const value = isJson(field) ? field.value : field;
  return isJson(value) ? undefined : value;
}

/** `value` where it is text, and '' otherwise. */
export function textOr(value: JsonValue): string {
  return typeof value === 'string' ? value : '';
}

/** The object or array that `value` is or, where it is text, says; null for anything else. Other text costs next to nothing. */
export function parse(value: JsonValue): Json | null {
  try {
    const told: unknown = typeof value === 'string' ? /^\s*[[{]/.test(value) && JSON.parse(value) : value;
    return isJson(told) ? told : null;
  } catch {
    return null;
  }
}

/** An answer's JSON between what stands around it: `while(1);` before it, or the old error framing (facts/salesforce.md §3.4). */
export function unframe(text: string): [before: string, json: string, after: string] {
  const [, before = '', json = '', after = ''] = /^([^[{]*)([^]*[\]}])?([^]*)$/.exec(text) ?? [];
  return [before, json, after];
}
