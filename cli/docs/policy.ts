/** docs/policy.md: every rule that an organisation may set, from the schema that browsers get. */
import { policyKeys, policySchema } from '../../lib/policy-schema';
import { z } from '../../lib/zod';

type Schema = z.core.JSONSchema.BaseSchema;

/** The whole page, in Markdown. */
export function policyPage(): string {
  const { properties = {} } = z.toJSONSchema(policySchema, { io: 'input' });
  const rules = policyKeys.map((key) => [key, schemaOf(properties[key])] as const);
  return [
    '# Every rule of the policy',
    'What an organisation may set for the browsers that it manages. How it gets there is told in [admins.md](admins.md).',
    'This page is written by `npm run docs` from `lib/policy-schema.ts`, and so is what the browser is told: [managed_schema.json](../public/managed_schema.json).',
    'A rule that was set stays until the policy sets it again: to lift it, write the value in the column **lifted by**.',
    table(
      ['rule', 'holds', 'lifted by', 'what it does'],
      rules.map(([key, schema]) => [`\`${key}\``, holds(schema), `\`${JSON.stringify(schema.default)}\``, schema.description ?? '']),
    ),
    ...rules.flatMap(([key, schema]) => entries(key, schema)),
  ].join('\n\n');
}

/** What the entries of a list hold, where they have keys of their own. */
function entries(key: string, schema: Schema): string[] {
  const { properties, required = [] } = schemaOf(schema.items);
  if (!properties) return [];
  const rows = Object.entries(properties).map(([name, value]) => {
    const part = schemaOf(value);
    const needed = required.includes(name) ? 'yes' : `no: \`${JSON.stringify(part.default)}\``;
    return [`\`${name}\``, needed, holds(part), part.description ?? ''];
  });
  return [`## Each of ${key}`, table(['key', 'needed', 'holds', 'what it is'], rows)];
}

function holds(schema: Schema): string {
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.type === 'boolean') return '`true` or `false`';
  if (schema.type !== 'array') return 'a text';
  return schemaOf(schema.items).properties ? 'a list, see below' : 'a list of texts';
}

/** A place of a JSON Schema holds a schema, `true` or `false`; one that is made from Zod's objects and lists always holds a schema. */
function schemaOf(place: unknown): Schema {
  return isSchema(place) ? place : {};
}

function isSchema(place: unknown): place is Schema {
  return typeof place === 'object' && place !== null && !Array.isArray(place);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
