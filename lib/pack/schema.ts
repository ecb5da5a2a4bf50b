/** The rule pack's format, the only truth of its shape: types, validation and messages come from here. DESIGN §4. */
import { z } from '../zod';
import { condition } from '../criteria/parse';
import { hasOnlyHttpsLinks } from './markdown-links';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and hyphens');
const line = z.string().trim().min(1).max(200);
/** Markdown. HTML in it stays text on the screen; its links are held to https like the others. */
const prose = z.string().trim().min(1).max(4000).refine(hasOnlyHttpsLinks, 'must link to https addresses only');
const httpsUrl = z
  .string()
  .max(2000)
  .regex(/^https:\/\/[^\s<>"]+$/, 'must be an https link');
/** A CRM field: `Opportunity.StageName`, `deal.amount`. */
const crmField = z
  .string()
  .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_]+)+$/, 'must be Object.Field, such as Opportunity.Amount or deal.amount')
  .max(200);
const crmFields = z.union(
  [crmField, z.array(crmField).min(1).max(10)],
  'must be Object.Field, such as Opportunity.Amount or deal.amount, or a list of them',
);

export const fieldTypes = [
  'text',
  'number',
  'currency',
  'percent',
  'date',
  'datetime',
  'boolean',
  'picklist',
  'multi-picklist',
  'reference',
] as const;

const field = z.strictObject({
  id,
  label: line,
  type: z.enum(fieldTypes),
  /** Where it lives. A list for a field that several objects have: the record's object decides. */
  in: z.strictObject({ salesforce: crmFields.optional(), hubspot: crmFields.optional() }),
});

const stage = z.strictObject({
  id,
  title: line,
  kind: z.enum(['open', 'won', 'lost']),
  /** The CRM's own values that mean this stage: labels or internal ids. */
  in: z.strictObject({ salesforce: z.array(line).max(50).optional(), hubspot: z.array(line).max(50).optional() }),
});

const pipeline = z.strictObject({
  id,
  title: line,
  in: z.strictObject({
    salesforce: z.strictObject({ stageField: crmField }).optional(),
    /** `pipelineField` and `pipelines` narrow it to some of the portal's pipelines; without them it is every pipeline. */
    hubspot: z
      .strictObject({ stageField: crmField, pipelineField: crmField.optional(), pipelines: z.array(line).max(50).optional() })
      .optional(),
  }),
  /** In order. */
  stages: z.array(stage).min(1).max(50),
});

export const severities = ['tip', 'warn', 'reason', 'block'] as const;

const criterion = z.strictObject({
  id,
  label: line,
  when: condition,
  severity: z.enum(severities),
  why: prose.optional(),
  fix: z
    .union(
      [z.strictObject({ field: id }), z.strictObject({ step: id }), z.strictObject({ url: httpsUrl })],
      'must name one of field, step or url (an https link)',
    )
    .optional(),
  ifUnknown: z.enum(['confirm', 'unmet', 'pass']).default('confirm'),
  /** The stages a move must lead to for this criterion to count, `lost` or an earlier one, say. */
  to: z.array(id).min(1).max(50).optional(),
  /** The reason codes a rep may give for going on; the pack's whole list by default. */
  reasonCodes: z.array(id).min(1).max(50).optional(),
});

const link = z.strictObject({ label: line, url: httpsUrl });

const subStep = z.strictObject({
  id,
  title: line,
  detail: prose.optional(),
  required: z.boolean().default(true),
  doneWhen: condition.optional(),
});
const step = subStep.extend({ links: z.array(link).max(10).optional(), steps: z.array(subStep).max(50).optional() });
const phase = z.strictObject({ id, title: line, steps: z.array(step).min(1).max(100) });

const sop = z.strictObject({
  id,
  title: line,
  purpose: prose,
  owner: line.optional(),
  /** Where it applies. */
  pipeline: id,
  stages: z.array(id).min(1).max(50),
  phases: z.array(phase).max(30).default([]),
  entry: z.array(criterion).max(200).default([]),
  exit: z.array(criterion).max(200).default([]),
});

const reasonCode = z.strictObject({ id, label: line });

export const packSchema = z.strictObject({
  format: z.literal(1),
  id,
  version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, 'must be three numbers, such as 1.4.0'),
  title: line,
  publisher: line,
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag, such as en or pt-BR'),
  description: prose.optional(),
  fields: z.array(field).max(1000),
  pipelines: z.array(pipeline).min(1).max(100),
  sops: z.array(sop).max(1000),
  reasonCodes: z.array(reasonCode).max(200).default([]),
});

export type Pack = z.infer<typeof packSchema>;
export type PackField = Pack['fields'][number];
export type Pipeline = Pack['pipelines'][number];
export type Stage = Pipeline['stages'][number];
export type Sop = Pack['sops'][number];
export type Phase = Sop['phases'][number];
export type Step = Phase['steps'][number];
export type SubStep = NonNullable<Step['steps']>[number];
export type Criterion = Sop['exit'][number];
export type Severity = Criterion['severity'];
export type ReasonCode = Pack['reasonCodes'][number];
