/** Signed packs, good ones and one for each way of being refused, made anew by fresh keys at every run. */
import { grantCode } from '../../../lib/approval/grant';
import { signPack } from '../../../lib/pack/signed/envelope';
import { encode, sign } from '../../../lib/signing/jws';
import { hmacJws } from '../../unit/lib/signing/raw';
import {
  DAY_MS,
  fileOf,
  flipped,
  headerOf,
  ISSUED,
  type Keys,
  makeKeys,
  NOW,
  packText,
  partsOf,
  rawFile,
  trusted,
  trusting,
} from './parts';
import { bound, ratchet } from './bound';
import { rotated } from './rotated';
import { HEADER_SPOILT, type Row, WRONG_PARTS, wrongHeader } from './row';
import { encoded } from './written';
import type { Vector } from './vector';

export async function makeVectors(): Promise<Vector[]> {
  const keys = await makeKeys();
  const here = trusting([trusted(keys.acme)]);
  const groups = await Promise.all([
    taken(keys),
    changed(keys),
    confused(keys),
    encoded(keys),
    bound(keys, here),
    ratchet(keys),
    rotated(keys),
  ]);
  return groups.flat().map(([name, text, outcome, more]) => ({ name, text, outcome, trusting: here, now: NOW, ...more }));
}

async function taken({ acme, other }: Keys): Promise<Row[]> {
  const good = await signPack(packText(), { issuedAt: ISSUED }, acme);
  const strange = await signPack(packText(), { issuedAt: ISSUED }, other);
  const pinned = trusting([trusted(acme, { how: 'policy' })], { mayTrust: false });
  return [
    ['by a key that somebody here trusted', good, 'good: first-use'],
    ['by a key that the policy names', good, 'good: policy', { trusting: pinned }],
    ['by a key that nobody here trusts', strange, 'ask'],
    ['by a key that the person has just decided to trust', strange, 'good: first-use', { trusts: other.id }],
    ['by a key, while the person decided to trust another', strange, 'ask', { trusts: acme.id }],
    ['a pack in YAML', await signPack(`# ours\n${packText()}`, { issuedAt: ISSUED }, acme), 'good: first-use'],
    [
      'a pack with letters of many bytes',
      await signPack(packText({ title: 'Größe 世界 🙂' }), { issuedAt: ISSUED }, acme),
      'good: first-use',
    ],
    ['with a day on which it ends', await signPack(packText(), { issuedAt: ISSUED, expiresAt: NOW + 1000 }, acme), 'good: first-use'],
    ['not signed', packText(), 'not-signed'],
    ['not trusted, where the policy names the keys', strange, 'untrusted-key', { trusting: pinned }],
    ['not trusted by policy, whatever the person decides', strange, 'untrusted-key', { trusting: pinned, trusts: other.id }],
    ['by a revoked key', good, 'revoked-key', { trusting: trusting([trusted(acme)], { revoked: new Set([acme.id]) }) }],
    [
      'by a revoked key that the person decides to trust',
      strange,
      'revoked-key',
      { trusting: trusting([], { revoked: new Set([other.id]) }), trusts: other.id },
    ],
  ];
}

async function changed({ acme, other }: Keys): Promise<Row[]> {
  const good = await signPack(packText(), { issuedAt: ISSUED }, acme);
  const parts = partsOf(good);
  const more = partsOf(await signPack(packText({ title: 'Another' }), { issuedAt: ISSUED }, acme));
  return [
    ['a flipped bit in the pack', fileOf({ ...parts, payload: flipped(parts.payload, 81) }), 'forged'],
    ['a flipped bit in the signature', fileOf({ ...parts, signature: flipped(parts.signature) }), 'forged'],
    ['a flipped bit in the header', fileOf({ ...parts, protected: flipped(parts.protected) }), HEADER_SPOILT],
    [
      'another version in the header',
      fileOf({ ...parts, protected: encode(JSON.stringify(headerOf(acme, { version: '1.0.1' }))) }),
      'forged',
    ],
    ['the pack of another file', fileOf({ ...parts, payload: more.payload }), 'forged'],
    ['the signature of another file', fileOf({ ...parts, signature: more.signature }), 'forged'],
    ['an empty pack', fileOf({ ...parts, payload: '' }), 'forged'],
    ['signed by another key that says it is ours', await rawFile(headerOf(acme), packText(), other), 'forged'],
    ['a signature of nothing but zeros', fileOf({ ...parts, signature: 'A'.repeat(86) }), 'forged'],
  ];
}

async function confused(keys: Keys): Promise<Row[]> {
  const { acme, other } = keys;
  const good = await signPack(packText(), { issuedAt: ISSUED }, acme);
  const parts = partsOf(good);
  const hmac = async (secret: Uint8Array<ArrayBuffer>, alg: string) => {
    const [header = '', payload = '', signature = ''] = (await hmacJws(headerOf(acme, { alg }), packText(), secret)).split('.');
    return fileOf({ payload, protected: header, signature });
  };
  const approval = await grantCode(
    { record: 'salesforce|acme.lightning.force.com|Opportunity|0065g00000LzAbCAAV', pack: 'sample', approval: 'discount' },
    { now: ISSUED, until: NOW + DAY_MS, key: acme },
  );
  const [, grantHeader = '', grantBody = '', grantSignature = ''] = approval.split('.');
  const idOfAcme = 'malformed: the id of its key is that of another key';
  return [
    ['another key under the id of ours', await rawFile(headerOf(acme, { key: other.publicKey }), packText(), other), idOfAcme],
    ['our key under the id of another', await rawFile(headerOf(other, { key: acme.publicKey }), packText(), acme), idOfAcme],
    ['no algorithm', await rawFile(headerOf(acme, { alg: 'none' }), packText(), acme), wrongHeader('“alg”')],
    [
      'no algorithm and no signature',
      fileOf({ ...parts, protected: encode(JSON.stringify(headerOf(acme, { alg: 'none' }))), signature: '' }),
      WRONG_PARTS,
    ],
    ['the older name of the algorithm', await rawFile(headerOf(acme, { alg: 'EdDSA' }), packText(), acme), wrongHeader('“alg”')],
    ['HMAC with the public key as its secret', await hmac(new TextEncoder().encode(acme.publicKey), 'HS256'), WRONG_PARTS],
    ['HMAC under our own header', await hmac(new TextEncoder().encode(acme.publicKey), 'Ed25519'), WRONG_PARTS],
    ['another purpose', await rawFile(headerOf(acme, { typ: 'handrail-pack+2' }), packText(), acme), wrongHeader('“typ”')],
    ['no purpose', await rawFile(headerOf(acme, { typ: undefined }), packText(), acme), HEADER_SPOILT],
    ['a whole key in the header', await rawFile(headerOf(acme, { jwk: { x: other.publicKey } }), packText(), acme), wrongHeader('“jwk”')],
    ['an address for its key', await rawFile(headerOf(acme, { jku: 'https://example.com' }), packText(), acme), wrongHeader('“jku”')],
    ['something critical', await rawFile(headerOf(acme, { crit: ['exp'] }), packText(), acme), wrongHeader('“crit”')],
    ['a pack that is not encoded', await rawFile(headerOf(acme, { b64: false, crit: ['b64'] }), packText(), acme), wrongHeader('“b64”')],
    [
      'an approval in the parts of a pack',
      fileOf({ payload: grantBody, protected: grantHeader, signature: grantSignature }),
      HEADER_SPOILT,
    ],
    [
      'an approval’s signature under the header of a pack',
      fileOf({ payload: grantBody, protected: parts.protected, signature: grantSignature }),
      'forged',
    ],
    ['an approval as it is', approval, 'not-signed'],
    [
      'the pack under the header of an approval',
      await rawFile({ alg: 'Ed25519', kid: acme.id, typ: 'HRA1' }, packText(), acme),
      HEADER_SPOILT,
    ],
    ['a compact JWS', await sign(packText(), 'handrail-pack+1', acme), 'not-signed'],
    ['several signatures, as a general JWS has them', JSON.stringify({ payload: parts.payload, signatures: [parts] }), WRONG_PARTS],
  ];
}
