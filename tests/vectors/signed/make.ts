/** Signed packs, good ones and one for each way of being refused, made anew by fresh keys at every run. */
import { grantCode } from '../../../lib/approval/grant';
import { signPack } from '../../../lib/pack/signed/envelope';
import { signRotation } from '../../../lib/pack/signed/rotation';
import type { Trusting } from '../../../lib/pack/signed/trusting';
import { encode, sign } from '../../../lib/signing/jws';
import { hmacJws, rawJws } from '../../unit/lib/signing/raw';
import {
  accepted,
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
import type { Vector } from './vector';

type Row = [name: string, text: string, outcome: string, more?: Partial<Vector>];

const NOT_AS_WRITTEN = 'malformed: it is not written as Handrail writes it';
const WRONG_PARTS = 'malformed: it does not have the parts of a signed pack';
const wrongHeader = (key: string) => `malformed: the header’s ${key} is not that of a signed pack`;
const HEADER_NOT_AS_WRITTEN = 'malformed: the header is not written as Handrail writes it';

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

const HEADER_SPOILT = wrongHeader('content');

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

async function encoded({ acme, other }: Keys): Promise<Row[]> {
  const good = await signPack(packText(), { issuedAt: ISSUED }, acme);
  const parts = partsOf(good);
  const { protected: header, payload, signature } = parts;
  const raw = (text: string) => rawFile(text, packText(), acme);
  const written = JSON.stringify(headerOf(acme));
  const padded = packText({ title: 'Sample with bits to spare' });
  const spare = [padded, `${padded} `, `${padded}  `].find((text) => encode(text).length % 4 !== 0) ?? '';
  const loose = partsOf(await rawFile(headerOf(acme), spare, acme));
  return [
    ['bytes behind it', `${good}x`, 'malformed: it is not valid JSON'],
    ['a second file behind it', `${good}${good}`, 'malformed: it is not valid JSON'],
    ['a line break behind it', `${good}\n`, NOT_AS_WRITTEN],
    ['a blank before it', ` ${good}`, NOT_AS_WRITTEN],
    ['a byte order mark before it', `\uFEFF${good}`, 'malformed: it is not valid JSON'],
    ['cut short', good.slice(0, -1), 'malformed: it is not valid JSON'],
    ['a blank between its parts', good.replace(',', ', '), NOT_AS_WRITTEN],
    ['saved again with line breaks', JSON.stringify(parts, null, 2), NOT_AS_WRITTEN],
    ['its parts in another order', JSON.stringify({ protected: header, payload, signature }), NOT_AS_WRITTEN],
    ['an escaped letter', good.replace('"signature"', '"sign\\u0061ture"'), NOT_AS_WRITTEN],
    [
      'a part that is given twice',
      good.replace('{', `{"payload":"${encode(packText({ title: 'Another' }))}",`),
      'malformed: it "payload" is given twice',
    ],
    [
      'a signature that is given twice',
      good.replace(',"signature"', `,"signature":"${'A'.repeat(86)}","signature"`),
      'malformed: it "signature" is given twice',
    ],
    ['a part more', good.replace('{', '{"header":{},'), WRONG_PARTS],
    ['a part that nobody knows', good.replace(/\}$/, ',"more":1}'), WRONG_PARTS],
    ['an unprotected algorithm', fileOf(parts, { alg: 'none' }), WRONG_PARTS],
    ['no statements, where there should be some', fileOf(parts, { rotations: [] }), WRONG_PARTS],
    ['more statements than anybody needs', fileOf(parts, { rotations: Array.from({ length: 11 }, () => 'x') }), WRONG_PARTS],
    ['padding behind the signature', good.replace(/"\}$/, '=="}'), WRONG_PARTS],
    ['a signature with spare bits', fileOf({ ...parts, signature: `${signature.slice(0, -1)}${nextLetter(signature)}` }), WRONG_PARTS],
    [
      'a pack with spare bits',
      fileOf({ ...loose, payload: `${loose.payload.slice(0, -1)}${nextLetter(loose.payload)}` }),
      'malformed: the pack in it is not UTF-8 in base64url',
    ],
    ['a pack with padding', fileOf({ ...loose, payload: `${loose.payload}=` }), 'malformed: the pack in it is not UTF-8 in base64url'],
    ['a pack that is not UTF-8', fileOf({ ...parts, payload: '_w' }), 'malformed: the pack in it is not UTF-8 in base64url'],
    ['a header that is no base64', fileOf({ ...parts, protected: '{}' }), 'malformed: the header is not base64url'],
    [
      'a header with a line break in it',
      fileOf({ ...parts, protected: `${header.slice(0, 8)}\n${header.slice(8)}` }),
      'malformed: the header is not base64url',
    ],
    ['a blank in the header', await raw(written.replace(',', ', ')), HEADER_NOT_AS_WRITTEN],
    ['bytes behind the header', await raw(`${written}x`), HEADER_SPOILT],
    ['the header’s keys in another order', await raw(JSON.stringify({ iat: ISSUED / 1000, ...headerOf(acme) })), HEADER_NOT_AS_WRITTEN],
    ['a key id that is given twice', await raw(written.replace('"kid"', `"kid":"${other.id}","kid"`)), HEADER_SPOILT],
    ['a header that is a list', await raw('[]'), HEADER_SPOILT],
    ['nothing in the header', await raw('null'), HEADER_SPOILT],
    ['a publisher that turns the direction of reading', await raw(written.replace('"Acme"', '"\u202EemcA"')), HEADER_NOT_AS_WRITTEN],
    ['a time that is none', await raw(written.replace(/"iat":\d+/, '"iat":1')), wrongHeader('“iat”')],
    [
      'a public key that anybody can sign for',
      await rawFile(headerOf(acme, { key: 'A'.repeat(43) }), packText(), acme),
      wrongHeader('“key”'),
    ],
    ['a pack that is given keys twice', await rawFile(headerOf(acme), packText().replace('{', '{"id":"other",'), acme), 'invalid'],
    ['a pack that is none', await rawFile(headerOf(acme), '{}', acme), 'invalid'],
    ['a pack with another id than its signature says', await rawFile(headerOf(acme, { pack: 'other' }), packText(), acme), 'other-pack'],
    ['with another version', await rawFile(headerOf(acme, { version: '9.0.0' }), packText(), acme), 'other-pack'],
    ['with another publisher', await rawFile(headerOf(acme, { publisher: 'Globex' }), packText(), acme), 'other-pack'],
  ];
}

/** The letter after the last one of some base64url, which differs from it in the lowest bit. */
function nextLetter(encoded: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return letters[letters.indexOf(encoded.at(-1) ?? '') ^ 1] ?? '';
}

/** To an organisation and to a time. */
async function bound({ acme, other }: Keys, here: Trusting): Promise<Row[]> {
  const by = (terms: object, key = acme) => signPack(packText(), { issuedAt: ISSUED, ...terms }, key);
  const forAcme = await by({ audience: 'acme.example' });
  const forGlobex = await by({ audience: 'globex.example' });
  const forAll = await by({});
  const organisation = { ...here, organisation: 'acme.example' };
  const firstUse = trusting([trusted(acme, { audience: 'acme.example' })]);
  const hour = 3_600_000;
  const seen = (issuedAt: number): Partial<Vector> => ({
    trusting: { ...here, accepted: [{ key: other.id, pack: 'else', version: '1.0.0', digest: 'x', issuedAt, at: issuedAt }] },
  });
  const until = await by({ expiresAt: NOW });
  return [
    ['for our organisation, by policy', forAcme, 'good: first-use', { trusting: organisation }],
    ['for another organisation, by policy', forGlobex, 'other-organisation', { trusting: organisation }],
    ['for everybody, where the policy says whose organisation this is', forAll, 'good: first-use', { trusting: organisation }],
    ['for the organisation that its key was trusted for', forAcme, 'good: first-use', { trusting: firstUse }],
    ['for another one than its key was trusted for', forGlobex, 'other-organisation', { trusting: firstUse }],
    [
      'for another one than its key was trusted for, but the policy’s',
      forGlobex,
      'good: first-use',
      { trusting: { ...firstUse, organisation: 'globex.example' } },
    ],
    [
      'for another organisation, by a key that nobody trusts yet',
      await by({ audience: 'globex.example' }, other),
      'other-organisation',
      { trusting: organisation },
    ],
    ['whose time is over', until, 'expired'],
    ['whose time is over in this very moment', await by({ expiresAt: NOW + 1000 }), 'expired', { now: NOW + 1000 }],
    [
      'with the clock set back to before it ended, which a newer signature shows',
      until,
      'expired',
      { ...seen(NOW + hour), now: NOW - 2 * hour },
    ],
    ['with the clock set back by a year', forAll, 'clock-back', { ...seen(NOW), now: NOW - 365 * DAY_MS }],
    ['with the clock set back by a day and a second', forAll, 'clock-back', { ...seen(NOW + DAY_MS + 1000) }],
    ['with the clock back by a day', forAll, 'good: first-use', { ...seen(NOW + DAY_MS) }],
    ['signed in an hour from now', await by({ issuedAt: NOW + hour }), 'not-yet'],
    ['signed by a clock that is ten minutes fast', await by({ issuedAt: NOW + hour / 6 }), 'good: first-use'],
  ];
}

async function ratchet({ acme, other }: Keys): Promise<Row[]> {
  const by = (version: string, change: object = {}, key = acme) => signPack(packText({ version, ...change }), { issuedAt: ISSUED }, key);
  const known = await accepted(acme, packText({ version: '1.9.0' }));
  const here = (...rows: (typeof known)[]) => ({ trusting: trusting([trusted(acme), trusted(other)], { accepted: rows }) });
  const [mine, theirs] = [known, await accepted(other, packText({ id: 'their-own', version: '99.0.0' }))];
  return [
    ['a newer version', await by('1.10.0'), 'good: first-use', here(mine)],
    ['an older version', await by('1.8.9'), 'older', here(mine)],
    ['the same version once more', await by('1.9.0'), 'good: first-use', here(mine)],
    ['the same version with other bytes', await by('1.9.0', { title: 'Changed' }), 'other-bytes', here(mine)],
    [
      'the same version with a blank more',
      await signPack(`${packText({ version: '1.9.0' })} `, { issuedAt: ISSUED }, acme),
      'other-bytes',
      here(mine),
    ],
    ['an older version than one of another pack', await by('1.9.0'), 'good: first-use', here(mine, theirs)],
    ['a newer version by another key that is trusted too', await by('2.0.0', {}, other), 'other-key', here(mine)],
    [
      'by another key, where the one before is not trusted any more',
      await by('1.0.0', {}, other),
      'good: first-use',
      { trusting: trusting([trusted(other)], { accepted: [mine] }) },
    ],
    [
      'by another key, where the one before is revoked',
      await by('1.0.0', {}, other),
      'good: first-use',
      { trusting: trusting([trusted(acme), trusted(other)], { accepted: [mine], revoked: new Set([acme.id]) }) },
    ],
    [
      'by a key that nobody trusts, of a pack that another one brought',
      await by('2.0.0', {}, other),
      'other-key',
      { trusting: trusting([trusted(acme)], { accepted: [mine] }), trusts: other.id },
    ],
  ];
}

async function rotated({ acme, next, third, other }: Keys): Promise<Row[]> {
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
