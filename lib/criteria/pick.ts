/** A schema that looks at the data first and then reports the errors of the one shape that was meant, where a union reports none of use. */
import { z } from '../zod';
import { refusals } from './messages';
import { nearest } from './nearest';

/** The manager's mistake: its place, from the data that was looked at, and what is wrong there. */
export interface Refusal {
  path: (string | number)[];
  message: string;
}

/** A schema, and for an object the only keys it may have. */
export interface Shape<T> {
  keys: readonly string[] | null;
  schema: z.ZodType<T>;
}

export function shape<T>(schema: z.ZodObject & z.ZodType<T>): Shape<T> {
  return { keys: Object.keys(schema.shape), schema };
}

/** Parses by the shape that `choose` returns, or refuses for the reasons that it returns. Keys that the shape does not have are refused. */
export function pick<T>(choose: (data: unknown) => Shape<T> | Refusal[]): z.ZodType<T> {
  return z.unknown().transform((data, context): T => {
    const refuse = (found: readonly { path: PropertyKey[]; message: string }[]): void => {
      for (const { path, message } of found) context.addIssue({ code: 'custom', path, message });
    };
    const chosen = choose(data);
    if (Array.isArray(chosen)) {
      refuse(chosen);
      return z.NEVER;
    }
    if (chosen.keys) refuse(strayKeys(data, chosen.keys));
    const parsed = chosen.schema.safeParse(data);
    if (parsed.success) return parsed.data;
    refuse(parsed.error.issues);
    return z.NEVER;
  });
}

/** An object as JSON or YAML makes it: no list, no class of its own. */
export function isPlainObject(data: unknown): data is Record<string, unknown> {
  if (typeof data !== 'object' || data === null) return false;
  const prototype: unknown = Object.getPrototypeOf(data);
  return prototype === Object.prototype || prototype === null;
}

/** Own keys only, and every one of them: `__proto__` is an own key of what JSON.parse returns. */
function strayKeys(data: unknown, known: readonly string[]): Refusal[] {
  if (!isPlainObject(data)) return [];
  const stray = Object.keys(data).filter((key) => !known.includes(key));
  return stray.map((key) => ({ path: [key], message: refusals.unknownKey(key, nearest(key, known), known) }));
}
