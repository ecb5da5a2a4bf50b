// @vitest-environment node
/** Keys: what they are told apart by, what can be read of them, and how they sound. */
import { base64url, exportJWK } from 'jose';
import { expect, it } from 'vitest';
import { fingerprintOf } from '../../../../lib/signing/fingerprint';
import { keyIdOf, makeKey } from '../../../../lib/signing/key';

it('a key’s id is its thumbprint, as RFC 8037 works it out in appendix A.3', async () => {
  expect(await keyIdOf('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
});

it('each new key is another one, with its id', async () => {
  const [first, second] = await Promise.all([makeKey(), makeKey()]);
  expect(first.publicKey).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(first.publicKey).not.toBe(second.publicKey);
  expect(first.id).toBe(await keyIdOf(first.publicKey));
});

it('the private half signs, and cannot be taken out', async () => {
  const { privateKey } = await makeKey();
  expect(privateKey).toMatchObject({ type: 'private', extractable: false, usages: ['sign'] });
  await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow();
  await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow();
  await expect(exportJWK(privateKey)).rejects.toThrow();
});

it('a fingerprint is the first 80 bits in words, as arXiv:0901.4016 spells them', () => {
  // 127.0.0.1, 63.84.220.193 and 12.110.110.204, from the paper’s own table.
  const spelt = (...bytes: number[]) =>
    fingerprintOf(base64url.encode(new Uint8Array([...bytes, ...Array.from({ length: 32 - bytes.length }, () => 0)])));
  expect(spelt(127, 0, 0, 1, 63, 84, 220, 193, 12, 110)).toBe('lusab-babad-gutih-tugad-budov');
  expect(spelt(0)).toBe('babab-babab-babab-babab-babab');
});

it('keys that differ sound different', async () => {
  const keys = await Promise.all(Array.from({ length: 8 }, makeKey));
  expect(new Set(keys.map(({ id }) => fingerprintOf(id))).size).toBe(8);
});
