/** The conformance tables of the condition language, as they stand in tests/conformance: shape and reading. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldTypes } from '../../lib/pack/schema';
import { answerTypes } from '../../lib/pack/schema-step';
import { z } from '../../lib/zod';

const text = z.string().min(1);
const byId = <T extends z.ZodType>(schema: T) => z.record(z.string().regex(/^[a-z0-9-]+$/), schema).default({});
const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const crmValues = z.strictObject({ salesforce: z.array(text).optional(), hubspot: z.array(text).optional() });

/** An absent reading cannot be seen; null and "" are seen to be empty. */
const facts = z.strictObject({
  /** By field; with the label that the CRM shows beside the value, where there is one. */
  readings: byId(z.union([value, z.strictObject({ value, label: text })])),
  /** The fields that the held save writes with another value than before. */
  changed: z.array(text).default([]),
  /** The fields that the held save writes, and nobody knows what they held before. */
  written: z.array(text).default([]),
  steps: byId(z.enum(['done', 'na', 'open'])),
  answers: byId(value),
  approvals: byId(z.enum(['granted', 'refused'])),
  events: byId(z.iso.datetime({ offset: true })),
});

const clock = { now: z.iso.datetime().optional(), timeZone: text.optional() };

const situation = z.strictObject({
  ...clock,
  facts,
  result: z.enum(['true', 'false', 'unknown']),
  /** The condition's sentence with what is known. */
  sentence: text,
});

const judged = z.strictObject({ title: text, condition: z.unknown(), situations: z.array(situation).min(1) });
/** `refused` is a part of the message, with its place: what a manager must be told. */
const refused = z.strictObject({ title: text, condition: z.unknown(), refused: text });

/** What the pack says stands in the pack's own words, by id. */
const table = z.strictObject({
  title: text,
  about: text,
  ...clock,
  fields: byId(
    z.strictObject({
      label: text,
      type: z.enum(fieldTypes),
      values: z.array(z.strictObject({ id: text, label: text, in: crmValues.optional() })).optional(),
    }),
  ),
  steps: byId(text),
  questions: byId(z.strictObject({ title: text, type: z.enum(answerTypes), options: z.record(text, text).optional() })),
  decisions: byId(z.strictObject({ title: text, branches: z.record(text, text) })),
  approvals: byId(text),
  events: byId(text),
  calendars: byId(
    z.strictObject({
      title: text,
      timeZone: text.optional(),
      hours: z.record(text, z.array(text)),
      holidays: z.array(text).optional(),
    }),
  ),
  cases: z.array(z.union([judged, refused])).min(1),
});

export type Table = z.infer<typeof table>;
export type Situation = z.infer<typeof situation>;

/** Every table of a folder, by file name. Throws where one is not in shape. */
export function readTables(folder: string): Table[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => {
    const data: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const result = table.safeParse(data);
    if (result.success) return result.data;
    throw new Error(`${name} is not in shape:\n${z.prettifyError(result.error)}`);
  });
}
