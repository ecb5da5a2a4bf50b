// @vitest-environment node
/** Signed texts: only what one of our keys signed for this very purpose, written as we write it, is taken. */
import { base64url } from 'jose';
import { describe, expect, it } from 'vitest';
import { decode, encode, sign, verify } from '../../../../lib/signing/jws';
import { makeKey } from '../../../../lib/signing/key';
import { hmacJws, rawJws, segment } from './raw';

const TYP = 'TEST1';
const [dana, sam, stranger] = await Promise.all([makeKey(), makeKey(), makeKey()]);
const keys = new Map([dana, sam].map((key) => [key.id, key]));
const good = await sign('{"a":1}', TYP, dana);
const [header = '', payload = '', signature = ''] = good.split('.');
const kindOf = async (jws: string, typ = TYP) => (await verify(jws, typ, keys)).kind;
const ours = { alg: 'Ed25519', kid: dana.id, typ: TYP };

it('what was signed comes back with the key that signed it', async () => {
  expect(await verify(good, TYP, keys)).toMatchObject({ kind: 'signed', payload: '{"a":1}', key: { id: dana.id } });
});

it('is a compact JWS that says its algorithm, its key and its purpose', () => {
  expect(JSON.parse(decode(header) ?? '')).toEqual(ours);
});

it('the same text signed again is the same', async () => {
  expect(await sign('{"a":1}', TYP, dana)).toBe(good);
});

describe('is refused:', () => {
  it.each<[why: string, jws: () => string | Promise<string>, kind: string]>([
    ['nothing', () => '', 'malformed'],
    ['two parts', () => `${header}.${payload}`, 'malformed'],
    ['four parts', () => `${good}.${signature}`, 'malformed'],
    ['no signature', () => `${header}.${payload}.`, 'malformed'],
    ['a signature that is cut short', () => good.slice(0, -1), 'malformed'],
    ['a signature with more behind it', () => `${good}A`, 'malformed'],
    ['padding', () => `${good}==`, 'malformed'],
    ['the signature of another text', async () => `${header}.${segment('{"a":2}')}.${signature}`, 'forged'],
    ['the payload of another text', async () => `${header}.${(await sign('{"a":2}', TYP, dana)).split('.')[1]}.${signature}`, 'forged'],
    ['another key that says it is ours', () => rawJws(ours, '{"a":1}', stranger.privateKey), 'forged'],
    ['one of our keys that says it is the other', () => rawJws({ ...ours, kid: sam.id }, '{"a":1}', dana.privateKey), 'forged'],
    ['a key that is not ours', () => sign('{"a":1}', TYP, stranger), 'unknown-key'],
    ['no algorithm', () => `${segment({ ...ours, alg: 'none' })}.${payload}.`, 'malformed'],
    ['no algorithm, with a signature', () => `${segment({ ...ours, alg: 'none' })}.${payload}.${signature}`, 'malformed'],
    [
      'HMAC with the public key’s bytes as its secret',
      () => hmacJws({ ...ours, alg: 'HS256' }, '{"a":1}', new Uint8Array(base64url.decode(dana.publicKey))),
      'malformed',
    ],
    [
      'HMAC with the public key’s letters as its secret',
      () => hmacJws({ ...ours, alg: 'HS256' }, '{"a":1}', new TextEncoder().encode(dana.publicKey)),
      'malformed',
    ],
    ['HMAC under our own header', () => hmacJws(ours, '{"a":1}', new TextEncoder().encode(dana.publicKey)), 'malformed'],
    ['the older name of the algorithm', () => rawJws({ ...ours, alg: 'EdDSA' }, '{"a":1}', dana.privateKey), 'malformed'],
    ['another purpose', () => sign('{"a":1}', 'PACK1', dana), 'malformed'],
    ['no purpose', () => rawJws({ alg: 'Ed25519', kid: dana.id }, '{"a":1}', dana.privateKey), 'malformed'],
    ['no key id', () => rawJws({ alg: 'Ed25519', typ: TYP }, '{"a":1}', dana.privateKey), 'malformed'],
    [
      'a key of its own in the header',
      () => rawJws({ ...ours, jwk: { kty: 'OKP', crv: 'Ed25519', x: stranger.publicKey } }, '{"a":1}', stranger.privateKey),
      'malformed',
    ],
    ['an address for its key', () => rawJws({ ...ours, jku: 'https://example.com' }, '{"a":1}', dana.privateKey), 'malformed'],
    ['something critical', () => rawJws({ ...ours, crit: ['exp'], exp: 1 }, '{"a":1}', dana.privateKey), 'malformed'],
    ['an unencoded payload', () => rawJws({ ...ours, b64: false, crit: ['b64'] }, '{"a":1}', dana.privateKey), 'malformed'],
    [
      'the keys of the header in another order',
      () => rawJws({ typ: TYP, kid: dana.id, alg: 'Ed25519' }, '{"a":1}', dana.privateKey),
      'malformed',
    ],
    [
      'a key id that is given twice',
      () => rawJws(`{"alg":"Ed25519","kid":"${stranger.id}","kid":"${dana.id}","typ":"${TYP}"}`, '{"a":1}', dana.privateKey),
      'malformed',
    ],
    [
      'a blank in the header',
      () => rawJws(`{"alg":"Ed25519", "kid":"${dana.id}","typ":"${TYP}"}`, '{"a":1}', dana.privateKey),
      'malformed',
    ],
    ['a header that is a list', () => rawJws([ours], '{"a":1}', dana.privateKey), 'malformed'],
    ['a payload that is no text', () => `${header}._w.${signature}`, 'malformed'],
  ])('%s', async (_, jws, kind) => {
    expect(await kindOf(await jws())).toBe(kind);
  });

  it('each part with any one of its letters changed', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    const taken: string[] = [];
    for (let at = 0; at < good.length; at++) {
      for (const step of [1, 2, 4, 8, 16, 32]) {
        const letter = letters[(letters.indexOf(good[at] ?? '') + step) % letters.length] ?? '';
        const changed = `${good.slice(0, at)}${letter}${good.slice(at + 1)}`;
        if ((await kindOf(changed)) === 'signed') taken.push(`${at}: ${letter}`);
      }
    }
    expect(taken).toEqual([]);
  });
});

describe('base64url', () => {
  it.each(['', 'a', 'ab', 'Grüße, 世界 🙂', '\uFEFFx'])('%s comes back as it was', (text) => {
    expect(decode(encode(text))).toBe(text);
  });

  it.each([
    ['padding', 'YQ=='],
    ['spare bits', 'YR'],
    ['a blank', 'Y Q'],
    ['a line break', 'YQ\n'],
    ['letters of plain base64', '-_+/'],
    ['one letter too few', 'YWJjZ'],
    ['bytes that are no text', '_w'],
    ['letters that only look the same', 'ＹＱ'],
  ])('with %s is none', (_, text) => {
    expect(decode(text)).toBeNull();
  });
});
