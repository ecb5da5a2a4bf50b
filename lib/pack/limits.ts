/** How much a pack file may hold. A pack is untrusted until it is parsed (DESIGN §5.6), so these are checked before its shape is. */
import type { Found, Path } from './problems';

/** 20,000 criteria with their reasons take about 6 MB of indented JSON. */
export const mostJsonCharacters = 8_000_000;
/** YAML takes a second per million characters to read. */
export const mostYamlCharacters = 1_000_000;
/** A step's criterion at the deepest condition stays under half of it. */
export const deepest = 100;
/** Values in all. Keeps YAML aliases from growing a small file into a huge pack. */
const mostValues = 1_000_000;

/** These name an object's inner workings; no pack needs them, and code that meets them can be led astray. */
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype']);

export const tooDeep = `is nested too deeply: at most ${deepest} levels`;

/** What is wrong with the size, depth and keys of data as it was read. Data may be cyclic. */
export function limitProblems(data: unknown): Found[] {
  const found: Found[] = [];
  let values = 0;

  /** False once the pack is past mending: there is no use in looking further. */
  function look(value: unknown, path: Path): boolean {
    values += 1;
    if (values > mostValues || path.length > deepest) {
      const message = values > mostValues ? `holds too much: at most ${mostValues} values` : tooDeep;
      found.push({ path: path.slice(0, 1), message });
      return false;
    }
    if (typeof value !== 'object' || value === null) return true;
    if (Array.isArray(value)) return value.every((entry, position) => look(entry, [...path, position]));
    return Object.entries(value).every(([key, entry]) => {
      if (refusedKeys.has(key)) found.push({ path, message: `"${key}" cannot be used as a key` });
      return look(entry, [...path, key]);
    });
  }

  look(data, []);
  return found;
}
