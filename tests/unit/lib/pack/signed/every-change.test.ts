// @vitest-environment node
/** There is one way only to write a signed pack: no byte of one can be another, be taken out or be put in. */
import { assert, asyncProperty, constantFrom, integer, nat, oneof, tuple } from 'fast-check';
import { expect, it } from 'vitest';
import { signPack } from '../../../../../lib/pack/signed/envelope';
import { signRotation } from '../../../../../lib/pack/signed/rotation';
import { headerOf, ISSUED, makeKeys, NOW, packText, partsOf, trusted, trusting } from '../../../../vectors/signed/parts';
import { outcomeOf } from '../../../../vectors/signed/vector';

const { acme, next } = await makeKeys();
const rotations = [await signRotation(next.publicKey, ISSUED, acme)];
const text = await signPack(
  packText(),
  { issuedAt: ISSUED, expiresAt: NOW + 1000, audience: 'acme.example', revokes: [acme.id], rotations },
  next,
);
// Trusted by itself, so that it is not the trust that says no.
const here = trusting([trusted(acme), trusted(next)]);
const outcome = (changed: string) => outcomeOf({ name: '', text: changed, trusting: here, now: NOW, outcome: '' });

it('as it was signed it is taken, and it is what RFC 7515 §7.2.2 calls a flattened JWS', async () => {
  expect(await outcome(text)).toBe('good: first-use');
  const parts = partsOf(text);
  expect(Object.keys(parts)).toEqual(['payload', 'protected', 'signature', 'header']);
  expect(Buffer.from(parts.payload, 'base64url').toString()).toBe(packText());
  expect(JSON.parse(Buffer.from(parts.protected, 'base64url').toString())).toEqual({
    ...headerOf(next),
    aud: 'acme.example',
    exp: (NOW + 1000) / 1000,
    revokes: [acme.id],
  });
});

/** Anywhere, and as often in the parts behind the pack, which is by far the longest. */
const place = oneof(nat(text.length - 1), integer({ min: text.indexOf('","protected"'), max: text.length - 1 }));
const letter = oneof(
  constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/"\\{},: \n'),
  nat(255).map((code) => String.fromCharCode(code)),
);

it('with any one byte changed, taken out or put in it is not', async () => {
  await assert(
    asyncProperty(tuple(place, letter, constantFrom(0, 1)), async ([at, put, keep]) => {
      const changed = text.slice(0, at) + put + text.slice(at + 1 - keep);
      return changed === text || !/^(good|ask)/.test(await outcome(changed));
    }),
    { numRuns: 2000 },
  );
  await assert(
    asyncProperty(place, integer({ min: 1, max: 4 }), async (at, count) => {
      return !/^(good|ask)/.test(await outcome(text.slice(0, at) + text.slice(at + count)));
    }),
    { numRuns: 500 },
  );
});

it('nor with any one bit of the signed parts flipped', async () => {
  const parts = partsOf(text);
  const taken: string[] = [];
  for (const part of ['protected', 'signature'] as const) {
    const bytes = Buffer.from(parts[part], 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      const changed = text.replace(parts[part], flipped.toString('base64url'));
      if (/^(good|ask)/.test(await outcome(changed))) taken.push(`${part} ${bit}`);
    }
  }
  expect(taken).toEqual([]);
});
