/** A pack's texts by language: what is said in its own language, and what in each of the others. */
import { textsOf } from '../localise';
import { child } from '../problems';
import type { PackFile } from '../schema';

export interface Texts {
  /** The other languages that texts are given in. */
  languages: readonly string[];
  /** A piece of the pack with the own language's words for each text; a text without them is left out. */
  own(piece: unknown): unknown;
  /** The texts of a piece in another language, and nothing else of it; undefined where there are none. */
  inOther(language: string, piece: unknown): unknown;
  /** A text for telling what is meant: in the own language, or else in any. */
  name(text: unknown): string | undefined;
}

/** @param language the language that plain texts count as */
export function textsIn(pack: PackFile, language: string): Texts {
  const translated = new Map<unknown, object>();
  for (const { text } of textsOf(pack)) if (typeof text === 'object' && text !== null) translated.set(text, text);
  const tags = new Set([...translated.values()].flatMap((text) => Object.keys(text)));
  tags.delete(language);

  const own = (piece: unknown): unknown => {
    const text = translated.get(piece);
    if (text) return child(text, language);
    if (Array.isArray(piece)) return piece.map(own);
    if (typeof piece !== 'object' || piece === null) return piece;
    return Object.fromEntries(Object.entries(piece).map(([key, value]) => [key, own(value)]));
  };
  const inOther = (tag: string, piece: unknown): unknown => {
    const text = translated.get(piece);
    if (text) return child(text, tag);
    if (typeof piece !== 'object' || piece === null) return undefined;
    const found = Object.entries(piece)
      .map(([key, value]) => [key, inOther(tag, value)] as const)
      .filter(([, value]) => value !== undefined);
    if (found.length === 0) return undefined;
    return Array.isArray(piece) ? found.map(([, value]) => value) : Object.fromEntries(found);
  };
  const name = (text: unknown): string | undefined => {
    const map = translated.get(text);
    const words: unknown = map ? (child(map, language) ?? child(map, pack.language) ?? Object.values(map)[0]) : text;
    return typeof words === 'string' ? words : undefined;
  };
  return { languages: [...tags], own, inOther, name };
}
