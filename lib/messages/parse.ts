/** Shapes of what arrives at the worker and at extension pages: parsed, never cast. Never imported by a script that runs in a page. */
import { z } from '../zod';

const text = z.string().max(20_000);
const name = z.string().max(500);
const scalar = z.union([text, z.number(), z.boolean(), z.null()]);
const value = z.union([scalar, z.array(text).max(500)]);
/** Milliseconds since 1970, as far as a date goes. */
const instant = z.number().min(0).max(8.64e15);
const crm = z.enum(['salesforce', 'hubspot']);

const recordRef = z.object({ crm, org: name, object: name, id: name });

const view = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('record'), record: recordRef }),
  z.object({ kind: z.literal('list'), crm, org: name, object: name }),
  z.object({ kind: z.literal('none'), crm: crm.nullable(), why: z.enum(['not-a-crm', 'classic', 'setup', 'other-page']) }),
]);

const reading = z.object({
  record: recordRef,
  field: name,
  value,
  label: text.optional(),
  locale: name.optional(),
  source: z.enum(['wire', 'page', 'rep', 'save']),
  by: name.optional(),
  at: instant,
});

const wireMove = z.object({ record: recordRef, field: name, to: name, values: z.record(name, value) });
const moves = z.array(wireMove).min(1).max(1000);

export const tabState = z.object({
  view,
  name: text.nullable(),
  readings: z.array(reading).max(5000),
  unread: z.array(name).max(50).nullable(),
  at: instant,
});

export const held = z.object({
  id: z.uuid(),
  moves,
  readings: z.array(reading).max(20_000),
  names: z.array(text.nullable()).max(1000),
  splits: z.boolean(),
  matching: z.int().min(0).optional(),
});

const gapRef = z.object({ move: z.int().min(0), sop: name, criterion: name });
const confirmed = z.array(gapRef).max(1000).optional();
const note = z.string().max(2000);

export const decided = z.object({
  held,
  decision: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('back') }),
    z.object({ kind: z.literal('on'), reasonCode: name.optional(), note: note.optional(), until: instant.optional(), confirmed }),
    z.object({ kind: z.literal('some'), confirmed }),
  ]),
});

export const wrongHere = z.object({ record: recordRef, sop: name, criterion: name, comment: note });

export const missed = z.object({ moves, why: name });
export const watchListAsk = z.object({ crm });

export const checkNow = z.object({ url: z.string().max(2000), trusts: name.optional() });

const passed = z.object({ at: z.number(), method: name, url: text, kind: z.enum(['read', 'write', 'move']) });

export const health = z.object({
  page: text,
  view,
  fields: z.array(z.object({ field: name, by: name.nullable(), at: z.number().nullable() })).max(5000),
  requests: z.array(passed).max(100),
});
