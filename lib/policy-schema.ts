/** What an organisation may rule by policy. The browser gets it as public/managed_schema.json, which `npm run docs` writes. */
import { httpsUrl, publicKey } from './pack/primitives';
import { z } from './zod';

const names = z.array(z.string().min(1).max(64)).max(100);

/** Flat, and every key with a default that rules nothing: the browser refuses the whole extension for a schema with more in it. */
export const policySchema = z.object({
  readAtMove: z
    .boolean()
    .default(true)
    .describe(
      'Whether Handrail may read the values of a held stage change’s records from the CRM, in the page’s own session. False: what the page has not told stays unknown, whatever the rep has set.',
    ),
  guard: z
    .boolean()
    .default(true)
    .describe('Whether stage changes are held. False: the side panel shows the SOPs, and every save goes through unasked.'),
  handle: z
    .enum(['rep', 'on', 'off'])
    .default('rep')
    .describe('The small button in the CRM page that opens the side panel: as each rep likes (rep), always there (on), or never (off).'),
  choosePacks: z
    .boolean()
    .default(true)
    .describe(
      'Whether people may add, change and remove packs and subscriptions of their own. False: only what this policy gives is used.',
    ),
  requireSigned: z.boolean().default(false).describe('Whether a pack must be signed by a trusted key to be used.'),
  organisation: z
    .string()
    .max(200)
    .default('')
    .describe('The name of your organisation as it is signed into packs. Where it is set, a signed pack for another one is refused.'),
  trustedKeys: z
    .array(
      z.object({
        key: publicKey.describe('The public key, 43 characters.'),
        publisher: z.string().min(1).max(200).describe('Whose it is.'),
      }),
    )
    .max(100)
    .default([])
    .describe('The keys whose packs are taken without asking. Where any is named, people can trust no other.'),
  revokedKeys: z
    .array(z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'must be the id of a key, 43 characters'))
    .max(1000)
    .default([])
    .describe('The ids of keys that count no more, whoever trusts them.'),
  subscriptions: z
    .array(
      z.object({
        url: httpsUrl.describe('The https address of a pack.'),
        layer: z.enum(['company', 'team']).default('company').describe('Whose rules it holds: company goes before team.'),
      }),
    )
    .max(50)
    .default([])
    .describe('Packs that everybody gets.'),
  privateAddresses: z
    .boolean()
    .default(false)
    .describe('Whether subscriptions may lead to addresses inside your network. Otherwise they are refused.'),
  roles: names.default([]).describe('The ids of the roles that everybody under this policy has; as each rep says where none is named.'),
  groups: names.default([]).describe('The pilot groups that everybody under this policy is in.'),
});

export type Policy = z.infer<typeof policySchema>;

/** Every rule, in the order of the documentation. */
export const policyKeys = policySchema.keyof().options;

/** As the browser wants it. */
export function managedSchema(): object {
  const { type, properties } = z.toJSONSchema(policySchema, { io: 'input' });
  return { type, properties };
}
