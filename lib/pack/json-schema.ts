/** The format as JSON Schema, for the editors that managers write packs in: completion, hints and red lines come from it. */
import { z } from '../zod';
import { condition } from '../criteria/parse';
import { conditionDefs } from './json-schema-condition';
import * as kinds from './primitives';
import { packSchema } from './schema';
import { criterion } from './schema-criterion';

/** What stands in many places has a name of its own there. */
const named = {
  criterion: [criterion, 'Something that must hold.'],
  id: [kinds.id, 'A name that other parts of the pack refer to: lower-case letters, digits and hyphens, 64 at most, such as `close-date`.'],
  name: [kinds.name, 'Plain words on one line, 200 characters at most. They are the same in every language.'],
  text: [kinds.text, 'One line for the screen, 200 characters at most: a text, or one for each language, such as `{ en: …, de: … }`.'],
  markdown: [
    kinds.markdown,
    'Text with paragraphs, lists, **bold** and https links, 4,000 characters at most: one, or one for each language. HTML in it stays text.',
  ],
  template: [kinds.template, 'Words to copy, 20,000 characters at most: one text, or one for each language.'],
  version: [kinds.version, 'Three numbers, such as `1.4.0`.'],
  language: [kinds.languageTag, 'A language tag, such as `en` or `pt-BR`.'],
  day: [kinds.day, 'A date, such as `2026-11-22`.'],
  duration: [kinds.duration, 'Weeks, days, hours and minutes: `P2W`, `P14D`, `PT2H`, `P1DT12H`.'],
  timeZone: [kinds.timeZone, 'A time zone, such as `Europe/Berlin`.'],
  publicKey: [kinds.publicKey, 'The public half of a key, 43 letters, digits, `-` and `_`, as the options page shows it.'],
  url: [kinds.httpsUrl, 'An address that begins with `https://`.'],
  link: [kinds.link, 'A page, with what to click on: `{ label: …, url: … }`.'],
  crmField: [kinds.crmField, 'A field of the CRM with its object, by their API names: `Opportunity.Amount`, `deal.amount`.'],
  crmFields: [kinds.crmFields, 'One `Object.Field`, or a list of them, one for each object that has it.'],
  crmValues: [kinds.crmValues, 'The CRM’s own values, labels or internal names. Case and spaces do not count.'],
} as const satisfies Record<string, readonly [z.core.$ZodType, string]>;

const names = new Map<z.core.$ZodType, string>([
  ...Object.entries(named).map(([name, [schema]]) => [schema, name] as const),
  [condition, 'condition'],
]);

/**
 * JSON Schema 2020-12 of a pack as it is written: keys with a default may be left out. It knows the shape only; names that lead nowhere, the
 * size of conditions and the like are found when a pack is read (parse.ts).
 */
export function packJsonSchema(): z.core.JSONSchema.BaseSchema {
  const defs = Object.entries(named).map(([name, [schema, description]]) => [name, { description, ...draft(schema) }] as const);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Handrail rule pack',
    ...draft(packSchema),
    $defs: { ...Object.fromEntries(defs), ...conditionDefs },
  };
}

/** What is told of a place, beside the name of what stands there. */
const beside = new Set(['$ref', 'description', 'default']);

function draft(schema: z.core.$ZodType): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const name = zodSchema === schema ? undefined : names.get(zodSchema);
      if (name !== undefined) jsonSchema.$ref = `#/$defs/${name}`;
      // A schema that only adds a description comes with what its original says, of which the name is enough.
      if (jsonSchema.$ref === undefined) return;
      for (const key of Object.keys(jsonSchema)) if (!beside.has(key)) Reflect.deleteProperty(jsonSchema, key);
    },
  });
  return rest;
}
