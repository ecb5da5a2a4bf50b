// @vitest-environment node
/** What a policy puts away that is here already, and what is put to use once it may be. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Audience } from '../../../../lib/pack/rollout';
import { policySchema, type Policy } from '../../../../lib/policy-schema';
import type { HandrailDb } from '../../../../lib/progress/db';
import type { PackRow } from '../../../../lib/progress/rows';
import { activatePack, addPack, letWait, packsInUse, packsWaiting, type PackOrigin } from '../../../../lib/progress/packs';
import { addSubscription } from '../../../../lib/progress/subscriptions';
import { makeKey } from '../../../../lib/signing/key';
import { heedPolicy, useWaiting } from '../../../../lib/worker/heed-policy';
import { newDb, pack, stamp } from '../progress/fixtures';

const [acme, other] = await Promise.all([makeKey(), makeKey()]);
const GIVEN = 'https://packs.acme.example/company.handrail';
const CHOSEN = 'https://packs.acme.example/team.handrail';
const TODAY = Date.parse('2026-11-24T12:00:00Z');
const ann: Audience = { now: TODAY, timeZone: 'UTC', roles: [], groups: [] };

let db: HandrailDb;
beforeEach(async () => {
  db = newDb();
  await addSubscription(db, { url: GIVEN, by: 'policy', layer: 'company', dueAt: 0 }, stamp());
  await addSubscription(db, { url: CHOSEN, by: 'rep', layer: 'team', dueAt: 0 }, stamp());
});

const rules = (some: Partial<Policy>): Policy => ({ ...policySchema.parse({}), ...some });
const signature = (key = acme, audience: string | null = null): PackRow['signature'] => ({
  key: key.id,
  publisher: 'Acme',
  audience,
  issuedAt: 1,
  expiresAt: null,
});
const origins: Record<string, PackOrigin> = {
  starter: { source: 'starter', layer: 'personal' },
  draft: { source: 'file', layer: 'personal' },
  signed: { source: 'file', layer: 'team', signature: signature() },
  theirs: { source: 'file', layer: 'team', signature: signature(acme, 'globex.example') },
  chosen: { source: 'subscription', layer: 'team', url: CHOSEN, signature: signature() },
  given: { source: 'subscription', layer: 'company', url: GIVEN, signature: signature(other) },
  unsigned: { source: 'subscription', layer: 'company', url: GIVEN },
};

async function keep(id: string, version = '1.0.0', change: object = {}): Promise<void> {
  await addPack(db, pack({ id, version, ...change }), origins[id] ?? { source: 'file', layer: 'team' }, stamp());
}
const used = async (): Promise<string[]> => (await packsInUse(db)).map(({ id, version }) => `${id} ${version}`);
const waiting = async (): Promise<string[]> => (await packsWaiting(db)).map(({ id, version }) => `${id} ${version}`);
const wait = async (id: string, version: string, change: object = {}): Promise<void> => {
  await keep(id, version, change);
  await letWait(db, id, version);
};

const ACME = { key: acme.publicKey, publisher: 'Acme' };
const OTHER = { key: other.publicKey, publisher: 'Other' };

describe('of what is in use', () => {
  it.each<[string, Partial<Policy>, string, 'stays' | 'leaves']>([
    ['without rules everything stays', {}, 'draft', 'stays'],
    ['a draft, where packs must be signed', { requireSigned: true }, 'draft', 'leaves'],
    ['the policy’s own pack, where it has no signature and must have one', { requireSigned: true }, 'unsigned', 'leaves'],
    ['a signed pack, where packs must be signed', { requireSigned: true }, 'signed', 'stays'],
    ['what ships with Handrail, where packs must be signed', { requireSigned: true, choosePacks: false }, 'starter', 'stays'],
    ['a file, where people may add no packs', { choosePacks: false }, 'signed', 'leaves'],
    ['what a person subscribed to, where people may add no packs', { choosePacks: false }, 'chosen', 'leaves'],
    ['what the policy brought, where people may add no packs', { choosePacks: false }, 'given', 'stays'],
    ['a pack whose key the policy revokes', { revokedKeys: [acme.id] }, 'signed', 'leaves'],
    ['a pack whose key the policy names', { trustedKeys: [ACME] }, 'signed', 'stays'],
    ['a pack whose key the policy does not name', { trustedKeys: [OTHER] }, 'signed', 'leaves'],
    ['a pack for another organisation', { organisation: 'acme.example' }, 'theirs', 'leaves'],
    ['a pack for this organisation', { organisation: 'globex.example' }, 'theirs', 'stays'],
    ['a pack for everybody, in an organisation', { organisation: 'acme.example' }, 'signed', 'stays'],
  ])('%s', async (_what, policy, id, fate) => {
    await keep(id);
    await activatePack(db, id, '1.0.0', stamp());
    expect(await heedPolicy(db, rules(policy), stamp())).toBe(fate === 'leaves');
    expect(await used()).toEqual(fate === 'stays' ? [`${id} 1.0.0`] : []);
    expect(await waiting()).toEqual(fate === 'stays' ? [] : [`${id} 1.0.0`]);
  });

  it('a pack by a key that took the place of one that the policy names stays', async () => {
    const row = { publicKey: other.publicKey, publisher: 'Acme', audience: null, how: 'rotation', replaces: acme.id, at: 1 } as const;
    await db.trust.put({ key: other.id, ...row });
    await keep('given');
    await activatePack(db, 'given', '1.0.0', stamp());
    expect(await heedPolicy(db, rules({ trustedKeys: [ACME] }), stamp())).toBe(false);
  });

  it('what was put away comes back when the policy lifts its rule', async () => {
    await keep('draft');
    await activatePack(db, 'draft', '1.0.0', stamp());
    const strict = rules({ requireSigned: true });
    await heedPolicy(db, strict, stamp());
    expect(await useWaiting(db, strict, ann, stamp().id)).toBe(false);
    expect(await used()).toEqual([]);
    expect(await useWaiting(db, rules({}), ann, stamp().id)).toBe(true);
    expect(await used()).toEqual(['draft 1.0.0']);
  });
});

describe('of what waits', () => {
  it.each<[string, [string, object][], Partial<Audience>, string]>([
    ['nothing, before its day', [['1.1.0', { from: '2026-11-25' }]], {}, '1.0.0'],
    ['what its day has come for', [['1.1.0', { from: '2026-11-24' }]], {}, '1.1.0'],
    ['what is for a group that the person is in by now', [['1.1.0', { groups: ['pilot'] }]], { groups: ['pilot'] }, '1.1.0'],
    ['what is for a role that the person has by now', [['1.1.0', { roles: ['ae'] }]], { roles: ['ae'] }, '1.1.0'],
    [
      'the newest of those that may be used',
      [
        ['1.10.0', {}],
        ['1.1.0', {}],
        ['1.9.0', {}],
        ['2.0.0', { from: '2027-01-01' }],
      ],
      {},
      '1.10.0',
    ],
  ])('is put to use %s', async (_what, versions, person, expected) => {
    await keep('signed');
    await activatePack(db, 'signed', '1.0.0', stamp());
    for (const [version, rollout] of versions) await wait('signed', version, { roles: [{ id: 'ae', title: 'AE' }], rollout });
    expect(await useWaiting(db, rules({}), { ...ann, ...person }, stamp().id)).toBe(expected !== '1.0.0');
    expect(await used()).toEqual([`signed ${expected}`]);
  });

  it('nothing is put to use that the policy forbids', async () => {
    await wait('draft', '1.1.0');
    expect(await useWaiting(db, rules({ requireSigned: true }), ann, stamp().id)).toBe(false);
    expect(await used()).toEqual([]);
  });

  it('an older one is looked at no more once a newer one is in use', async () => {
    await wait('signed', '1.9.0');
    await wait('signed', '1.10.0');
    await useWaiting(db, rules({}), ann, stamp().id);
    expect(await waiting()).toEqual([]);
  });
});
