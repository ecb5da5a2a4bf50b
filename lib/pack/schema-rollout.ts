/** The part of the format that says from when and for whom a version is used. */
import { z } from '../zod';
import { day, id } from './primitives';

export const rollout = z.strictObject({
  from: day.optional().describe('The day from which on it is used; at once by default.'),
  groups: z
    .array(id)
    .min(1)
    .max(50)
    .optional()
    .describe('The pilot groups that it is for; everybody by default. Who is in a group says the policy, or each person in the options.'),
  roles: z.array(id).min(1).max(50).optional().describe('The roles that it is for; everybody by default.'),
});
