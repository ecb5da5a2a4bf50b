/** Signed packs by keys that come after others, with the statements that say so, good ones and forged ones. */
import { signPack } from '../../../lib/pack/signed/envelope';
import { signRotation } from '../../../lib/pack/signed/rotation';
import { encode, sign } from '../../../lib/signing/jws';
import { rawJws } from '../../unit/lib/signing/raw';
import { accepted, headerOf, ISSUED, type Keys, packText, rawFile, trusted, trusting } from './parts';
import { type Row } from './row';

export async function rotated({ acme, next, third, other }: Keys): Promise<Row[]> {
  const toNext = await signRotation(next.publicKey, ISSUED, acme);
  const toThird = await signRotation(third.publicKey, ISSUED, next);
  const back = await signRotation(acme.publicKey, ISSUED, next);
  const stolen = await signRotation(other.publicKey, ISSUED, next);
  const by = (key = next, rotations = [toNext], more = {}) =>
    signPack(packText({ version: '1.1.0' }), { issuedAt: ISSUED, rotations, ...more }, key);
  const raw = (key: typeof next, rotations: string[]) => rawFile(headerOf(key), packText(), key, { rotations });
  const accept = { trusting: trusting([trusted(acme)], { accepted: [await accepted(acme, packText({ version: '9.0.0' }))] }) };
  const pinned = trusting([trusted(acme, { how: 'policy' })], { mayTrust: false });
  const revoked = trusting([trusted(acme)], { revoked: new Set([acme.id]) });
  const [header = '', body = '', signature = ''] = toNext.split('.');
  const forged = await rawJws(
    { alg: 'Ed25519', kid: acme.id, typ: 'handrail-rotation+1' },
    { key: acme.publicKey, next: other.publicKey, at: ISSUED / 1000 },
    other.privateKey,
  );
  const notOne = 'malformed: a statement about a new key in it is none';
  return [
    ['by the key that comes after ours', await by(), 'good: rotation'],
    ['by the key that comes after ours, of a pack that ours brought', await by(), 'good: rotation', accept],
    ['by the key that comes after the one that the policy names', await by(), 'good: rotation', { trusting: pinned }],
    ['by the key after that', await by(third, [toThird, toNext]), 'good: rotation'],
    ['by the key after that, with a link missing', await by(third, [toThird]), 'ask'],
    [
      'by the key after that, with a link missing, where the policy names the keys',
      await by(third, [toThird]),
      'untrusted-key',
      { trusting: pinned },
    ],
    [
      'by our key, after one that came later took its pack over',
      await signPack(packText({ version: '99.0.0' }), { issuedAt: ISSUED }, acme),
      'other-key',
      {
        trusting: trusting([trusted(acme), trusted(next, { how: 'rotation', replaces: acme.id })], {
          accepted: [await accepted(acme, packText(), { at: 1 }), await accepted(next, packText(), { at: 2 })],
        }),
      },
    ],
    ['by the key that comes after one that is revoked', await by(), 'ask', { trusting: revoked }],
    [
      'by a key that is revoked, brought back by ours',
      await by(),
      'revoked-key',
      { trusting: trusting([trusted(acme)], { revoked: new Set([next.id]) }) },
    ],
    [
      'statements that lead round in a circle, to our key',
      await rawFile(headerOf(acme), packText(), acme, { rotations: [toNext, back] }),
      'good: first-use',
    ],
    ['statements that lead round in a circle, without us', await by(next, [toNext, back]), 'ask', { trusting: trusting([trusted(other)]) }],
    ['a statement that another key signed in the name of ours', await raw(other, [forged]), 'forged'],
    ['a statement by a key that nobody trusts', await raw(other, [stolen]), 'ask'],
    ['a statement about another key than the one that signs', await raw(other, [toNext]), 'ask'],
    [
      'a statement with another key put in',
      await raw(other, [
        `${header}.${encode(JSON.stringify({ key: acme.publicKey, next: other.publicKey, at: ISSUED / 1000 }))}.${signature}`,
      ]),
      'forged',
    ],
    [
      'a statement under the id of another key',
      await raw(other, [`${encode(JSON.stringify({ alg: 'Ed25519', kid: other.id, typ: 'handrail-rotation+1' }))}.${body}.${signature}`]),
      notOne,
    ],
    [
      'by the key after one that is revoked',
      await by(third, [toNext, toThird]),
      'ask',
      { trusting: trusting([trusted(acme)], { revoked: new Set([next.id]) }) },
    ],
    [
      'a statement that is not written as Handrail writes it',
      await raw(next, [
        await sign(JSON.stringify({ next: next.publicKey, key: acme.publicKey, at: ISSUED / 1000 }), 'handrail-rotation+1', acme),
      ]),
      notOne,
    ],
    [
      'a statement with more in it',
      await raw(next, [
        await sign(
          JSON.stringify({ key: acme.publicKey, next: next.publicKey, at: ISSUED / 1000, for: 'all' }),
          'handrail-rotation+1',
          acme,
        ),
      ]),
      notOne,
    ],
    [
      'a statement for another purpose',
      await raw(other, [
        await sign(JSON.stringify({ key: acme.publicKey, next: other.publicKey, at: ISSUED / 1000 }), 'handrail-pack+1', acme),
      ]),
      notOne,
    ],
    ['a statement that is an approval', await raw(other, [await sign('{}', 'HRA1', acme)]), notOne],
    ['a statement that is no statement', await raw(other, ['x']), notOne],
    ['a rotation as a pack', toNext, 'not-signed'],
    ['that revokes the key before, by the key after it', await by(next, [toNext], { revokes: [acme.id] }), 'good: rotation'],
  ];
}
