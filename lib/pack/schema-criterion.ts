/** A criterion's shape. */
import { z } from '../zod';
import { condition } from '../criteria/parse';
import { httpsUrl, id, markdown, text } from './primitives';

export const severities = ['tip', 'warn', 'reason', 'block'] as const;

export const criterion = z.strictObject({
  id: id.describe('Stable, and its own within the SOP.'),
  label: text.describe('What must hold, in a few words.'),
  when: condition.describe('What must hold, as a condition (docs/conditions.md).'),
  severity: z
    .enum(severities)
    .describe(
      'What happens while it does not hold: `tip` only tells, `warn` asks once, `reason` wants a reason, `block` does not let go on.',
    ),
  why: markdown.optional().describe('Why it matters, for the rep who is held by it.'),
  fix: z
    .union(
      [
        z.strictObject({ field: id.describe('The field to fill.') }),
        z.strictObject({ step: id.describe('The step to do.') }),
        z.strictObject({ url: httpsUrl.describe('The page to go to.') }),
      ],
      'must name one of field, step or url (an https link)',
    )
    .optional()
    .describe('Where to mend it: a field, a step, or a page.'),
  ifUnknown: z
    .enum(['confirm', 'unmet', 'pass'])
    .default('confirm')
    .describe('What it means that the values cannot be seen: ask the rep, count as not met, or let pass.'),
  to: z.array(id).min(1).max(50).optional().describe('Only for moves to these stages, `lost` or an earlier one, say.'),
  reasonCodes: z.array(id).min(1).max(50).optional().describe('The reasons that count for going on; the pack’s whole list by default.'),
});
