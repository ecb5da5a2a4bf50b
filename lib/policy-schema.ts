/** What an organisation may rule by policy. The browser gets it as public/managed_schema.json, which `npm run docs` writes. */
import { z } from './zod';

/** Flat, and every key with a default that rules nothing: the browser refuses the whole extension for a schema with more in it. */
export const policySchema = z.object({
  readAtMove: z
    .boolean()
    .default(true)
    .describe(
      'Whether Handrail may read the values of a held stage change’s records from the CRM, in the page’s own session. False: what the page has not told stays unknown, whatever the rep has set. To lift it again set it to true.',
    ),
});

export type Policy = z.infer<typeof policySchema>;

/** As the browser wants it. */
export function managedSchema(): object {
  const { type, properties } = z.toJSONSchema(policySchema, { io: 'input' });
  return { type, properties };
}
