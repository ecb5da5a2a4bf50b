// @vitest-environment node
/** A key's backup: the passphrase gives the same key back, and nothing else does. */
import { compactDecrypt, CompactEncrypt } from 'jose';
import { describe, expect, it } from 'vitest';
import { makeKeyWithBackup, openBackup, passphraseProblem } from '../../../../lib/signing/backup';
import { sign, verify } from '../../../../lib/signing/jws';
import { keyIdOf, makeKey } from '../../../../lib/signing/key';

const PASSPHRASE = 'correct horse battery';
const made = await makeKeyWithBackup('Sales operations', PASSPHRASE);
if ('refused' in made) throw new Error(made.refused);
const { key, backup } = made;
const file = JSON.parse(backup) as { private: string };
const other = await makeKey();
const changed = (change: object) => JSON.stringify({ ...file, ...change });

it('the key that is kept signs, and cannot be read', async () => {
  expect(key.privateKey).toMatchObject({ type: 'private', extractable: false, usages: ['sign'] });
  await expect(crypto.subtle.exportKey('jwk', key.privateKey)).rejects.toThrow();
  expect(key.id).toBe(await keyIdOf(key.publicKey));
});

it('the passphrase gives back the same key, which cannot be read either', async () => {
  const opened = await openBackup(backup, PASSPHRASE);
  if ('refused' in opened) throw new Error(opened.refused);
  expect(opened).toMatchObject({ name: 'Sales operations', key: { id: key.id, publicKey: key.publicKey } });
  expect(opened.key.privateKey.extractable).toBe(false);
  const jws = await sign('x', 'T1', opened.key);
  expect((await verify(jws, 'T1', new Map([[key.id, key]]))).kind).toBe('signed');
});

it('a passphrase may be typed on another keyboard, and the file saved by another program', async () => {
  const umlaut = await makeKeyWithBackup('K', 'gr\u00FC\u00DFe aus M\u00FCnchen');
  if ('refused' in umlaut) throw new Error(umlaut.refused);
  const opened = await openBackup(umlaut.backup.replace(/\n */g, ' '), 'gru\u0308\u00DFe aus Mu\u0308nchen');
  expect(opened).toMatchObject({ key: { id: umlaut.key.id } });
});

it('holds the public half and the name in the open, and nothing else that could be used', () => {
  expect(Object.keys(file)).toEqual(['format', 'version', 'name', 'key', 'private']);
  expect(file).toMatchObject({ format: 'handrail-key', version: 1, name: 'Sales operations', key: key.publicKey });
  expect(file.private.split('.')).toHaveLength(5);
});

it('what the passphrase opens is a JWK that other tools can read', async () => {
  const { plaintext, protectedHeader } = await compactDecrypt(file.private, new TextEncoder().encode(PASSPHRASE), {
    keyManagementAlgorithms: ['PBES2-HS512+A256KW'],
    maxPBES2Count: 600_000,
  });
  expect(protectedHeader).toMatchObject({ enc: 'A256GCM', cty: 'jwk+json', p2c: 600_000 });
  expect(JSON.parse(new TextDecoder().decode(plaintext))).toMatchObject({ kty: 'OKP', crv: 'Ed25519', x: key.publicKey });
});

const { plaintext: inside } = await compactDecrypt(file.private, new TextEncoder().encode(PASSPHRASE), {
  maxPBES2Count: 600_000,
  keyManagementAlgorithms: ['PBES2-HS512+A256KW'],
});
const { d } = JSON.parse(new TextDecoder().decode(inside)) as { d: string };

describe('is refused:', () => {
  const sealed = async (inside: unknown, { alg = 'PBES2-HS512+A256KW', enc = 'A256GCM', p2c = 1000, passphrase = PASSPHRASE } = {}) =>
    changed({
      private: await new CompactEncrypt(new TextEncoder().encode(typeof inside === 'string' ? inside : JSON.stringify(inside)))
        .setProtectedHeader({ alg, enc })
        .setKeyManagementParameters({ p2c })
        .encrypt(new TextEncoder().encode(passphrase)),
    });
  const withRounds = (p2c: number) => {
    const [, ...rest] = file.private.split('.');
    const header = { alg: 'PBES2-HS512+A256KW', p2c, p2s: 'AAAAAAAAAAAAAAAAAAAAAA', enc: 'A256GCM' };
    return changed({ private: [Buffer.from(JSON.stringify(header)).toString('base64url'), ...rest].join('.') });
  };
  it.each<[why: string, text: string | Promise<string>, passphrase: string, refused: string]>([
    ['another passphrase', backup, 'correct horse batterz', 'wrong-passphrase'],
    ['no passphrase', backup, '', 'wrong-passphrase'],
    ['a sealed part that was changed', changed({ private: `${file.private.slice(0, -1)}!` }), PASSPHRASE, 'malformed'],
    ['so many rounds that this computer would be busy', withRounds(100_000_000), PASSPHRASE, 'malformed'],
    ['another algorithm', sealed({ x: key.publicKey, d: 'A' }, { alg: 'PBES2-HS256+A128KW' }), PASSPHRASE, 'malformed'],
    ['another encryption', sealed({ x: key.publicKey, d: 'A' }, { enc: 'A128CBC-HS256' }), PASSPHRASE, 'malformed'],
    ['the public half of another key', changed({ key: other.publicKey }), PASSPHRASE, 'malformed'],
    ['a private half that says it is another key’s', sealed({ x: other.publicKey, d }), PASSPHRASE, 'malformed'],
    ['no key inside', sealed({ x: key.publicKey }), PASSPHRASE, 'malformed'],
    ['half a key inside', sealed({ x: key.publicKey, d: 'AAAA' }), PASSPHRASE, 'malformed'],
    ['no JSON inside', sealed('key'), PASSPHRASE, 'malformed'],
    ['nothing', '', PASSPHRASE, 'malformed'],
    ['no JSON', 'private', PASSPHRASE, 'malformed'],
    ['null', 'null', PASSPHRASE, 'malformed'],
    ['a list', '[]', PASSPHRASE, 'malformed'],
    ['another format', changed({ format: 'handrail-backup' }), PASSPHRASE, 'malformed'],
    ['a later version', changed({ version: 2 }), PASSPHRASE, 'malformed'],
    ['no name', changed({ name: undefined }), PASSPHRASE, 'malformed'],
    ['a file that is far too long', changed({ name: 'x'.repeat(20_000) }), PASSPHRASE, 'malformed'],
  ])('%s', async (_, text, passphrase, refused) => {
    expect(await openBackup(await text, passphrase)).toEqual({ refused });
  });
});

describe('a passphrase', () => {
  it.each([
    ['', 'short-passphrase'],
    ['elevenchars', 'short-passphrase'],
    ['\u{1F40E}\u{1F40E}\u{1F40E}\u{1F40E}\u{1F40E}\u{1F40E}', 'short-passphrase'],
    ['twelve chars', null],
  ])('%s: %s', (passphrase, problem) => {
    expect(passphraseProblem(passphrase)).toBe(problem);
  });

  it('that is too short makes no key', async () => {
    expect(await makeKeyWithBackup('K', 'short')).toEqual({ refused: 'short-passphrase' });
  });
});
