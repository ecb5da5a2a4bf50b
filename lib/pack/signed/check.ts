/** Whether a signed pack may be taken here, now; or why not. What is known here comes in, and what is to be kept goes out: nothing is changed. */
import { parsePack } from '../parse';
import { PackError } from '../problems';
import type { PackFile } from '../schema';
import { isNewer } from '../version';
import { openSignedPack, type Opened } from './envelope';
import type { Claims, Refusal } from './refusal';
import { followRotations } from './rotation';
import type { Accepted, TrustedKey, Trusting } from './trusting';

const MINUTE_MS = 60_000;
/** Clocks of two computers differ by so much. */
const SKEW_MS = 10 * MINUTE_MS;
/** A clock that is set back by less is no trick: time zones and flat batteries do that. */
const SET_BACK_MS = 24 * 60 * MINUTE_MS;

/** A signed pack that is good, but for who trusts its key. */
export interface CheckedPack {
  claims: Claims;
  publicKey: string;
  pack: PackFile;
  /** The pack file’s text, exactly as it was signed. */
  text: string;
  /** SHA-256 of its bytes, in base64url. */
  digest: string;
}

/** A key that this pack’s rotations lead to from one that is trusted here: to be kept, oldest first. `publicKey`: as in a JWK. */
type NewKey = TrustedKey & { how: 'rotation'; key: string; publicKey: string; replaces: string };

/**
 * `good`: it may be taken. `by`: how its key is trusted. `newKeys`: those that are trusted from now on by its rotations. `revokes`: the ids of
 * keys that count no more from now on, since the key that took their place says so.
 * `ask`: good, but nobody here trusts its key yet, and a person may.
 */
export type Checked =
  | ({ kind: 'good'; by: TrustedKey; newKeys: readonly NewKey[]; revokes: readonly string[] } & CheckedPack)
  | ({ kind: 'ask' } & CheckedPack)
  | { kind: 'refused'; refusal: Refusal };

/**
 * Checks a signed pack from its bytes up. The reason that comes first is told: what is not authentic says nothing of its key, and a key that
 * does not count says nothing of its pack.
 * @param trusting what is known here
 * @param now milliseconds since 1970
 * @param trusts the id of the key that the person at the screen has just decided to trust
 */
export async function checkSigned(text: string, trusting: Trusting, now: number, trusts?: string): Promise<Checked> {
  const opened = await openSignedPack(text);
  if ('refusal' in opened) return refused(opened.refusal);
  const { claims, publicKey, digest } = opened;
  const newKeys = keysByRotation(opened, trusting);
  const keys = new Map<string, TrustedKey>([...trusting.keys, ...newKeys.map((key) => [key.key, key] as const)]);
  const by = keys.get(claims.key) ?? (trusting.mayTrust && trusts === claims.key ? firstUse(claims) : undefined);
  const refusal =
    keyRefusal(claims, by, keys, trusting) ?? audienceRefusal(claims, by, trusting) ?? timeRefusal(claims, trusting.accepted, now) ?? null;
  if (refusal) return refused(refusal);

  const inside = await packIn(opened);
  if ('refusal' in inside) return refused(inside.refusal);
  const known = trusting.accepted.find(({ key, pack }) => key === claims.key && pack === claims.pack);
  const stale = known ? ratchetRefusal(claims, digest, known) : null;
  if (stale) return refused(stale);
  const checked = { claims, publicKey, pack: inside.pack, text: opened.text, digest };
  if (!by) return { kind: 'ask', ...checked };
  const revokes = claims.revokes.filter((id) => !trusting.revoked.has(id) && comesAfter(claims.key, id, keys));
  return { kind: 'good', ...checked, by, newKeys: newKeys.filter(({ key }) => leadsTo(key, claims.key, keys)), revokes };
}

function refused(refusal: Refusal): Checked {
  return { kind: 'refused', refusal };
}

function firstUse({ publisher, audience }: Claims): TrustedKey {
  return { publisher, audience, how: 'first-use' };
}

/** The keys that a trusted key’s word leads to. The word of one that is revoked counts no more, and no word brings back one that is. */
function keysByRotation({ rotations }: Opened, { keys, revoked }: Trusting): NewKey[] {
  const counting = new Set([...keys.keys()].filter((id) => !revoked.has(id)));
  const found: NewKey[] = [];
  const links = followRotations(
    rotations.filter(({ to }) => !revoked.has(to)),
    counting,
  );
  for (const [key, { from, publicKey }] of links) {
    const before = keys.get(from) ?? found.find((one) => one.key === from);
    if (before) found.push({ publisher: before.publisher, audience: before.audience, how: 'rotation', key, publicKey, replaces: from });
  }
  return found;
}

/** Whether `key` took the place of `before`, or of one that did. */
function comesAfter(key: string, before: string, keys: ReadonlyMap<string, TrustedKey>): boolean {
  const seen = new Set<string>();
  for (let id = keys.get(key)?.replaces; id !== undefined && !seen.has(id); id = keys.get(id)?.replaces) {
    if (id === before) return true;
    seen.add(id);
  }
  return false;
}

function leadsTo(key: string, last: string, keys: ReadonlyMap<string, TrustedKey>): boolean {
  return key === last || comesAfter(last, key, keys);
}

function keyRefusal(
  { key, pack }: Claims,
  by: TrustedKey | undefined,
  keys: ReadonlyMap<string, TrustedKey>,
  { revoked, mayTrust, accepted }: Trusting,
): Refusal | null {
  if (revoked.has(key)) return { why: 'revoked-key', key };
  if (!by && !mayTrust) return { why: 'untrusted-key', key };
  // A key that nobody trusts any more keeps nobody else from its packs.
  const owner = latest(accepted.filter((row) => row.pack === pack && keys.has(row.key) && !revoked.has(row.key)));
  return owner && owner.key !== key && !comesAfter(key, owner.key, keys) ? { why: 'other-key', key, known: owner.key } : null;
}

function latest(rows: readonly Accepted[]): Accepted | undefined {
  return rows.reduce<Accepted | undefined>((last, row) => (last && last.at >= row.at ? last : row), undefined);
}

/** A pack for everybody is for this organisation too. */
function audienceRefusal({ audience }: Claims, by: TrustedKey | undefined, { organisation }: Trusting): Refusal | null {
  const expected = organisation ?? by?.audience ?? null;
  return audience !== null && expected !== null && audience !== expected ? { why: 'other-organisation', audience, expected } : null;
}

/** It is at least as late as the newest signature that was found good here, whatever the clock says. */
function timeRefusal({ issuedAt, expiresAt }: Claims, accepted: readonly Accepted[], now: number): Refusal | null {
  const known = accepted.reduce((newest, row) => Math.max(newest, row.issuedAt), -Infinity);
  if (now < known - SET_BACK_MS) return { why: 'clock-back', known };
  if (issuedAt > Math.max(now, known) + SKEW_MS) return { why: 'not-yet', issuedAt };
  return expiresAt !== null && expiresAt <= Math.max(now, known) ? { why: 'expired', expiresAt } : null;
}

/** The pack inside, which must be the one that the signature names. */
async function packIn({ text, claims }: Opened): Promise<{ pack: PackFile } | { refusal: Refusal }> {
  try {
    const pack = await parsePack(text);
    const [claimed, found] = [claims, { ...pack, pack: pack.id }].map((one) => `${one.pack} ${one.version}, ${one.publisher}`);
    return claimed === found ? { pack } : { refusal: { why: 'other-pack', claimed: claimed ?? '', found: found ?? '' } };
  } catch (error) {
    if (error instanceof PackError) return { refusal: { why: 'invalid', problems: error.problems } };
    throw error;
  }
}

function ratchetRefusal({ version }: Claims, digest: string, known: Accepted): Refusal | null {
  if (isNewer(known.version, version)) return { why: 'older', version, known: known.version };
  return known.version === version && known.digest !== digest ? { why: 'other-bytes', version } : null;
}
