/**
 * Signed texts: compact JWS (RFC 7515) by Ed25519 (RFC 9864), and nothing else. What a signature means is part of it (`typ`, RFC 8725 §3.11), so
 * that one made for an approval can never pass for something else. There is one way only to write a signed text: the header is compared letter by
 * letter with the one that we write, and no other spelling of its base64 is taken.
 */
import { base64url, CompactSign, compactVerify, importJWK } from 'jose';
import { publicJwk, type SigningKey } from './key';

const alg = 'Ed25519';

/** In base64url. */
export const encode = (data: string | Uint8Array): string => base64url.encode(data);

/** The text behind base64url; null for what is not the one way to write some text. */
export function decode(encoded: string): string | null {
  try {
    const bytes = base64url.decode(encoded);
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return base64url.encode(bytes) === encoded ? text : null;
  } catch {
    return null;
  }
}

/** @param typ what the signature means */
export async function sign(payload: string, typ: string, { id, privateKey }: Pick<SigningKey, 'id' | 'privateKey'>): Promise<string> {
  return new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader({ alg, kid: id, typ }).sign(privateKey);
}

/** `forged`: the text is not what was signed, or another key signed it. */
export type Signed<Key> = { kind: 'signed'; payload: string; key: Key } | { kind: 'malformed' | 'unknown-key' | 'forged' };

/**
 * What was signed, and with which of the keys.
 * @param keys those that count, by id: the signed text only says which of them it is
 */
export async function verify<Key extends { publicKey: string }>(
  jws: string,
  typ: string,
  keys: ReadonlyMap<string, Key>,
): Promise<Signed<Key>> {
  const [header = '', body = '', signature = '', ...more] = jws.split('.');
  const payload = decode(body);
  const id = keyIdIn(header);
  if (more.length > 0 || payload === null || id === null || header !== headerOf(id, typ) || !isSignature(signature))
    return { kind: 'malformed' };
  const key = keys.get(id);
  if (!key) return { kind: 'unknown-key' };
  try {
    await compactVerify(jws, await importJWK(publicJwk(key.publicKey), alg), { algorithms: [alg] });
  } catch {
    return { kind: 'forged' };
  }
  return { kind: 'signed', payload, key };
}

/** As `CompactSign` writes it. */
function headerOf(id: string, typ: string): string {
  return encode(JSON.stringify({ alg, kid: id, typ }));
}

function keyIdIn(header: string): string | null {
  const text = decode(header);
  const [, id = null] = text === null ? [] : (/"kid":"([A-Za-z0-9_-]{43})"/.exec(text) ?? []);
  return id;
}

/** 64 bytes. The last letter holds two bits only. */
function isSignature(text: string): boolean {
  return /^[A-Za-z0-9_-]{85}[AQgw]$/.test(text);
}
