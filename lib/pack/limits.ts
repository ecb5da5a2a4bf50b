/** What a pack file may hold. A pack is untrusted until it is parsed (DESIGN §5.6), so these are looked at before its shape is. */
import { type Found, lineAndColumn, type Path, quoted } from './problems';

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

/** Letters of an unknown encoding come in as U+FFFD, and the words of the pack are lost. Written as an escape, it is meant. */
export function encodingProblem(text: string): Found | null {
  const at = text.indexOf('\uFFFD');
  if (at === -1) return null;
  return { path: [], message: `has a broken character ${lineAndColumn(text, at)}: save the file as UTF-8 and try again` };
}

/** What is wrong with the size, depth, keys, numbers and characters of data as it was read. Data may be cyclic. */
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
    if (typeof value === 'string' || typeof value === 'number') {
      const message = typeof value === 'string' ? characterProblem(value) : numberProblem(value);
      if (message !== null) found.push({ path, message });
      return true;
    }
    if (typeof value !== 'object' || value === null) return true;
    if (Array.isArray(value)) return value.every((entry, position) => look(entry, [...path, position]));
    return Object.entries(value).every(([key, entry]) => {
      const message = characterProblem(key);
      if (message !== null) found.push({ path, message: `the key ${quoted(key)} ${message}` });
      if (refusedKeys.has(key)) found.push({ path, message: `${quoted(key)} cannot be used as a key` });
      return look(entry, [...path, key]);
    });
  }

  look(data, []);
  return found;
}

/**
 * Characters that nobody sees, and that change what everybody reads: an overridden direction makes a label say something else than what it
 * holds. The marks and joiners that Arabic, Hebrew, Persian and emoji are written with are not among them.
 */
const refusedCharacters: readonly [pattern: RegExp, what: string][] = [
  [/[\u202A-\u202E\u2066-\u2069]/, 'an invisible character that turns the direction of reading'],
  [/[\u200B\u2060-\u2064\uFEFF]/, 'an invisible character'],
  [/(?![\t\n\r])\p{Cc}/u, 'a control character'],
  [/[\uD800-\uDFFF]/u, 'half a character'],
];

function characterProblem(text: string): string | null {
  for (const [pattern, what] of refusedCharacters) {
    const [character] = pattern.exec(text) ?? [];
    if (character !== undefined) return `holds ${what} (${codePoint(character)}): take it out, or type the text again`;
  }
  return null;
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Beyond this a number is rounded while it is read: the pack would not compare with what it says. */
function numberProblem(value: number): string | null {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER
    ? null
    : `must be a number between -${Number.MAX_SAFE_INTEGER} and ${Number.MAX_SAFE_INTEGER}`;
}
