/** A pack's texts: where they are, by the schema, and a pack in one language. */
import { z } from '../zod';
import { textSchemas } from './primitives';
import { child, type Path } from './problems';
import { packSchema, type Pack, type PackFile } from './schema';

/** A text as it was written, and its place. `longest` is what the schema allows of it. */
export interface TextPlace {
  text: unknown;
  path: Path;
  longest: number;
}

/** Every text of a pack. Takes data of any shape. */
export function textsOf(pack: unknown): TextPlace[] {
  const found: TextPlace[] = [];
  mapTexts(packPlan, pack, [], (place) => {
    found.push(place);
    return place.text;
  });
  return found;
}

/**
 * The pack in the first of `languages` that it has, or in its own language. `pt-BR` is content with `pt`, and `pt` with `pt-BR`; a text
 * without that language is told in the pack's own, or else in the first that it has.
 */
export function localise(pack: PackFile, languages: readonly string[]): Pack {
  // Its texts are plain already, by `plainTexts`.
  if (pack.languages.length === 0) return pack as Pack;
  const has = [pack.language, ...pack.languages];
  const [language = pack.language] = languages.flatMap((tag) => nearestLanguage(tag, has) ?? []);
  return { ...inOneLanguage(pack, [language, pack.language]), language };
}

/** A pack that announces no other languages has plain texts only: walking through a large one takes longer than judging by it. */
export function plainTexts(pack: PackFile): PackFile {
  return pack.languages.length > 0 ? pack : inOneLanguage(pack, [pack.language]);
}

/** Only texts are replaced, so the shape is what the schema says of a pack, with a string for each text. */
function inOneLanguage(pack: PackFile, order: readonly string[]): Pack {
  return mapTexts(packPlan, pack, [], ({ text }) => inLanguage(text, order)) as Pack;
}

function inLanguage(text: unknown, order: readonly string[]): unknown {
  if (typeof text !== 'object' || text === null) return text;
  return order.map((tag) => child(text, tag)).find((one) => one !== undefined) ?? Object.values(text)[0];
}

/** The tag itself, the nearest that is less exact, or any of the same language: `zh-Hant-TW`, `zh-Hant`, `zh`, `zh-Hans`. */
function nearestLanguage(tag: string, has: readonly string[]): string | undefined {
  const parts = tag.toLowerCase().split('-');
  const lessExact = parts.map((_, left) => parts.slice(0, parts.length - left).join('-'));
  for (const range of lessExact) {
    const found = has.find((one) => one.toLowerCase() === range);
    if (found !== undefined) return found;
  }
  return has.find((one) => one.toLowerCase().split('-', 1)[0] === parts[0]);
}

/** Where the schema has texts: worked out once, since a pack is walked at each start of the worker and asking Zod at each value takes longer. */
type Plan = { texts: number } | { each: Plan } | { keys: ReadonlyMap<string, Plan> };

function planOf(schema: z.core.$ZodType): Plan | null {
  const marked = textSchemas.get(schema);
  if (marked) return { texts: marked.longest };
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return planOf(schema.unwrap());
  if (schema instanceof z.ZodArray) {
    const each = planOf(schema.element);
    return each && { each };
  }
  if (!(schema instanceof z.ZodObject)) return null;
  const keys = new Map<string, Plan>();
  for (const [key, inner] of Object.entries<unknown>(schema.shape)) {
    const plan = inner instanceof z.core.$ZodType ? planOf(inner) : null;
    if (plan) keys.set(key, plan);
  }
  return keys.size > 0 ? { keys } : null;
}

const packPlan = planOf(packSchema);

/** The data with its texts changed. What holds no texts is handed on as it is. */
function mapTexts(plan: Plan | null | undefined, data: unknown, path: Path, change: (place: TextPlace) => unknown): unknown {
  if (!plan || data === undefined) return data;
  if ('texts' in plan) return change({ text: data, path, longest: plan.texts });
  if ('each' in plan)
    return Array.isArray(data) ? data.map((entry: unknown, at) => mapTexts(plan.each, entry, [...path, at], change)) : data;
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]: [string, unknown]) => [key, mapTexts(plan.keys.get(key), value, [...path, key], change)]),
  );
}
