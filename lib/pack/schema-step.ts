/** The shapes of phases and steps. What kind of step it is, its own key says: `question`, `fields`, `template`, `asset`, `approval` or `decision`. */
import { z } from '../zod';
import { condition } from '../criteria/parse';
import { duration, id, link, markdown, text } from './primitives';

/** The parts of MEDDPICC and BANT that an answer can stand for. */
export const elements = [
  'metrics',
  'economic-buyer',
  'decision-criteria',
  'decision-process',
  'paper-process',
  'pain',
  'champion',
  'competition',
  'budget',
  'authority',
  'need',
  'timeline',
] as const;

export const answerTypes = ['text', 'number', 'date', 'yes-no', 'choice', 'choices'] as const;

const option = z.strictObject({ id: id.describe('What conditions call it.'), label: text.describe('What the rep picks.') });

const question = z.strictObject({
  type: z.enum(answerTypes).describe('What an answer is.'),
  options: z.array(option).min(2).max(50).optional().describe('What to choose from: only for `choice` and `choices`.'),
  element: z.enum(elements).optional().describe('The part of MEDDPICC or BANT that the answer is.'),
});

const branch = z.strictObject({
  id: id.describe('What conditions call it.'),
  label: text.describe('What the rep picks.'),
  when: condition.optional().describe('When this is the branch to suggest.'),
  to: z
    .union(
      [z.strictObject({ step: id.describe('The step to go on with.') }), z.strictObject({ sop: id.describe('The SOP to go on with.') })],
      'must name a step or an sop',
    )
    .optional()
    .describe('Where it leads: a step, or another SOP.'),
});

/** What a due time counts from, and by which hours. */
const counted = {
  event: id.describe('The event that it counts from: one of the pack’s, or `stage-entered`.'),
  calendar: id.optional().describe('The working hours that count: one of the pack’s calendars, or `business`; every hour by default.'),
};
const due = z
  .union(
    [
      z.strictObject({ after: duration.describe('How long after the event, such as `PT4H` or `P2D`.'), ...counted }),
      z.strictObject({ before: duration.describe('How long before the event.'), ...counted }),
    ],
    'must be { after: duration, event: name } or { before: duration, event: name }',
  )
  .describe('When it must be done: so long after an event, or before one, in plain or in business time.');

const trouble = z.strictObject({ problem: text.describe('What goes wrong.'), fix: markdown.describe('What helps.') });

const subStep = z.strictObject({
  id: id.describe('Stable: ticks are kept by it.'),
  title: text.describe('What to do, in a few words.'),
  detail: markdown.optional().describe('How to do it.'),
  required: z.boolean().default(true).describe('Whether it counts as needed.'),
  doneWhen: condition.optional().describe('Ticks the step by itself once this holds.'),
});

/** The keys of which a step has one at most. */
export const stepKinds = ['question', 'fields', 'template', 'asset', 'approval', 'decision'] as const;

const step = subStep
  .extend({
    roles: z.array(id).min(1).max(50).optional().describe('Who does it, where it is not the SOP’s own roles.'),
    due: due.optional(),
    question: question.optional().describe('The step is a question: its answer is kept, and counts for `{ answer: step-id }`.'),
    fields: z.array(id).min(1).max(50).optional().describe('The step is to fill these fields: done when all of them are.'),
    template: id.optional().describe('The step is to send or use this template.'),
    asset: link.optional().describe('The step is to use or share this page or file.'),
    approval: z
      .strictObject({
        by: id.describe('The role that approves.'),
        approvers: z
          .array(id)
          .min(1)
          .max(100)
          .optional()
          .describe('Which of the pack’s approvers may give this one; each of them by default.'),
      })
      .optional()
      .describe('The step is to get an approval: it counts for `{ approval: step-id }`.'),
    decision: z.array(branch).min(2).max(20).optional().describe('The step is to decide between these branches: kept like an answer.'),
    links: z.array(link).max(10).optional().describe('Pages that help.'),
    tips: z.array(markdown).max(20).optional().describe('What the best reps do.'),
    examples: z.array(markdown).max(20).optional().describe('What good looks like.'),
    troubleshooting: z.array(trouble).max(20).optional().describe('What goes wrong, and what helps.'),
    steps: z.array(subStep).max(50).optional().describe('Its parts.'),
  })
  .superRefine((value, context) => {
    const [first, second] = stepKinds.filter((kind) => value[kind] !== undefined);
    if (first !== undefined && second !== undefined)
      context.addIssue({ code: 'custom', path: [second], message: `cannot be there beside ${first}: make two steps of it` });
    if (first !== undefined && value.steps !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['steps'],
        message: `cannot be there beside ${first}: give the parts to a step of their own`,
      });
    const { question: asked } = value;
    const choosing = asked?.type === 'choice' || asked?.type === 'choices';
    if (asked && choosing && !asked.options) context.addIssue({ code: 'custom', path: ['question', 'options'], message: 'is missing' });
    if (asked?.options && !choosing)
      context.addIssue({ code: 'custom', path: ['question', 'options'], message: 'is only for the types choice and choices' });
  });

export const phase = z.strictObject({
  id: id.describe('Its own within the SOP.'),
  title: text.describe('`Before the call`.'),
  steps: z.array(step).min(1).max(100).describe('In order.'),
});
