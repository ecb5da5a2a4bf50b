// @vitest-environment node
/** The one way in for packs, against a database and keys of its own. Why a signature is refused, in all its ways: tests/vectors/signed. */
import { beforeEach, describe, expect, it } from 'vitest';
import { signPack } from '../../../../lib/pack/signed/envelope';
import { signRotation } from '../../../../lib/pack/signed/rotation';
import { policySchema, type Policy } from '../../../../lib/policy-schema';
import type { HandrailDb } from '../../../../lib/progress/db';
import { activatePack, addPack, packsInUse, packsWaiting } from '../../../../lib/progress/packs';
import { addSubscription } from '../../../../lib/progress/subscriptions';
import { forgetKey } from '../../../../lib/progress/trust';
import type { SigningKey } from '../../../../lib/signing/key';
import type { Admission, Origin } from '../../../../lib/worker/admission';
import { admit } from '../../../../lib/worker/admit';
import { DAY_MS, ISSUED, makeKeys, NOW, packText } from '../../../vectors/signed/parts';
import { newDb, pack, stamp } from '../progress/fixtures';

const { acme, next, third, other } = await makeKeys();
const URL_A = 'https://packs.acme.example/sales.handrail';
const URL_B = 'https://mirror.acme.example/sales.handrail';

let db: HandrailDb;
beforeEach(() => {
  db = newDb();
});

interface Here {
  policy?: Partial<Policy>;
  now?: number;
  roles?: string[];
  groups?: string[];
}

let ids = 0;
function take(text: string, origin: Origin = { source: 'file' }, { policy = {}, now = NOW, roles = [], groups = [] }: Here = {}) {
  return admit(db, text, origin, {
    audience: { now, timeZone: 'UTC', roles, groups },
    policy: { ...policySchema.parse({}), ...policy },
    version: '0.5.0',
    languages: ['en'],
    id: () => `event-${(ids += 1)}`,
  });
}

/** A signed file of the sample pack. */
const signed = (change: object = {}, key: SigningKey = acme, terms: object = {}): Promise<string> =>
  signPack(packText(change), { issuedAt: ISSUED, ...terms }, key);

const trusting = (key: SigningKey): Origin => ({ source: 'file', trusts: key.id });
const from = (url: string, layer: Origin['layer'] = 'team'): Origin => ({ source: 'subscription', url, layer });
const subscribed = (url: string): Promise<boolean> => addSubscription(db, { url, by: 'rep', layer: 'team', dueAt: 0 }, stamp());

const used = async (): Promise<string[]> => (await packsInUse(db)).map(({ id, version, layer }) => `${id} ${version} ${layer}`);
const waiting = async (): Promise<string[]> => (await packsWaiting(db)).map(({ version }) => version);
const journal = async (): Promise<string[]> => (await db.journal.toArray()).map(({ type }) => type);
const use = ({ kind, ...more }: Admission): string => ('use' in more ? more.use : 'refusal' in more ? more.refusal.why : kind);

/** All but the journal. */
async function kept(): Promise<Record<string, unknown[]>> {
  const tables = db.tables.filter(({ name }) => name !== 'journal');
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const)));
}

describe('a draft, which nobody has signed', () => {
  it('is the person’s own, in use at once, and known by its bytes', async () => {
    expect(await take(packText())).toEqual({ kind: 'taken', pack: 'sample', version: '1.0.0', title: 'Sample', isNew: true, use: 'now' });
    expect(await db.packs.toArray()).toMatchObject([
      { source: 'file', layer: 'personal', active: 1, activeAt: NOW, digest: expect.stringMatching(/^[\w-]{43}$/) as unknown },
    ]);
    expect(await db.packs.toCollection().first()).not.toHaveProperty('signature');
    expect(await journal()).toEqual(['pack-added', 'pack-activated']);
  });

  it('from a subscription is the team’s', async () => {
    await subscribed(URL_A);
    await take(packText(), from(URL_A));
    expect(await used()).toEqual(['sample 1.0.0 team']);
    expect(await db.packs.toArray()).toMatchObject([{ source: 'subscription', url: URL_A }]);
  });

  it('is the next version of what is in use, and holds the rules of the same', async () => {
    await take(packText(), from(URL_A, 'company'));
    await take(packText({ version: '1.1.0' }));
    expect(await used()).toEqual(['sample 1.1.0 company']);
  });

  it('never takes the place of what a publisher has signed', async () => {
    await take(await signed(), trusting(acme));
    const before = await kept();
    expect(use(await take(packText({ version: '2.0.0' })))).toBe('not-signed');
    expect(use(await take(packText({ version: '2.0.0' }), from(URL_A)))).toBe('not-signed');
    expect(await kept()).toEqual(before);
  });

  it('may follow what was signed with a key that is kept here: its author goes on with it', async () => {
    await db.keys.put({ ...acme, name: 'Ann', createdAt: 1 });
    await take(await signed());
    expect(use(await take(packText({ version: '1.1.0' })))).toBe('now');
    expect(use(await take(packText({ version: '1.2.0' }), from(URL_A)))).toBe('not-signed');
  });
});

describe('a signed pack', () => {
  it('by a key that nobody trusts asks, with all that there is to see, and keeps nothing', async () => {
    expect(await take(await signed({}, acme, { audience: 'acme.example' }))).toMatchObject({
      kind: 'ask',
      ask: {
        claims: { key: acme.id, publisher: 'Acme', pack: 'sample', audience: 'acme.example' },
        publicKey: acme.publicKey,
        fingerprint: expect.stringMatching(/^\w+( |-)\w+/) as unknown,
        title: 'Sample',
      },
    });
    expect(Object.values(await kept()).flat()).toEqual([]);
    expect(await journal()).toEqual([]);
  });

  it('is taken once the person trusts its key: the key, its audience, and what it brought are kept with it', async () => {
    const text = await signed({}, acme, { audience: 'acme.example', expiresAt: NOW + DAY_MS });
    expect(use(await take(text, trusting(acme)))).toBe('now');
    const { digest } = (await db.packs.get(['sample', '1.0.0']))!;
    expect(await db.packs.toArray()).toMatchObject([
      {
        source: 'file',
        layer: 'team',
        signature: { key: acme.id, publisher: 'Acme', audience: 'acme.example', issuedAt: ISSUED, expiresAt: NOW + DAY_MS },
      },
    ]);
    expect(await db.trust.toArray()).toEqual([
      { key: acme.id, publicKey: acme.publicKey, publisher: 'Acme', audience: 'acme.example', how: 'first-use', at: NOW },
    ]);
    expect(await db.accepted.toArray()).toEqual([{ key: acme.id, pack: 'sample', version: '1.0.0', digest, issuedAt: ISSUED, at: NOW }]);
    expect(await journal()).toEqual(['pack-added', 'key-trusted', 'pack-activated']);
  });

  it('is not asked about a second time, nor by an update', async () => {
    await take(await signed(), trusting(acme));
    expect(use(await take(await signed({ version: '1.1.0' })))).toBe('now');
    expect(await used()).toEqual(['sample 1.1.0 team']);
  });

  it('is asked about again when its key was forgotten; what it brought stays', async () => {
    await take(await signed(), trusting(acme));
    await forgetKey(db, acme.id, stamp());
    expect(await used()).toEqual(['sample 1.0.0 team']);
    expect(use(await take(await signed({ version: '1.1.0' })))).toBe('ask');
  });

  it('by a key of the person’s own asks nobody', async () => {
    await db.keys.put({ ...acme, name: 'Ann', createdAt: 1 });
    expect(use(await take(await signed()))).toBe('now');
  });

  it('by a key that the policy names asks nobody, and the policy’s keys are kept by the policy alone', async () => {
    const policy = { trustedKeys: [{ key: acme.publicKey, publisher: 'Acme' }] };
    expect(use(await take(await signed(), { source: 'file' }, { policy }))).toBe('now');
    expect(await db.trust.toArray()).toEqual([]);
  });

  it('by the key that comes after one that is trusted: the new one is kept with the one before', async () => {
    await take(await signed(), trusting(acme));
    const rotations = [await signRotation(next.publicKey, ISSUED, acme), await signRotation(third.publicKey, ISSUED, next)];
    expect(use(await take(await signed({ version: '1.1.0' }, third, { rotations })))).toBe('now');
    expect(await db.trust.bulkGet([next.id, third.id])).toMatchObject([
      { how: 'rotation', replaces: acme.id, publicKey: next.publicKey },
      { how: 'rotation', replaces: next.id, publicKey: third.publicKey },
    ]);
  });

  it.each<[string, Here, boolean]>([
    ['that somebody here trusted', {}, true],
    ['that the policy names', { policy: { trustedKeys: [{ key: acme.publicKey, publisher: 'Acme' }] } }, false],
  ])('by the successor of a key %s can revoke it: nothing of it is taken any more', async (_what, here, isTrusted) => {
    await take(await signed(), isTrusted ? trusting(acme) : { source: 'file' }, here);
    const rotations = [await signRotation(next.publicKey, ISSUED, acme)];
    await take(await signed({ version: '1.1.0' }, next, { rotations, revokes: [acme.id] }), { source: 'file' }, here);
    expect(await db.trust.get(acme.id)).toMatchObject({ publicKey: acme.publicKey, revokedAt: NOW, revokedBy: next.id });
    expect((await journal()).filter((type) => type === 'key-revoked')).toHaveLength(1);
    expect(use(await take(await signed({ id: 'another' }), { source: 'file' }, here))).toBe('revoked-key');
    expect(use(await take(await signed({ version: '1.2.0' }, next), { source: 'file' }, here))).toBe('now');
  });

  it('takes the place of a draft of the same version, and is used itself', async () => {
    await take(packText({ title: 'Draft' }), { source: 'file' }, { now: NOW - 5 });
    await take(await signed(), trusting(acme));
    expect(await db.packs.toArray()).toMatchObject([{ pack: { title: 'Sample' }, signature: { key: acme.id }, active: 1, activeAt: NOW }]);
  });

  it('that was signed once more counts by its later signature, in whatever order they come', async () => {
    await take(await signed({}, acme, { issuedAt: ISSUED + 5_000 }), trusting(acme));
    await take(await signed());
    expect(await db.accepted.toArray()).toMatchObject([{ issuedAt: ISSUED + 5_000 }]);
  });
});

describe('is refused, and journalled, and nothing else is changed', () => {
  const older = () => signed({ version: '0.9.0' });
  it.each<[string, () => Promise<string> | string, string, Here?, Origin?]>([
    ['where people may add no packs', () => packText(), 'not-allowed', { policy: { choosePacks: false } }],
    ['a signed one too, where people may add no packs', () => signed(), 'not-allowed', { policy: { choosePacks: false } }],
    ['where it must be signed', () => packText(), 'not-signed', { policy: { requireSigned: true } }],
    ['from a subscription too, where it must be signed', () => packText(), 'not-signed', { policy: { requireSigned: true } }, from(URL_A)],
    ['that is no pack', () => '{"format":1}', 'invalid'],
    ['that is no JSON', () => 'Name,Stage\nAcme,Won', 'invalid'],
    ['that gives a key twice', () => packText().replace('{', '{"id":"other",'), 'invalid'],
    ['that has code for a key', () => packText({ onload: 'alert(1)' }), 'invalid'],
    ['that says to be of another kind', () => '{"payload":"","protected":"","signature":""}', 'malformed'],
    ['with a letter more', async () => `${await signed({ version: '2.0.0' })} `, 'malformed'],
    ['older than what its key brought', older, 'older'],
    ['with other content under the same version', () => signed({ title: 'Changed' }), 'other-bytes'],
    ['by another key, of a pack that one brought', () => signed({ version: '2.0.0' }, other), 'other-key', {}, trusting(other)],
    ['whose key the policy revokes', () => signed({ version: '2.0.0' }), 'revoked-key', { policy: { revokedKeys: [acme.id] } }],
    [
      'whose key the policy does not name',
      () => signed({ version: '2.0.0' }),
      'untrusted-key',
      { policy: { trustedKeys: [{ key: other.publicKey, publisher: 'Globex' }] } },
    ],
    [
      'for another organisation',
      () => signed({ version: '2.0.0' }, acme, { audience: 'globex.example' }),
      'other-organisation',
      { policy: { organisation: 'acme.example' } },
    ],
    ['that is over', () => signed({ version: '2.0.0' }, acme, { expiresAt: NOW - 1_000 }), 'expired'],
    ['with the clock set back', () => signed({ version: '2.0.0' }), 'clock-back', { now: ISSUED - 2 * DAY_MS }],
    ['that needs a newer Handrail', () => signed({ version: '2.0.0', minimumExtension: '99.0.0' }), 'needs-newer'],
    [
      'that needs a newer Handrail, by a key that is trusted with it',
      () => signed({ id: 'new', minimumExtension: '99.0.0' }, other),
      'needs-newer',
      {},
      trusting(other),
    ],
    [
      'that is no pack, by a key that is trusted with it',
      () => signed({ id: 'new' }, other).then((text) => text.slice(0, -9)),
      'malformed',
      {},
      trusting(other),
    ],
  ])('%s', async (_what, text, why, here, origin) => {
    await take(await signed(), trusting(acme));
    const before = await kept();
    const entries = await db.journal.count();

    expect(use(await take(await text(), origin, here))).toBe(why);
    expect(await kept()).toEqual(before);
    expect((await db.journal.toArray()).slice(entries)).toMatchObject([{ type: 'pack-refused', why }]);
  });

  it('a draft with other content under a version that is here', async () => {
    await take(packText());
    const before = await kept();
    expect(await take(packText({ title: 'Changed' }))).toEqual({
      kind: 'refused',
      refusal: { why: 'other-bytes', version: '1.0.0' },
      pack: 'sample',
      version: '1.0.0',
    });
    expect(await kept()).toEqual(before);
  });

  it('whole, where the disk fails halfway: neither the pack nor its key is kept', async () => {
    db.accepted.hook('creating', () => {
      throw new Error('disk full');
    });
    await expect(take(await signed(), trusting(acme))).rejects.toThrow('disk full');
    expect(Object.values(await kept()).flat()).toEqual([]);
    expect(await journal()).toEqual([]);
  });
});

describe('a pack that is here already', () => {
  const goBack = async (): Promise<void> => {
    await activatePack(db, 'sample', '1.0.0', stamp(NOW), { back: true });
  };

  it('is kept by a subscription that has given it: somebody may have gone back from it', async () => {
    await subscribed(URL_A);
    await take(packText(), from(URL_A));
    await take(packText({ version: '1.1.0' }), from(URL_A));
    await db.subscriptions.update(URL_A, { pack: 'sample' });
    await goBack();
    expect(await take(packText({ version: '1.1.0' }), from(URL_A))).toMatchObject({ isNew: false, use: 'kept' });
    expect(await used()).toEqual(['sample 1.0.0 team']);
    expect(use(await take(packText({ version: '1.2.0' }), from(URL_A)))).toBe('now');
  });

  it('is used again when its file is opened', async () => {
    await take(packText());
    await take(packText({ version: '1.1.0' }));
    await goBack();
    expect(await take(packText({ version: '1.1.0' }))).toMatchObject({ isNew: false, use: 'now' });
    expect(await used()).toEqual(['sample 1.1.0 personal']);
  });

  it('comes to be the company’s, from there, when the company’s subscription brings it', async () => {
    await take(packText());
    await subscribed(URL_A);
    expect(await take(packText(), from(URL_A, 'company'))).toMatchObject({ isNew: false, use: 'now' });
    expect(await db.packs.toArray()).toMatchObject([{ layer: 'company', source: 'subscription', url: URL_A, active: 1 }]);
  });

  it('is used again by a subscription that is new, after it was put away', async () => {
    await addPack(db, pack({ id: 'sample' }), { source: 'subscription', layer: 'company', url: URL_B }, stamp());
    await subscribed(URL_A);
    expect(use(await take(JSON.stringify(pack({ id: 'sample' })), from(URL_A, 'company')))).toBe('now');
  });

  it('stays the company’s, whatever else brings it', async () => {
    await take(packText(), from(URL_A, 'company'));
    await take(packText({ version: '1.1.0' }), from(URL_B, 'team'));
    expect(await used()).toEqual(['sample 1.1.0 company']);
  });
});

describe('a pack that is not for everybody, or not for today', () => {
  it.each<[string, object, Here, string, string?]>([
    ['waits for its day', { from: '2026-12-01' }, {}, 'later', '2026-12-01'],
    ['is used on its day', { from: '2026-11-24' }, {}, 'now'],
    ['waits for a group that the person is not in', { groups: ['pilot'] }, { groups: ['south'] }, 'later'],
    ['is used in its group', { groups: ['pilot'] }, { groups: ['south', 'pilot'] }, 'now'],
    ['waits for a role that the person does not have', { roles: ['ae'] }, { roles: ['sdr'] }, 'later'],
    ['is used in its role', { roles: ['ae'] }, { roles: ['ae'] }, 'now'],
  ])('%s', async (_what, rollout, here, expected, day) => {
    await take(packText());
    const admission = await take(packText({ version: '1.1.0', roles: [{ id: 'ae', title: 'AE' }], rollout }), undefined, here);
    expect(use(admission)).toBe(expected);
    expect('from' in admission ? admission.from : undefined).toBe(day);
    expect(await used()).toEqual([`sample ${expected === 'now' ? '1.1.0' : '1.0.0'} personal`]);
    expect(await waiting()).toEqual(expected === 'now' ? [] : ['1.1.0']);
  });

  it('waits on when its subscription gives it again', async () => {
    await subscribed(URL_A);
    const text = packText({ rollout: { from: '2026-12-01' } });
    await take(text, from(URL_A));
    await db.subscriptions.update(URL_A, { pack: 'sample' });
    expect(await take(text, from(URL_A))).toMatchObject({ isNew: false, use: 'later' });
    expect(await waiting()).toEqual(['1.0.0']);
  });

  it('waits no more when a newer version is used; one that is newer still waits on', async () => {
    for (const [version, day] of [
      ['1.1.0', '2026-12-01'],
      ['1.3.0', '2026-12-02'],
    ])
      await take(packText({ version, rollout: { from: day } }));
    await take(packText({ version: '1.2.0' }));
    expect(await waiting()).toEqual(['1.3.0']);
  });
});
