/** Keys that sign: Ed25519, made by the browser's own cryptography. The private half cannot be read, not even by Handrail. */
import { calculateJwkThumbprint, exportJWK } from 'jose';

export interface SigningKey {
  /** Tells keys apart: the thumbprint of the public half (RFC 7638), 43 characters. */
  id: string;
  /** 32 bytes in base64url, as the `x` of a JWK (RFC 8037 §2), 43 characters. */
  publicKey: string;
  privateKey: CryptoKey;
}

/** A new key. Its private half can sign in this browser, and be taken nowhere else. */
export async function makeKey(): Promise<SigningKey> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
  const { x } = await exportJWK(publicKey);
  if (x === undefined) throw new Error('An Ed25519 key without a public half.');
  return { id: await keyIdOf(x), publicKey: x, privateKey };
}

/** The id of the key with that public half. */
export function keyIdOf(publicKey: string): Promise<string> {
  return calculateJwkThumbprint(publicJwk(publicKey));
}

/** A public half as jose takes it. */
export function publicJwk(publicKey: string): { kty: 'OKP'; crv: 'Ed25519'; x: string } {
  return { kty: 'OKP', crv: 'Ed25519', x: publicKey };
}
