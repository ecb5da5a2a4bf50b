/**
 * Signed packs as files: a flattened JWS (RFC 7515 §7.2.2) over the exact bytes of a pack file. There is one way only to write one, down to the
 * last byte, so that no two files mean the same pack and the same signature.
 */
import { FlattenedSign, flattenedVerify, importJWK } from 'jose';
import { decode, encode } from '../../signing/jws';
import { keyIdOf, publicJwk, type SigningKey } from '../../signing/key';
import { z } from '../../zod';
import { readJson } from '../json';
import { mostJsonCharacters } from '../limits';
import { parsePack } from '../parse';
import { PackError } from '../problems';
import { headerOf, readHeader } from './header';
import type { Claims, Refusal } from './refusal';
import { mostRotations, readRotation, type Rotation } from './rotation';

/** In characters, which are bytes here: base64 is a third longer than what it holds. */
export const mostSignedCharacters = 2 * mostJsonCharacters;

const file = z.strictObject({
  payload: z.string(),
  protected: z.string(),
  signature: z.string().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/),
  header: z.strictObject({ rotations: z.array(z.string()).min(1).max(mostRotations) }).optional(),
});

/** Times in milliseconds since 1970, counted in seconds. */
export interface SigningTerms {
  issuedAt: number;
  expiresAt?: number;
  /** The organisation that it is for; everybody without it. */
  audience?: string;
  /** The ids of earlier keys of the publisher that count no more. */
  revokes?: readonly string[];
  /** The statements by which earlier keys lead to this one. */
  rotations?: readonly string[];
}

/** A signed pack whose signature is good, by the key that it brings itself. Whether anybody trusts that key is another question. */
export interface Opened {
  claims: Claims;
  publicKey: string;
  /** The pack file’s text. */
  text: string;
  /** SHA-256 of its bytes, in base64url. */
  digest: string;
  rotations: readonly Rotation[];
}

/** Whether a file means to be a signed pack, however well that is done. No pack begins like this. */
export function isSignedPack(text: string): boolean {
  return /^\s*\{\s*"(payload|protected|signature|header)"/.test(text);
}

/**
 * Signs a pack file, JSON or YAML.
 * @returns the text of the signed file
 * @throws PackError for a pack that cannot be used, RangeError for terms that nobody could accept
 */
export async function signPack(text: string, terms: SigningTerms, key: SigningKey): Promise<string> {
  const { id: pack, version, publisher } = await parsePack(text);
  const { issuedAt, expiresAt = null, audience = null, revokes = [], rotations = [] } = terms;
  if (expiresAt !== null && expiresAt <= issuedAt) throw new RangeError('The pack would have expired before it is signed.');
  const claims = { key: key.id, pack, version, publisher, audience, issuedAt, expiresAt, revokes };
  const signed = await new FlattenedSign(new TextEncoder().encode(text))
    .setProtectedHeader(headerOf(claims, key.publicKey))
    .sign(key.privateKey);
  const whole = JSON.stringify({
    ...{ payload: signed.payload, protected: signed.protected, signature: signed.signature },
    ...(rotations.length > 0 && { header: { rotations } }),
  });
  const opened = await openSignedPack(whole);
  if ('refusal' in opened) throw new RangeError(`The pack cannot be signed like this: ${detailOf(opened.refusal)}.`);
  if (rotations.length > 0 && !opened.rotations.some(({ to }) => to === key.id))
    throw new RangeError('None of the statements leads to the key that signs.');
  return whole;
}

/** Opens a signed pack, and verifies its signature before anything looks at the pack inside. */
export async function openSignedPack(text: string): Promise<Opened | { refusal: Refusal }> {
  if (!isSignedPack(text)) return { refusal: { why: 'not-signed' } };
  if (text.length > mostSignedCharacters) return malformed(`it is longer than ${mostSignedCharacters / 1_000_000} million characters`);
  const parts = partsOf(text);
  if ('wrong' in parts) return malformed(parts.wrong);
  const { payload, protected: protectedHeader, signature, header } = parts;
  const read = readHeader(protectedHeader);
  if ('wrong' in read) return malformed(read.wrong);
  const { claims, publicKey } = read;
  if (claims.key !== (await keyIdOf(publicKey))) return malformed('the id of its key is that of another key');
  const pack = decode(payload);
  if (pack === null) return malformed('the pack in it is not UTF-8 in base64url');
  try {
    const key = await importJWK(publicJwk(publicKey), 'Ed25519');
    await flattenedVerify({ payload, protected: protectedHeader, signature }, key, { algorithms: ['Ed25519'] });
  } catch {
    return { refusal: { why: 'forged' } };
  }
  const rotations: Rotation[] = [];
  for (const statement of header?.rotations ?? []) {
    const rotation = await readRotation(statement);
    if ('refused' in rotation)
      return rotation.refused === 'forged' ? { refusal: { why: 'forged' } } : malformed('a statement about a new key in it is none');
    rotations.push(rotation);
  }
  return { claims, publicKey, text: pack, digest: await digestOf(pack), rotations };
}

/** SHA-256 of a file’s bytes, in base64url. */
export async function digestOf(text: string): Promise<string> {
  return encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function malformed(detail: string): { refusal: Refusal } {
  return { refusal: { why: 'malformed', detail } };
}

function detailOf(refusal: Refusal): string {
  return refusal.why === 'malformed' ? refusal.detail : refusal.why;
}

function partsOf(text: string): z.infer<typeof file> | { wrong: string } {
  let data: unknown;
  try {
    data = readJson(text);
  } catch (error) {
    if (error instanceof PackError) return { wrong: `it ${error.message.split('\n')[0] ?? ''}` };
    throw error;
  }
  const parsed = file.safeParse(data);
  if (!parsed.success) return { wrong: 'it does not have the parts of a signed pack' };
  if (JSON.stringify(parsed.data) !== text) return { wrong: 'it is not written as Handrail writes it' };
  return parsed.data;
}
