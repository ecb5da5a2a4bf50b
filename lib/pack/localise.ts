/** A pack's texts: where they are, by the schema, and a pack in one language. */
import { z } from '../zod';
import type { Condition } from '../criteria/condition';
import { textSchemas, type Translations } from './primitives';
import { child, type Path } from './problems';
import { packSchema, type Pack, type PackFile } from './schema';

/** The same shape with every text in one language. */
export type Localised<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Translations
    ? string
    : T extends Condition
      ? T
      : T extends readonly (infer Entry)[]
        ? Localised<Entry>[]
        : { [Key in keyof T]: Localised<T[Key]> };

/** A text as it was written, and its place. `longest` is what the schema allows of it. */
export interface TextPlace {
  text: unknown;
  path: Path;
  longest: number;
}

/** Every text of a pack. Takes data of any shape. */
export function textsOf(pack: unknown): TextPlace[] {
  const found: TextPlace[] = [];
  mapTexts(packSchema, pack, [], (place) => {
    found.push(place);
    return place.text;
  });
  return found;
}

/**
 * The pack in the first of `languages` that it has, or in its own language. `pt-BR` is content with `pt`; a text without that language is
 * told in the pack's own.
 */
export function localise(pack: PackFile, languages: readonly string[]): Pack {
  const has = [pack.language, ...pack.languages];
  const wanted = languages.flatMap((tag) => has.find((one) => one === tag) ?? has.find((one) => primary(one) === primary(tag)) ?? [])[0];
  const order = [wanted ?? pack.language, pack.language];
  // Only texts are replaced, so the shape is what the schema says of a pack, with a string for each text.
  return mapTexts(packSchema, pack, [], ({ text }) => inLanguage(text, order)) as Pack;
}

function inLanguage(text: unknown, order: readonly string[]): unknown {
  if (typeof text !== 'object' || text === null) return text;
  return order.map((tag) => child(text, tag)).find((one) => one !== undefined) ?? Object.values(text)[0];
}

function primary(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

function mapTexts(schema: z.core.$ZodType, data: unknown, path: Path, change: (place: TextPlace) => unknown): unknown {
  const marked = textSchemas.get(schema);
  if (marked) return data === undefined ? undefined : change({ text: data, path, longest: marked.longest });
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return mapTexts(schema.unwrap(), data, path, change);
  if (schema instanceof z.ZodArray && Array.isArray(data))
    return data.map((entry: unknown, at) => mapTexts(schema.element, entry, [...path, at], change));
  if (schema instanceof z.ZodObject && typeof data === 'object' && data !== null) {
    const entries = Object.entries(data).map(([key, value]: [string, unknown]) => {
      const inner: unknown = child(schema.shape, key);
      return [key, inner instanceof z.core.$ZodType ? mapTexts(inner, value, [...path, key], change) : value] as const;
    });
    return Object.fromEntries(entries);
  }
  return data;
}
