/** What the vectors are made of: a small pack, keys, and signed files that no honest signer writes. */
import { base64url } from 'jose';
import { digestOf } from '../../../lib/pack/signed/envelope';
import type { Accepted, TrustedKey, Trusting } from '../../../lib/pack/signed/trusting';
import { makeKey, type SigningKey } from '../../../lib/signing/key';
import { samplePack } from '../../unit/lib/pack/sample';
import { segment } from '../../unit/lib/signing/raw';

export const DAY_MS = 86_400_000;
export const NOW = Date.parse('2026-11-24T12:00:00Z');
export const ISSUED = NOW - DAY_MS;

/** A pack file, with some of its keys changed. */
export const packText = (change: object = {}): string => JSON.stringify({ ...samplePack(), ...change });

export interface Keys {
  /** The publisher's, trusted here where a vector does not say otherwise. */
  acme: SigningKey;
  /** The one that comes after it, and the one after that. */
  next: SigningKey;
  third: SigningKey;
  /** Another publisher's. */
  other: SigningKey;
}

export async function makeKeys(): Promise<Keys> {
  const [acme, next, third, other] = await Promise.all([makeKey(), makeKey(), makeKey(), makeKey()]);
  return { acme, next, third, other };
}

export const trusted = (key: SigningKey, more: Partial<TrustedKey> = {}): [string, TrustedKey] => [
  key.id,
  { publisher: 'Acme', audience: null, how: 'first-use', ...more },
];

export const trusting = (keys: [string, TrustedKey][], more: Partial<Trusting> = {}): Trusting => ({
  keys: new Map(keys),
  revoked: new Set(),
  mayTrust: true,
  organisation: null,
  accepted: [],
  ...more,
});

/** That a key has brought a pack file here. */
export async function accepted(key: SigningKey, text: string, more: Partial<Accepted> = {}): Promise<Accepted> {
  const { id: pack, version } = JSON.parse(text) as { id: string; version: string };
  return { key: key.id, pack, version, digest: await digestOf(text), issuedAt: ISSUED - DAY_MS, at: ISSUED, ...more };
}

/** The header that Handrail writes for the sample pack, in its order. */
export const headerOf = (key: SigningKey, more: object = {}): object => ({
  alg: 'Ed25519',
  kid: key.id,
  key: key.publicKey,
  typ: 'handrail-pack+1',
  pack: 'sample',
  version: '1.0.0',
  publisher: 'Acme',
  iat: ISSUED / 1000,
  ...more,
});

/** A signed file whose header and payload are taken as they are, with a true signature by any key. */
export async function rawFile(header: unknown, payload: string, { privateKey }: SigningKey, unprotected?: object): Promise<string> {
  const parts = { payload: segment(payload), protected: segment(header) };
  return fileOf({ ...parts, signature: await signatureOf(`${parts.protected}.${parts.payload}`, privateKey) }, unprotected);
}

async function signatureOf(input: string, privateKey: CryptoKey): Promise<string> {
  return base64url.encode(new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, new TextEncoder().encode(input))));
}

export interface Parts {
  payload: string;
  protected: string;
  signature: string;
}

export const partsOf = (file: string): Parts => JSON.parse(file) as Parts;
export const fileOf = ({ payload, protected: header, signature }: Parts, unprotected?: object): string =>
  JSON.stringify({ payload, protected: header, signature, ...(unprotected && { header: unprotected }) });

/** One bit of what some base64url stands for is another. */
export function flipped(encoded: string, bit = 13): string {
  const bytes = base64url.decode(encoded);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return base64url.encode(bytes);
}
