// @vitest-environment node
/** What a check of a signed pack hands over for keeping. What is refused, and why: the vectors. */
import { expect, it } from 'vitest';
import { checkSigned, type Checked } from '../../../../../lib/pack/signed/check';
import { digestOf, signPack } from '../../../../../lib/pack/signed/envelope';
import { signRotation } from '../../../../../lib/pack/signed/rotation';
import { whatIsTrusted } from '../../../../../lib/pack/signed/trusting';
import { accepted, ISSUED, makeKeys, NOW, packText, trusted, trusting } from '../../../../vectors/signed/parts';

const { acme, next, third, other } = await makeKeys();
const toNext = await signRotation(next.publicKey, ISSUED, acme);
const toThird = await signRotation(third.publicKey, ISSUED, next);
const by = (key = acme, terms: object = {}) => signPack(packText(), { issuedAt: ISSUED, ...terms }, key);

function good(checked: Checked): Extract<Checked, { kind: 'good' }> {
  if (checked.kind !== 'good') throw new Error(JSON.stringify(checked));
  return checked;
}

it('the pack, its very bytes, their digest, and what was signed about it', async () => {
  const text = await by(acme, { audience: 'acme.example', expiresAt: NOW + 5000 });
  const checked = good(await checkSigned(text, trusting([trusted(acme)]), NOW));
  expect(checked).toMatchObject({
    claims: {
      key: acme.id,
      pack: 'sample',
      version: '1.0.0',
      publisher: 'Acme',
      audience: 'acme.example',
      issuedAt: ISSUED,
      expiresAt: NOW + 5000,
      revokes: [],
    },
    publicKey: acme.publicKey,
    text: packText(),
    digest: await digestOf(packText()),
    newKeys: [],
    revokes: [],
  });
  expect(checked.pack.title).toBe('Sample');
});

it('for a key that nobody trusts yet: all that the person is asked about', async () => {
  expect(await checkSigned(await by(other), trusting([]), NOW)).toMatchObject({
    kind: 'ask',
    claims: { key: other.id, publisher: 'Acme' },
    publicKey: other.publicKey,
    pack: { title: 'Sample' },
  });
});

it('trusted on first use, a key counts for the publisher and the organisation that were shown', async () => {
  const text = await by(other, { audience: 'acme.example' });
  expect(good(await checkSigned(text, trusting([]), NOW, other.id)).by).toEqual({
    publisher: 'Acme',
    audience: 'acme.example',
    how: 'first-use',
  });
});

it('the keys that its statements lead to, oldest first, for the publisher and the organisation of the first', async () => {
  const text = await by(third, { rotations: [toThird, toNext, await signRotation(other.publicKey, ISSUED, acme)] });
  const { by: how, newKeys } = good(
    await checkSigned(text, trusting([trusted(acme, { publisher: 'Acme Ltd', audience: 'acme.example' })]), NOW),
  );
  const same = { publisher: 'Acme Ltd', audience: 'acme.example', how: 'rotation' };
  // The statement about a key that has nothing to do with this pack is no reason to trust that one.
  expect(newKeys).toEqual([
    { ...same, key: next.id, publicKey: next.publicKey, replaces: acme.id },
    { ...same, key: third.id, publicKey: third.publicKey, replaces: next.id },
  ]);
  expect(how).toEqual(newKeys[1]);
});

it('revocations count for the keys that this one took the place of, and for no others', async () => {
  const revokes = [acme.id, next.id, third.id, other.id];
  const text = await by(third, { rotations: [toNext, toThird], revokes });
  const here = trusting([trusted(acme), trusted(other)]);
  expect(good(await checkSigned(text, here, NOW)).revokes).toEqual([acme.id, next.id]);
  expect(
    good(
      await checkSigned(
        text,
        {
          ...here,
          revoked: new Set([next.id]),
          keys: new Map([
            ...here.keys,
            trusted(third, { how: 'rotation', replaces: next.id }),
            trusted(next, { how: 'rotation', replaces: acme.id }),
          ]),
        },
        NOW,
      ),
    ).revokes,
  ).toEqual([acme.id]);
  expect(good(await checkSigned(await by(other, { revokes }), here, NOW)).revokes).toEqual([]);
});

it('a person’s decision does not hand over what another key brought', async () => {
  const here = trusting([trusted(acme)], { accepted: [await accepted(acme, packText())] });
  expect(await checkSigned(await by(other), here, NOW, other.id)).toEqual({
    kind: 'refused',
    refusal: { why: 'other-key', key: other.id, known: acme.id },
  });
});

it('nothing that comes in is changed', async () => {
  const here = Object.freeze(trusting([trusted(acme)]));
  const [keys, revoked] = [new Map(here.keys), new Set(here.revoked)];
  good(await checkSigned(await by(next, { rotations: [toNext], revokes: [acme.id] }), here, NOW));
  expect([here.keys, here.revoked]).toEqual([keys, revoked]);
});

const NO_POLICY = { trustedKeys: [], revokedKeys: [], organisation: '' };
const kept = (key: typeof acme, more: object = {}) => ({
  key: key.id,
  publisher: 'Acme',
  audience: null,
  how: 'first-use' as const,
  ...more,
});

it.each<[string, Parameters<typeof whatIsTrusted>[0], Parameters<typeof whatIsTrusted>[1], object]>([
  ['nothing', NO_POLICY, [], { keys: [], revoked: [], mayTrust: true, organisation: null }],
  [
    'keys that people trust',
    NO_POLICY,
    [kept(acme), kept(next, { how: 'rotation', replaces: acme.id })],
    { keys: [acme.id, next.id], mayTrust: true },
  ],
  [
    'a key that a policy names',
    { ...NO_POLICY, trustedKeys: [{ key: other.publicKey, publisher: 'Acme' }] },
    [kept(acme)],
    { keys: [other.id], mayTrust: false },
  ],
  [
    'the keys that come after one that a policy names, in any order',
    { ...NO_POLICY, trustedKeys: [{ key: acme.publicKey, publisher: 'Acme' }] },
    [kept(third, { how: 'rotation', replaces: next.id }), kept(next, { how: 'rotation', replaces: acme.id }), kept(other)],
    { keys: [acme.id, next.id, third.id] },
  ],
  [
    'keys that a policy or their successor revoked',
    { ...NO_POLICY, revokedKeys: [other.id] },
    [kept(acme, { revokedAt: 1 }), kept(next)],
    { revoked: [other.id, acme.id] },
  ],
  ['an organisation', { ...NO_POLICY, organisation: 'acme.example' }, [], { organisation: 'acme.example' }],
])('what is trusted here: %s', async (_, policy, rows, expected) => {
  const { keys, revoked, ...rest } = await whatIsTrusted(policy, rows, []);
  expect({ ...rest, keys: [...keys.keys()], revoked: [...revoked] }).toMatchObject(expected);
});
