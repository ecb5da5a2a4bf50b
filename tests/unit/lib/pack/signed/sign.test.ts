// @vitest-environment node
/** Signing a pack: what cannot be taken anywhere is not signed, and the person is told why. */
import { describe, expect, it } from 'vitest';
import { isSignedPack, mostSignedCharacters, openSignedPack, signPack, type SigningTerms } from '../../../../../lib/pack/signed/envelope';
import { readRotation, signRotation } from '../../../../../lib/pack/signed/rotation';
import { ISSUED, makeKeys, packText } from '../../../../vectors/signed/parts';

const { acme, next, other } = await makeKeys();
const toNext = await signRotation(next.publicKey, ISSUED, acme);

describe('is not signed:', () => {
  it.each<[why: string, text: string, terms: Partial<SigningTerms>, message: RegExp]>([
    ['a pack that cannot be used', packText({ version: 'one' }), {}, /^version: must be three numbers/],
    [
      'a pack whose parts do not fit together',
      packText({
        roles: [
          { id: 'a', title: 'A' },
          { id: 'a', title: 'A' },
        ],
      }),
      {},
      /"a"/,
    ],
    ['no pack', 'hello', {}, /./],
    ['what has expired before', packText(), { expiresAt: ISSUED }, /would have expired/],
    ['what is for nobody', packText(), { audience: '' }, /“aud”/],
    ['what is for somebody with a hidden name', packText(), { audience: 'acme\u202E' }, /not written/],
    ['a time that is none', packText(), { issuedAt: 0 }, /“iat”/],
    ['a revoked key that is none', packText(), { revokes: ['key'] }, /“revokes”/],
    ['a statement that is none', packText(), { rotations: ['x'] }, /statement/],
    ['a statement about another key', packText(), { rotations: [toNext] }, /None of the statements/],
  ])('%s', async (_, text, terms, message) => {
    await expect(signPack(text, { issuedAt: ISSUED, ...terms }, other)).rejects.toThrow(message);
  });

  it('with a key that does not belong to its id', async () => {
    await expect(signPack(packText(), { issuedAt: ISSUED }, { ...acme, privateKey: other.privateKey })).rejects.toThrow('forged');
  });
});

it('times are signed in seconds', async () => {
  const opened = await openSignedPack(await signPack(packText(), { issuedAt: ISSUED + 999, expiresAt: ISSUED + 5999 }, acme));
  expect(opened).toMatchObject({ claims: { issuedAt: ISSUED, expiresAt: ISSUED + 5000 } });
});

it('the same pack signed in the same second is the same file', async () => {
  const once = () => signPack(packText(), { issuedAt: ISSUED }, acme);
  expect(await once()).toBe(await once());
});

it('a file that is far too long is not even read', async () => {
  const text = `{"payload":"${'A'.repeat(mostSignedCharacters)}"}`;
  expect(await openSignedPack(text)).toEqual({ refusal: { why: 'malformed', detail: 'it is longer than 16 million characters' } });
});

it.each([
  ['{"payload":"', true],
  ['  {\n "signature": 1}', true],
  ['{"header":{}}', true],
  [packText(), false],
  ['payload: x', false],
  ['', false],
])('%s means to be a signed pack: %s', (text, expected) => {
  expect(isSignedPack(text)).toBe(expected);
});

it('a rotation says which key comes after which', async () => {
  expect(await readRotation(toNext)).toEqual({ from: acme.id, to: next.id, publicKey: next.publicKey, at: ISSUED });
});
