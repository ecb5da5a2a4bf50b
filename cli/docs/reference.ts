/** docs/pack-format.md: every key of the format, read from its JSON Schema, so that what a manager looks up is what is checked. */
import { packJsonSchema } from '../../lib/pack/json-schema';
import type { z } from '../../lib/zod';

type Schema = z.core.JSONSchema.BaseSchema;

/** A list whose entries have keys of their own: a section of the page. */
interface Section {
  /** `sops › phases`, as messages about a pack write it. */
  place: string;
  about: string;
  schema: Schema;
}

/** What holds between the keys of a section, and no single key could say. */
const rules: Readonly<Record<string, string>> = {
  '': 'Everything else is in here.',
  'sops › phases › steps':
    'What kind of step it is, its own key says: `question`, `fields`, `template`, `asset`, `approval` or `decision`. A step has one of them at most, and then no `steps`. A step with none is something to do and to tick.',
  'sops › phases › steps › steps': 'A step that has parts is done when they are. Parts have no parts of their own.',
};

/** The whole page, in Markdown. */
export function formatPage(): string {
  const schema = packJsonSchema();
  const defs = schema.$defs ?? {};
  const { criterion, ...kinds } = defs;
  const shared = criterion ? sectionsFrom({ place: 'criterion', about: criterion.description ?? '', schema: criterion }) : [];
  const sections = [...sectionsFrom({ place: '', about: '', schema }), ...shared];
  return [
    '# The pack format',
    'Every key of a rule pack, format 1. How to write one is told in [packs.md](packs.md), conditions in [conditions.md](conditions.md).',
    'This page is written by `npm run docs` from `lib/pack/schema.ts`, where the texts stand beside what they are about. The same as JSON Schema, for editors: [pack.schema.json](../public/pack.schema.json).',
    'A pack is one file, JSON or YAML. Keys that are not listed here are refused, with the nearest one that is. A dot stands between a key and a key in it: `in.salesforce` is `salesforce` in `in`.',
    ...sections.map(sectionInWords),
    '## Kinds of values',
    table(
      ['kind', 'what it is'],
      Object.entries(kinds)
        .filter(([, { description }]) => description !== undefined)
        .filter(([name]) => !conditionParts.has(name))
        .map(([name, { description }]) => [name, description ?? '']),
    ),
  ].join('\n\n');
}

/** The parts of conditions, which have a page of their own. */
const conditionParts = new Set(['condition', 'scored', 'fieldTest', 'answerTest', 'elapsed', 'operand']);

function sectionsFrom(section: Section): Section[] {
  return [section, ...rowsOf(section.schema, section.place).flatMap(({ list }) => (list ? sectionsFrom(list) : []))];
}

function sectionInWords({ place, about, schema }: Section): string {
  const rows = rowsOf(schema, place).map(({ key, needed, holds, about: use }) => [`\`${key}\``, needed, holds, use]);
  return [
    `## ${place === '' ? 'The pack' : headingOf(place)}`,
    ...[about, rules[place] ?? ''].filter(Boolean),
    table(['key', 'needed', 'holds', 'what it is for'], rows),
  ].join('\n\n');
}

interface Row {
  key: string;
  needed: string;
  holds: string;
  about: string;
  /** The section that its entries have. */
  list?: Section;
}

/** The keys of an object, and those of the objects in it. `outer` is what stands before a key: `in.salesforce.`. */
function rowsOf(schema: Schema, place: string, outer = '', neededHere = 'yes'): Row[] {
  const options = schema.anyOf ?? [schema];
  const keys = new Map(options.flatMap((option) => Object.entries(option.properties ?? {})));
  return [...keys].flatMap(([key, inner]): Row[] => {
    if (typeof inner === 'boolean') return [];
    const has = options.filter((option) => Object.hasOwn(option.properties ?? {}, key));
    const isNeeded = has.every((option) => option.required?.includes(key));
    const needed = !isNeeded ? 'no' : has.length < options.length ? 'one of these' : neededHere;
    const entries = typeof inner.items === 'object' && !Array.isArray(inner.items) && isObject(inner.items) ? inner.items : undefined;
    const here = [place, outer.replaceAll('.', ' › ').replace(/ › $/, ''), key].filter(Boolean).join(' › ');
    const about = inner.description ?? '';
    const list = entries && { place: here, about, schema: entries };
    const row: Row = {
      key: `${outer}${key}`,
      needed: `${needed}${defaultOf(inner)}`,
      holds: holds(inner, list),
      about,
      ...(list && { list }),
    };
    return isObject(inner) ? [row, ...rowsOf(inner, place, `${outer}${key}.`, isNeeded ? neededHere : `with \`${outer}${key}\``)] : [row];
  });
}

function isObject(schema: Schema): boolean {
  return schema.properties !== undefined || (schema.anyOf?.every((option) => option.properties !== undefined) ?? false);
}

function defaultOf({ default: value }: Schema): string {
  return value === undefined || (Array.isArray(value) && value.length === 0)
    ? ''
    : `; \`${JSON.stringify(value).replaceAll('"', '')}\` by default`;
}

/** What may stand there, in words. */
function holds(schema: Schema, list?: Section): string {
  if (schema.$ref !== undefined) return kindOf(schema.$ref);
  if (isObject(schema)) return 'the keys below';
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum) return `one of ${schema.enum.map((value) => `\`${String(value)}\``).join(', ')}`;
  if (schema.type === 'boolean') return '`true` or `false`';
  if (schema.type === 'array') return `a list${boundsOf(schema)}: ${list ? `[these](#${slug(headingOf(list.place))})` : entriesOf(schema)}`;
  if (schema.pattern !== undefined) return 'text such as `09:00-17:30`';
  return schema.maxLength === undefined ? 'text' : `text, ${schema.maxLength} characters at most`;
}

function entriesOf({ items }: Schema): string {
  return typeof items === 'object' && !Array.isArray(items) ? holds(items) : '';
}

function boundsOf({ minItems: least = 0, maxItems: most }: Schema): string {
  if (most === undefined) return least > 0 ? ` of ${least} or more` : '';
  return least > 0 ? ` of ${least} to ${most}` : ` of up to ${most}`;
}

function kindOf(ref: string): string {
  const name = ref.replace('#/$defs/', '');
  if (name === 'condition') return '[condition](conditions.md)';
  return `[${name}](#${name === 'criterion' ? slug(headingOf(name)) : slug('Kinds of values')})`;
}

function headingOf(place: string): string {
  return place
    .split(' › ')
    .map((part) => `\`${part}\``)
    .join(' › ');
}

/** The anchor that a heading gets on the page. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
