import { beforeEach, expect, it } from 'vitest';
import { policySchema, type Policy } from '../../../../lib/policy-schema';
import type { HandrailDb } from '../../../../lib/progress/db';
import { activatePack, addPack, packsInUse, type PackOrigin } from '../../../../lib/progress/packs';
import { addSubscription } from '../../../../lib/progress/subscriptions';
import { makeKey, type SigningKey } from '../../../../lib/signing/key';
import { heedPolicy } from '../../../../lib/worker/heed-policy';
import { newDb, pack, stamp } from '../progress/fixtures';

const GIVEN = 'https://packs.example.com/company.handrail';
const CHOSEN = 'https://packs.example.com/team.handrail';

let db: HandrailDb;
let acme: SigningKey;
let other: SigningKey;
beforeEach(async () => {
  db = newDb();
  [acme, other] = await Promise.all([makeKey(), makeKey()]);
  await addSubscription(db, { url: GIVEN, by: 'policy', layer: 'company', dueAt: 1 }, stamp());
  await addSubscription(db, { url: CHOSEN, by: 'rep', layer: 'team', dueAt: 1 }, stamp());
  const signature = { key: acme.id, publisher: 'Acme', audience: null, issuedAt: 1, expiresAt: null };
  const origins: [string, PackOrigin][] = [
    ['given', { source: 'subscription', layer: 'company', url: GIVEN, signature }],
    ['chosen', { source: 'subscription', layer: 'team', url: CHOSEN, signature }],
    ['draft', { source: 'file', layer: 'personal' }],
  ];
  for (const [id, origin] of origins) {
    await addPack(db, pack({ id }), origin, stamp());
    await activatePack(db, id, '1.0.0', stamp());
  }
});

const left = async () => (await packsInUse(db)).map(({ id }) => id);

it.each<[string, () => Partial<Policy>, string[]]>([
  ['a policy that rules nothing', () => ({}), ['given', 'chosen', 'draft']],
  ['one that requires signatures', () => ({ requireSigned: true }), ['given', 'chosen']],
  ['one by which nobody chooses packs', () => ({ choosePacks: false }), ['given']],
  [
    'one that names the publisher’s key',
    () => ({ trustedKeys: [{ key: acme.publicKey, publisher: 'Acme' }] }),
    ['given', 'chosen', 'draft'],
  ],
  ['one that names another key only', () => ({ trustedKeys: [{ key: other.publicKey, publisher: 'Other' }] }), ['draft']],
  ['one that revokes the key', () => ({ revokedKeys: [acme.id] }), ['draft']],
])('%s leaves in use what it allows', async (_what, policy, rest) => {
  const before = await db.journal.count();
  expect(await heedPolicy(db, policySchema.parse(policy()), stamp())).toBe(rest.length < 3);
  expect(await left()).toEqual(rest);
  expect((await db.journal.toArray()).slice(before).map(({ type }) => type)).toEqual(Array(3 - rest.length).fill('pack-put-away'));
  expect(await db.packs.count()).toBe(3);
});

it('what ships with Handrail stays under any policy', async () => {
  await addPack(db, pack({ id: 'starter' }), { source: 'starter', layer: 'personal' }, stamp());
  await activatePack(db, 'starter', '1.0.0', stamp());
  await heedPolicy(db, policySchema.parse({ choosePacks: false, requireSigned: true }), stamp());
  expect(await left()).toEqual(['given', 'starter']);
});

it('follows a rotation from the key that the policy names', async () => {
  const row = {
    key: acme.id,
    publicKey: acme.publicKey,
    publisher: 'Acme',
    audience: null,
    how: 'rotation',
    at: 1,
    replaces: other.id,
  } as const;
  await db.trust.add(row);
  const named = policySchema.parse({ trustedKeys: [{ key: other.publicKey, publisher: 'Acme' }] });
  expect(await heedPolicy(db, named, stamp())).toBe(false);
});
