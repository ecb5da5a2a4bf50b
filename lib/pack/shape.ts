/** The schema's verdict on untrusted data, its issues put in a manager's words. */
import { z } from '../zod';
import { plainTexts } from './localise';
import { bringUp } from './migrate';
import { child, type Found, mostProblems, type Path, quoted } from './problems';
import { packSchema, type PackFile } from './schema';
import { didYouMean } from './suggest';

type Issue = z.core.$ZodIssue;
type Suggest = typeof didYouMean;

/** The pack, or null and what is wrong with its shape. `data` is what was looked at, in today's format; null where it cannot be read at all. */
type Shape = { pack: PackFile; found: []; data: unknown } | { pack: null; found: Found[]; data: unknown };

/** Brings the data of a pack to today's format and holds it against the schema. */
export function readShape(written: unknown): Shape {
  const { data, problem } = bringUp(written);
  if (problem) return { pack: null, found: [problem], data };
  const result = packSchema.safeParse(data);
  if (result.success) return { pack: plainTexts(result.data), found: [], data };
  const { issues } = result.error;
  // Zod still measures a list that should be text; its kind is all that needs saying.
  const ofWrongKind = new Set(issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => JSON.stringify(path)));
  const telling = issues.filter(({ code, path }) => code === 'invalid_type' || !ofWrongKind.has(JSON.stringify(path)));
  // Looking for the nearest name costs time, and a hostile pack could ask for it more often than anyone will read.
  let left = mostProblems;
  const suggest: Suggest = (typed, known) => (left-- > 0 ? didYouMean(typed, known) : '');
  return { pack: null, found: telling.flatMap((issue) => inWords(issue, data, [], suggest)), data };
}

/** @param from where in the data the issue's own path begins */
function inWords(issue: Issue, data: unknown, from: Path, suggest: Suggest): Found[] {
  const path = [...from, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  const value = path.reduce<unknown>(child, data);
  const say = (message: string): Found[] => [{ path, message }];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(packSchema, path);
      return issue.keys.map((key) => ({ path, message: `${quoted(key)} is not known here${suggest(key, known)}` }));
    }
    case 'invalid_type':
      return say(
        value === undefined ? 'is missing' : `must be ${kinds[issue.expected] ?? issue.expected}${insteadOf(value, issue.expected)}`,
      );
    case 'invalid_value': {
      const values = issue.values.map(String);
      if (value === undefined) return say('is missing');
      return say(
        `must be ${values.length > 1 ? 'one of ' : ''}${values.join(', ')}${typeof value === 'string' ? nearly(value, issue.values, suggest) : ''}`,
      );
    }
    case 'too_small':
      if (issue.origin !== 'string' && issue.origin !== 'array') return say(`must be at least ${issue.minimum}`);
      return say(issue.minimum === 1 ? 'must not be empty' : `must have at least ${issue.minimum} entries`);
    case 'too_big':
      if (issue.origin === 'string') return say(`is too long: at most ${issue.maximum} characters`);
      return say(issue.origin === 'array' ? `holds too many: at most ${issue.maximum}` : `must be at most ${issue.maximum}`);
    case 'invalid_union':
      return value === undefined
        ? say('is missing')
        : (meant(issue.errors)?.flatMap((inner) => inWords(inner, data, path, suggest)) ?? say(issue.message));
    case 'invalid_key':
      return issue.issues
        .slice(0, 1)
        .map((inner) => ({ path: path.slice(0, -1), message: `${quoted(String(path.at(-1)))} ${inner.message}` }));
    case 'invalid_format':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return say(issue.message);
  }
}

/** What a text that is not on the list was probably meant to be. */
function nearly(value: string, allowed: readonly unknown[], suggest: Suggest): string {
  return allowed.some((one) => typeof one === 'number' && String(one) === value) ? ', without quotes' : suggest(value, allowed.map(String));
}

/** What is wrong with the one of several shapes that was meant: the only one that is of the right kind, or text where none is. */
function meant(shapes: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const wrongKind = (issues: readonly Issue[]) => issues.find(({ code, path }) => code === 'invalid_type' && path.length === 0);
  const [only, another] = shapes.filter((issues) => !wrongKind(issues));
  if (only) return another ? undefined : only;
  const [first] = shapes;
  const issue = first && wrongKind(first);
  return issue?.code === 'invalid_type' && issue.expected === 'string' ? [issue] : undefined;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
};

function insteadOf(value: unknown, expected: string): string {
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return ': put it in quotes';
  if (value === null) return ', not nothing';
  return `, not ${kinds[Array.isArray(value) ? 'array' : typeof value] ?? 'this'}`;
}

/** The keys that the schema knows at a place in the pack; none where it is no object there. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return keysAt(schema.unwrap(), path);
  const [first, ...rest] = path;
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => keysAt(option, path));
  if (!(schema instanceof z.ZodObject)) return [];
  if (first === undefined) return Object.keys(schema.shape);
  const inner: unknown = child(schema.shape, first);
  return inner instanceof z.core.$ZodType ? keysAt(inner, rest) : [];
}
