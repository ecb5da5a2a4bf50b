/** The case file of `handrail judge`: a move and what is known at that moment. JSON or YAML. */
import { parseMoment } from '../lib/criteria/dates';
import { readJson } from '../lib/pack/json';
import { limitProblems } from '../lib/pack/limits';
import { type Found, packError } from '../lib/pack/problems';
import { timeZone } from '../lib/pack/primitives';
import { didYouMean } from '../lib/pack/suggest';
import { readYaml } from '../lib/pack/yaml';
import { z } from '../lib/zod';

/** Zod's own words are for programmers. */
const must = (message: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? `is missing: it must be ${message}` : `must be ${message}`),
});

const text = (message: string) => z.string(must(message)).min(1, `must be ${message}`);
const anInstant = 'a time, such as 2026-11-22T09:00:00Z';
const instant = z.string(must(anInstant)).transform((written, context) => {
  const moment = parseMoment(written);
  if (moment && 'at' in moment) return moment.at;
  context.addIssue({ code: 'custom', message: `must be ${anInstant}` });
  return z.NEVER;
});
const value = z.union(
  [z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())],
  must('a text, a number, true, false, null or a list of texts'),
);
const byId = <T extends z.ZodType>(schema: T) => z.record(z.string(), schema, must('a group of keys, each an id of the pack')).default({});

const move = z.strictObject(
  {
    crm: z.enum(['salesforce', 'hubspot'], must('salesforce or hubspot')),
    org: text('the Salesforce host or the HubSpot portal’s number, in quotes'),
    object: text('the object as the CRM calls it, such as Opportunity or deal'),
    id: text('the record’s id, in quotes'),
    pipeline: z.string(must('the CRM’s own name or id of the pipeline')).optional().describe('Where the object has several.'),
    from: z.string(must('the CRM’s own stage value, or null for a new record')).nullable(),
    to: text('the CRM’s own stage value'),
  },
  must('the stage change: { crm, org, object, id, from, to }'),
);

const caseSchema = z.strictObject(
  {
    move,
    readings: byId(value),
    changed: z.array(z.string(), must('a list of the fields that this save writes')).default([]),
    steps: byId(z.enum(['done', 'na', 'open'], must('done, na or open'))),
    answers: byId(value),
    approvals: byId(z.enum(['granted', 'refused'], must('granted or refused'))),
    events: byId(instant),
    roles: z.array(z.string(), must('a list of the rep’s roles')).optional(),
    now: instant,
    timeZone: z.string(must('a time zone, such as Europe/Berlin')).pipe(timeZone).default('UTC'),
  },
  must('a group of keys: move, readings, steps, answers, approvals, events, now'),
);

export type Case = z.infer<typeof caseSchema>;

/** Throws PackError with every mistake and its place in the case. */
export function parseCase(written: string): Case {
  const trimmed = written.replace(/^\uFEFF/, '').trimStart();
  if (trimmed === '') throw packError([{ path: [], message: 'the file is empty' }], null);
  const data = /^[{[]/.test(trimmed) ? readJson(trimmed) : readYaml(trimmed);
  const limits = limitProblems(data);
  if (limits.length > 0) throw packError(limits, data);
  const result = caseSchema.safeParse(data);
  if (result.success) return result.data;
  throw packError(result.error.issues.flatMap(foundIn), data);
}

function foundIn(issue: z.core.$ZodIssue): Found[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  const known = Object.keys(path[0] === 'move' ? move.shape : caseSchema.shape);
  return issue.keys.map((key) => ({ path, message: `"${key}" is not known here${didYouMean(key, known)}` }));
}
