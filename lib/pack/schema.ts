/**
 * The rule pack's format, version 1: the only truth of its shape. Types, validation, the JSON Schema and the reference in docs/packs.md come
 * from here; what each key is for stands beside it. DESIGN §4.
 */
import { z } from '../zod';
import { condition } from '../criteria/parse';
import { criterion } from './schema-criterion';
import { rollout } from './schema-rollout';
import { phase } from './schema-step';
import type { Localised } from './localised';
import {
  crmField,
  crmFields,
  crmValues,
  day,
  id,
  languageTag,
  markdown,
  name,
  publicKey,
  template,
  text,
  timeZone,
  version,
} from './primitives';

/** An event that Handrail tells by itself: since when the record is in its stage. */
export const stageEntered = 'stage-entered';

/** The format that this Handrail reads and writes. Older ones are brought up to it (migrations/). */
export const currentFormat = 1;

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

/** The CRM’s own values, where they are named for each of the two. */
const valuesByCrm = {
  salesforce: crmValues.optional().describe('Values in Salesforce.'),
  hubspot: crmValues.optional().describe('Values in HubSpot.'),
};

const picklistValue = z.strictObject({
  id: id.describe('What conditions call this value.'),
  label: text.describe('The value as people know it.'),
  in: z
    .strictObject(valuesByCrm)
    .optional()
    .describe('The CRM’s own values that mean it, labels or internal names, where they are not the label.'),
});

const field = z
  .strictObject({
    id: id.describe('What conditions and steps call this field.'),
    label: text.describe('The field as people know it.'),
    type: z.enum(fieldTypes).describe('What the field holds: decides how its values are read and which tests make sense.'),
    in: z
      .strictObject({
        salesforce: crmFields.optional().describe('`Opportunity.Amount`.'),
        hubspot: crmFields.optional().describe('`deal.amount`.'),
      })
      .describe('Where it lives in each CRM: `Opportunity.Amount`, `deal.amount`, or a list where several objects have it.'),
    values: z.array(picklistValue).min(1).max(200).optional().describe('The values of a picklist.'),
  })
  .superRefine(({ type, values }, context) => {
    if (values && type !== 'picklist' && type !== 'multi-picklist')
      context.addIssue({ code: 'custom', path: ['values'], message: 'is only for the types picklist and multi-picklist' });
  });

const stage = z.strictObject({
  id: id.describe('What SOPs and criteria call this stage.'),
  title: text.describe('The stage as the team calls it.'),
  kind: z.enum(['open', 'won', 'lost']).describe('Whether a record in it is still being worked on, won or lost.'),
  in: z
    .strictObject(valuesByCrm)
    .describe('The CRM’s own values that mean this stage, labels or internal ids. Several stages of the CRM may mean one.'),
});

const pipeline = z.strictObject({
  id: id.describe('What SOPs call this pipeline.'),
  title: text.describe('The pipeline as the team calls it.'),
  in: z
    .strictObject({
      salesforce: z
        .strictObject({
          stageField: crmField.describe('`Opportunity.StageName`, `Lead.Status`, `Case.Status`, or a custom object’s own field.'),
          recordTypes: crmValues.optional().describe('The record types it is for, names or ids; all of them by default.'),
        })
        .optional()
        .describe('The stages of a Salesforce object.'),
      hubspot: z
        .strictObject({
          stageField: crmField.describe(
            '`deal.dealstage`, `ticket.hs_pipeline_stage`, `lead.hs_pipeline_stage`, `contact.lifecyclestage` …',
          ),
          pipelineField: crmField.optional().describe('The field that names the portal’s pipeline, such as `deal.pipeline`.'),
          pipelines: crmValues.optional().describe('The portal’s pipelines it is for; all of them by default.'),
        })
        .optional()
        .describe('The stages of a HubSpot object.'),
    })
    .describe('Which object’s stages these are, in each CRM.'),
  stages: z.array(stage).min(1).max(50).describe('In order.'),
});

const role = z.strictObject({
  id: id.describe('What SOPs and steps call this role.'),
  title: text.describe('`Account executive`.'),
  description: markdown.optional().describe('What the role answers for.'),
});

const approver = z.strictObject({
  id: id.describe('What approval steps call this person.'),
  name: name.describe('`Dana Lind`: what reps read beside what was approved.'),
  key: publicKey.describe('The public key that this person’s options page shows.'),
});

const templateKinds = ['email', 'call', 'agenda', 'message', 'document'] as const;
const messageTemplate = z.strictObject({
  id: id.describe('What steps call this template.'),
  title: text.describe('What it is for.'),
  kind: z.enum(templateKinds).describe('What a rep does with it.'),
  subject: text.optional().describe('The subject line of an e-mail. Merge fields as in the body.'),
  body: template.describe('The words to copy. `{{field-id}}` is filled with the record’s value, `{{record}}` with its name.'),
});

const event = z.strictObject({
  id: id
    .refine((event) => event !== stageEntered, 'is always there; choose another name')
    .describe('What due times and `elapsed` call this event. `stage-entered` is always there.'),
  label: text.describe('`Lead assigned`.'),
  at: z
    .union(
      [
        z.strictObject({ field: id.describe('A date and time field.') }),
        z.strictObject({ step: id.describe('A step: the moment of its tick.') }),
      ],
      'must name a field that holds its time, or a step whose tick is it',
    )
    .describe('When it happened: a date and time field of the record, or the moment a step was ticked.'),
});

const spans = z.array(
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d:[0-5]\d|2[0-3]:[0-5]\d|24:00)$/, 'must be from-to, such as 09:00-17:30'),
);
const daySpans = spans.min(1).max(10).optional();
const calendar = z.strictObject({
  id: id.describe('What due times and `elapsed` call this calendar. `business` is there by default: Monday to Friday, 09:00-17:00.'),
  title: text.describe('`Office hours, Berlin`.'),
  timeZone: timeZone.optional().describe('`Europe/Berlin`; the rep’s own by default.'),
  hours: z
    .strictObject({
      monday: daySpans.describe('Mondays.'),
      tuesday: daySpans.describe('Tuesdays.'),
      wednesday: daySpans.describe('Wednesdays.'),
      thursday: daySpans.describe('Thursdays.'),
      friday: daySpans.describe('Fridays.'),
      saturday: daySpans.describe('Saturdays.'),
      sunday: daySpans.describe('Sundays.'),
    })
    .describe('Working hours by weekday, such as `["09:00-12:30", "13:30-17:30"]`. A day without any is free.'),
  holidays: z.array(day).max(1000).default([]).describe('Days without work.'),
});

const metric = z.strictObject({
  label: text.describe('What is measured.'),
  target: text.optional().describe('What would be good.'),
});
const trouble = z.strictObject({ problem: text.describe('What goes wrong.'), fix: markdown.describe('What helps.') });
const question = z.strictObject({ question: text.describe('What people ask.'), answer: markdown.describe('What to tell them.') });

const sop = z.strictObject({
  id: id.describe('Stable: progress and criteria are kept by it.'),
  title: text.describe('What the rep sees first.'),
  purpose: markdown.describe('Why it exists, in a sentence or two.'),
  scope: markdown.optional().describe('What it is for, and what not.'),
  outcome: markdown.optional().describe('What is true when it was done well.'),
  owner: name.optional().describe('Who keeps it right.'),
  reviewers: z.array(name).max(20).optional().describe('Who signs off its changes.'),
  reviewBy: day.optional().describe('When it must have been looked at again.'),
  roles: z.array(id).min(1).max(50).optional().describe('Who it is for; everybody by default.'),
  tools: z.array(name).max(50).optional().describe('What is used besides the CRM.'),
  pipeline: id.describe('Where it applies.'),
  stages: z.array(id).min(1).max(50).describe('The stages of that pipeline where it applies.'),
  when: condition.optional().describe('The records it applies to, by segment, industry, amount and the like; all of them by default.'),
  phases: z.array(phase).max(30).default([]).describe('What to do, in order: before, during and after a call, say.'),
  entry: z.array(criterion).max(200).default([]).describe('What must hold to enter its stages.'),
  exit: z.array(criterion).max(200).default([]).describe('What must hold to leave them forward.'),
  tips: z.array(markdown).max(20).optional().describe('What the best reps do.'),
  examples: z.array(markdown).max(20).optional().describe('What good looks like.'),
  troubleshooting: z.array(trouble).max(50).optional().describe('What goes wrong, and what helps.'),
  faq: z.array(question).max(50).optional().describe('What people ask about it.'),
  metrics: z.array(metric).max(20).optional().describe('How the team sees that it works.'),
});

const code = z.strictObject({
  id: id.describe('Stable: the journal is kept by it.'),
  label: text.describe('What the rep picks.'),
  meaning: markdown.optional().describe('When to pick it.'),
});

const org = z.strictObject({
  crm: z.enum(['salesforce', 'hubspot']).describe('Which CRM it is.'),
  org: name.describe('The Salesforce host, `acme.lightning.force.com`, or the HubSpot portal’s number.'),
  title: text.optional().describe('`EMEA portal`.'),
  fields: z
    .array(z.strictObject({ field: id.describe('A field of the pack.'), in: crmFields.describe('Where it lives here.') }))
    .max(1000)
    .default([])
    .describe('Fields that live elsewhere in this org.'),
  stages: z
    .array(
      z.strictObject({
        pipeline: id.describe('A pipeline of the pack.'),
        stage: id.describe('One of its stages.'),
        in: crmValues.describe('The values that mean it here.'),
      }),
    )
    .max(500)
    .default([])
    .describe('Stages that have other values in this org.'),
});

const change = z.strictObject({
  version: version.describe('The version that brought it.'),
  date: day.optional().describe('When it was given out.'),
  notes: markdown.describe('What is different, in the reps’ words.'),
});

export const packSchema = z.strictObject({
  $schema: z.string().max(2000).optional().describe('Where an editor finds this format’s JSON Schema.'),
  format: z.literal(currentFormat).describe('The version of this format.'),
  id: id.describe('Stable: a newer version of a pack has the same id.'),
  version: version.describe('Semantic version of the pack.'),
  title: text.describe('The pack as people know it.'),
  publisher: name.describe('The team or company that stands behind it.'),
  owner: name.optional().describe('Who answers questions about it.'),
  language: languageTag.describe('The language of plain texts, and of the first choice where there are several.'),
  languages: z.array(languageTag).max(50).default([]).describe('The other languages that texts are given in.'),
  description: markdown.optional().describe('What is in it and whom it is for.'),
  minimumExtension: version.optional().describe('The oldest Handrail that understands it.'),
  rollout: rollout
    .optional()
    .describe('From when and for whom this version is used. Until then, and for everybody else, the version before stays in use.'),
  changes: z.array(change).max(500).default([]).describe('What changed, the newest first.'),
  fields: z.array(field).max(1000).describe('The CRM fields it asks about, under its own names.'),
  pipelines: z.array(pipeline).min(1).max(100).describe('The ordered stages that records move through.'),
  orgs: z.array(org).max(200).default([]).describe('What is different in one Salesforce org or HubSpot portal.'),
  roles: z.array(role).max(100).default([]).describe('Who works by it.'),
  approvers: z
    .array(approver)
    .max(100)
    .default([])
    .describe('Who approves by a code. With any here, an approval step counts by such a code only, and a tick is not enough.'),
  sops: z.array(sop).max(1000).describe('What to do in one or more stages.'),
  templates: z.array(messageTemplate).max(500).default([]).describe('E-mails, scripts and agendas to copy.'),
  events: z.array(event).max(200).default([]).describe('Moments that due times count from.'),
  calendars: z.array(calendar).max(50).default([]).describe('Working hours and holidays.'),
  reasonCodes: z.array(code).max(200).default([]).describe('The reasons a rep may give for going on against a criterion.'),
  disqualificationCodes: z.array(code).max(200).default([]).describe('The reasons why a lead or deal is given up.'),
  glossary: z
    .array(z.strictObject({ term: text.describe('The word.'), meaning: markdown.describe('What it means here.') }))
    .max(500)
    .default([])
    .describe('The team’s words.'),
});

/** A pack as it was written: texts may be given in several languages. */
export type PackFile = z.infer<typeof packSchema>;
/** A pack in one language. */
export type Pack = Localised<PackFile>;
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
export type Template = Pack['templates'][number];
