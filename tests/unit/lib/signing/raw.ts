/** Signed texts that no honest signer writes: any header, any payload, any key. */
import { base64url } from 'jose';

export const segment = (data: unknown): string => base64url.encode(typeof data === 'string' ? data : JSON.stringify(data));

/** A compact JWS whose header and payload are taken as they are, with a true Ed25519 signature. */
export async function rawJws(header: unknown, payload: unknown, privateKey: CryptoKey): Promise<string> {
  const input = `${segment(header)}.${segment(payload)}`;
  const signature = await crypto.subtle.sign('Ed25519', privateKey, new TextEncoder().encode(input));
  return `${input}.${base64url.encode(new Uint8Array(signature))}`;
}

/** The same by HMAC with a text as its secret, as a verifier would take it that believes the header. */
export async function hmacJws(header: unknown, payload: unknown, secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const input = `${segment(header)}.${segment(payload)}`;
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(input));
  return `${input}.${base64url.encode(new Uint8Array(signature))}`;
}
