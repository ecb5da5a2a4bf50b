/** Every event of the journal, declared here and nowhere else. Never a CRM value: ids, stage titles and the rep's own words only. */
import { severities } from '../pack/schema-criterion';
import { z } from '../zod';

const text = z.string().min(1);
const instant = z.number().min(0).max(8.64e15);
const stageTitle = z.string().nullable();

/** A criterion that a move would skip. The sentence and the trace of a verdict hold CRM values and stay out. */
const gap = z.object({ sop: text, criterion: text, severity: z.enum(severities), result: z.enum(['unmet', 'unknown']) });

/** `record` is a RecordKey. */
const common = { id: text, at: instant, record: text.optional() };
/** Pack stage titles, null where unknown or not in the pack. */
const move = { pack: text, from: stageTitle, to: stageTitle };
const criterion = { pack: text, sop: text, criterion: text };
const debt = { debt: text, ...criterion };
const words = z.string().max(2000);

/** A key that is not declared here is dropped, on the way in and on import. */
export const journalEvent = z.discriminatedUnion('type', [
  z.object({
    ...common,
    type: z.literal('step-set'),
    pack: text,
    step: text,
    /** `untouched`: the mark was taken back, and there was none before it. */
    state: z.enum(['done', 'na', 'open', 'untouched']),
    reason: z.string().optional(),
  }),
  /** That a question or decision was answered, not what the answer is. */
  z.object({ ...common, type: z.literal('answer-set'), pack: text, answer: text, state: z.enum(['answered', 'cleared']) }),
  z.object({ ...common, ...move, type: z.literal('move-held'), verdict: z.enum(['warn', 'ask-reason', 'block']), gaps: z.array(gap) }),
  z.object({ ...common, ...move, type: z.literal('move-back') }),
  z.object({
    ...common,
    ...move,
    type: z.literal('move-on'),
    reasonCode: z.string().optional(),
    reasonLabel: z.string().optional(),
    note: z.string().optional(),
    until: instant.optional(),
    gaps: z.array(gap),
  }),
  /** A check that could not be made in time; the save went through. */
  z.object({ ...common, type: z.literal('check-missed'), why: z.string() }),
  z.object({ ...common, ...debt, type: z.literal('debt-opened') }),
  /** Overridden again while the debt of before is still open: that one stands, none is added. */
  z.object({ ...common, ...debt, type: z.literal('debt-stands') }),
  z.object({ ...common, ...debt, type: z.literal('debt-met') }),
  z.object({ ...common, ...debt, type: z.literal('debt-waived'), waiver: words }),
  z.object({ ...common, ...debt, type: z.literal('debt-expired') }),
  /** The rep stands for a criterion that cannot be seen; `by` is the rep's name, '' where none was given. */
  z.object({ ...common, ...criterion, type: z.literal('confirmed'), by: z.string() }),
  z.object({ ...common, ...criterion, type: z.literal('confirmation-taken-back') }),
  /** The rep says that the rule does not fit this record. */
  z.object({ ...common, ...criterion, type: z.literal('wrong-here'), comment: words }),
  /** The record is in another stage than it was last seen in, and no save of this browser explains it. */
  z.object({ ...common, ...move, type: z.literal('moved-elsewhere') }),
  z.object({ ...common, type: z.literal('catch-up-closed'), pack: text, how: z.enum(['met', 'reason', 'dismissed']) }),
  /** The rep made a request for whoever approves. */
  z.object({ ...common, type: z.literal('approval-asked'), pack: text, approval: text }),
  z.object({
    ...common,
    type: z.literal('approval-granted'),
    pack: text,
    approval: text,
    by: z.string(),
    key: text,
    code: text,
    until: instant,
  }),
  z.object({ ...common, type: z.literal('approval-refused'), pack: text, approval: text, why: z.string() }),
  /** The rep chose the record's stage by hand. */
  z.object({ ...common, type: z.literal('stage-placed'), pack: text, stage: stageTitle }),
  z.object({ ...common, type: z.literal('pack-added'), pack: text, version: text, source: z.enum(['starter', 'file', 'subscription']) }),
  /** `from`: the version of the same pack that was in use before. `back`: somebody went back to an earlier one. */
  z.object({
    ...common,
    type: z.literal('pack-activated'),
    pack: text,
    version: text,
    from: text.optional(),
    back: z.literal(true).optional(),
  }),
  z.object({ ...common, type: z.literal('pack-put-away'), pack: text, version: text }),
  /** A pack that was not taken, or its signature not believed. `why` is a code. */
  z.object({
    ...common,
    type: z.literal('pack-refused'),
    pack: text.optional(),
    version: text.optional(),
    key: text.optional(),
    why: text,
  }),
  z.object({ ...common, type: z.literal('key-trusted'), key: text, publisher: text, how: z.enum(['first-use', 'rotation']) }),
  z.object({ ...common, type: z.literal('key-revoked'), key: text, by: text }),
  z.object({ ...common, type: z.literal('key-forgotten'), key: text }),
  z.object({ ...common, type: z.literal('subscription-added'), url: text }),
  z.object({ ...common, type: z.literal('subscription-removed'), url: text }),
  /** A record went on to another version of a pack, or stays with the one it began its stage with. `reset`: the steps that ask again. */
  z.object({ ...common, type: z.literal('update-taken'), pack: text, from: text, version: text, reset: z.array(text) }),
  z.object({ ...common, type: z.literal('update-put-off'), pack: text, from: text, version: text }),
  /** Rows that the import added, replaced, and left as they were. */
  z.object({ ...common, type: z.literal('progress-imported'), exportedAt: instant, added: z.int(), updated: z.int(), kept: z.int() }),
]);

export type JournalEvent = z.infer<typeof journalEvent>;
export type JournalGap = z.infer<typeof gap>;

type WithoutStamp<Event> = Event extends JournalEvent ? Omit<Event, 'id' | 'at'> : never;
/** An event before it has its id and time. */
export type JournalDraft = WithoutStamp<JournalEvent>;
