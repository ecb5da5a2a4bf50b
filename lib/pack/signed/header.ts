/** What a signed pack says of itself in its protected header. There is one way only to write it. */
import { decode } from '../../signing/jws';
import { z } from '../../zod';
import { limitProblems } from '../limits';
import { id, name, publicKey, version } from '../primitives';
import { child, PackError } from '../problems';
import { readJson } from '../json';
import type { Claims } from './refusal';

/** What the signature means: no approval, and no other thing that a key signs, can pass for it. */
const packType = 'handrail-pack+1';

/** Seconds since 1970, in this century. */
export const seconds = z.int().min(1_000_000_000).max(4_102_444_800);
const keyId = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** `key` is the public half that `kid` is the thumbprint of, so that whoever does not know it yet can be asked about it. */
const header = z.strictObject({
  alg: z.literal('Ed25519'),
  kid: keyId,
  key: publicKey,
  typ: z.literal(packType),
  pack: id,
  version,
  publisher: name,
  aud: name.optional(),
  iat: seconds,
  exp: seconds.optional(),
  revokes: z.array(keyId).min(1).max(100).optional(),
});

export type PackHeader = z.infer<typeof header>;

/** A header for jose, its keys in the order in which they are written. */
export function headerOf({ key, pack, version, publisher, audience, issuedAt, expiresAt, revokes }: Claims, publicKey: string): PackHeader {
  return {
    alg: 'Ed25519',
    kid: key,
    key: publicKey,
    typ: packType,
    ...{ pack, version, publisher },
    ...(audience !== null && { aud: audience }),
    iat: Math.floor(issuedAt / 1000),
    ...(expiresAt !== null && { exp: Math.floor(expiresAt / 1000) }),
    ...(revokes.length > 0 && { revokes: [...revokes] }),
  };
}

/** What a protected header says, or what is wrong with it. Whether `key` is the one that `kid` names is still to be seen. */
export function readHeader(encoded: string): { claims: Claims; publicKey: string } | { wrong: string } {
  const text = decode(encoded);
  if (text === null) return { wrong: 'the header is not base64url' };
  const data = dataIn(text);
  const parsed = header.safeParse(data);
  if (!parsed.success) return { wrong: `the header’s ${nameOfFirst(parsed.error, data)} is not that of a signed pack` };
  if (JSON.stringify(parsed.data) !== text || limitProblems(data).length > 0)
    return { wrong: 'the header is not written as Handrail writes it' };
  const { kid, key, pack, publisher, aud, iat, exp, revokes, ...rest } = parsed.data;
  const expiresAt = exp === undefined ? null : exp * 1000;
  return {
    claims: {
      key: kid,
      ...{ pack, version: rest.version, publisher },
      audience: aud ?? null,
      issuedAt: iat * 1000,
      expiresAt,
      revokes: revokes ?? [],
    },
    publicKey: key,
  };
}

function dataIn(text: string): unknown {
  try {
    return readJson(text);
  } catch (error) {
    if (error instanceof PackError) return null;
    throw error;
  }
}

/** The first key that is wrong, or that has no place there. */
function nameOfFirst({ issues: [issue] }: z.ZodError, data: unknown): string {
  if (issue?.code === 'unrecognized_keys') return `“${issue.keys[0] ?? ''}”`;
  const [first] = issue?.path ?? [];
  return typeof first === 'string' && child(data, first) !== undefined ? `“${first}”` : 'content';
}
