/** The one way in for pack files, by hand or by subscription. Everything is looked at before anything is kept; a refused pack changes nothing. */
import { PackError, parsePack } from '../pack/load';
import { localise } from '../pack/localise';
import { needsNewer } from '../pack/needs-newer';
import { isFor, type Audience } from '../pack/rollout';
import { isNewer } from '../pack/version';
import type { PackFile } from '../pack/schema';
import { checkSigned, type Checked, type CheckedPack } from '../pack/signed/check';
import { digestOf, isSignedPack } from '../pack/signed/envelope';
import type { Refusal } from '../pack/signed/refusal';
import { whatIsTrusted } from '../pack/signed/trusting';
import type { Policy } from '../policy-schema';
import type { HandrailDb, PackRow } from '../progress/db';
import { PackConflictError } from '../progress/errors';
import { append, type Stamp } from '../progress/journal';
import { activatePack, addPack, packsInUse, type PackOrigin } from '../progress/packs';
import { learn, type Learned } from '../progress/trust';
import { fingerprintOf } from '../signing/fingerprint';
import type { Admission, Origin } from './admission';

/** What stands around: the person, the policy, and this Handrail. */
export interface AdmitAround {
  audience: Audience;
  policy: Policy;
  /** This Handrail's own version. */
  version: string;
  id: () => string;
}

/** A pack that has passed. */
interface Passed {
  pack: PackFile;
  origin: PackOrigin;
  learned?: Learned;
}

type Outcome = { passed: Passed } | { ask: CheckedPack } | { refusal: Refusal };

export async function admit(db: HandrailDb, text: string, origin: Origin, around: AdmitAround): Promise<Admission> {
  const stamp = { now: around.audience.now, id: around.id };
  const outcome = await lookedAt(db, text, origin, around);
  if ('ask' in outcome) return ask(outcome.ask);
  if ('refusal' in outcome) return refuse(db, outcome.refusal, stamp);
  const { pack } = outcome.passed;
  if (needsNewer(pack, around.version))
    return refuse(db, { why: 'needs-newer', minimum: pack.minimumExtension ?? '', have: around.version }, stamp, pack);
  try {
    return await take(db, outcome.passed, origin, around, stamp);
  } catch (error) {
    if (error instanceof PackConflictError) return refuse(db, { why: 'other-bytes', version: pack.version }, stamp, pack);
    throw error;
  }
}

async function lookedAt(db: HandrailDb, text: string, origin: Origin, around: AdmitAround): Promise<Outcome> {
  const { policy, audience } = around;
  if (origin.source === 'file' && !policy.choosePacks) return { refusal: { why: 'not-allowed' } };
  if (!isSignedPack(text)) return draft(db, text, origin, policy);
  const [trust, accepted] = await Promise.all([db.trust.toArray(), db.accepted.toArray()]);
  const check = async (trusts: string | undefined): Promise<Checked> =>
    checkSigned(text, await whatIsTrusted(policy, trust, accepted), audience.now, trusts);
  let checked = await check(origin.trusts);
  // Nobody has to be asked about a key of their own.
  if (checked.kind === 'ask' && (await db.keys.get(checked.claims.key))) checked = await check(checked.claims.key);
  switch (checked.kind) {
    case 'refused':
      return { refusal: checked.refusal };
    case 'ask':
      return { ask: checked };
    case 'good':
      return { passed: await signed(db, checked, origin) };
  }
}

async function signed(db: HandrailDb, checked: Checked & { kind: 'good' }, { source, url, layer }: Origin): Promise<Passed> {
  const { claims, publicKey, pack, digest, by, newKeys, revokes } = checked;
  const { key, publisher, audience, issuedAt, expiresAt } = claims;
  const first = by.how === 'first-use' ? [{ key, publicKey, publisher, audience, how: by.how }] : [];
  return {
    pack,
    origin: {
      source,
      layer: (await layerInUse(db, pack.id)) ?? layer ?? 'team',
      digest,
      signature: { key, publisher, audience, issuedAt, expiresAt },
      ...(url !== undefined && { url }),
    },
    learned: {
      keys: [...first, ...newKeys.map(({ key: id, ...row }) => ({ key: id, ...row }))],
      revokes,
      accepted: { key, pack: pack.id, version: pack.version, digest, issuedAt },
    },
  };
}

/** Without a signature a pack is a draft. It never takes the place of what a publisher has signed, but where the publisher's own key is at hand. */
async function draft(db: HandrailDb, text: string, { source, url, layer }: Origin, { requireSigned }: Policy): Promise<Outcome> {
  if (requireSigned) return { refusal: { why: 'not-signed' } };
  try {
    const pack = await parsePack(text);
    const signers = await db.accepted.where('pack').equals(pack.id).toArray();
    const own = await db.keys.bulkGet(signers.map(({ key }) => key));
    if (signers.length > 0 && (source === 'subscription' || !own.some(Boolean))) return { refusal: { why: 'not-signed' } };
    const whose = (await layerInUse(db, pack.id)) ?? layer ?? (source === 'subscription' ? 'team' : 'personal');
    return { passed: { pack, origin: { source, layer: whose, digest: await digestOf(text), ...(url !== undefined && { url }) } } };
  } catch (error) {
    if (error instanceof PackError) return { refusal: { why: 'invalid', problems: error.problems } };
    throw error;
  }
}

/** A newer version holds the rules of whoever the one before did. */
async function layerInUse(db: HandrailDb, id: string): Promise<PackRow['layer'] | undefined> {
  return (await packsInUse(db)).find((row) => row.id === id && row.source !== 'starter')?.layer;
}

function take(
  db: HandrailDb,
  { pack, origin, learned }: Passed,
  { source }: Origin,
  around: AdmitAround,
  stamp: Stamp,
): Promise<Admission> {
  const { id, version, rollout } = pack;
  return db.transaction('rw', [db.packs, db.trust, db.accepted, db.journal], async (): Promise<Admission> => {
    const isNew = await addPack(db, pack, origin, stamp);
    if (learned) await learn(db, learned, stamp);
    const taken = { kind: 'taken', pack: id, version, title: titleOf(pack), isNew } as const;
    if (!isFor(pack, around.audience)) {
      if (isNew) await db.packs.update([id, version], { waits: true });
      return { ...taken, use: 'later', ...(rollout?.from !== undefined && { from: rollout.from }) };
    }
    // What a host gives again was used before, and somebody may have gone back from it. A file is opened to be used.
    if (!isNew && source === 'subscription') return { ...taken, use: 'kept' };
    await activatePack(db, id, version, stamp);
    return { ...taken, use: 'now' };
  });
}

/**
 * Puts to use the packs that were waiting for a day, a group or a role that has come: the newest version of each. What was overtaken meanwhile
 * waits no more. True where one was put to use.
 */
export async function useWaiting(db: HandrailDb, audience: Audience, id: () => string): Promise<boolean> {
  return db.transaction('rw', db.packs, db.journal, async () => {
    const waiting = (await db.packs.filter(({ waits }) => waits === true).toArray()).sort((a, b) =>
      isNewer(a.version, b.version) ? -1 : 1,
    );
    let changed = false;
    for (const row of waiting) {
      const inUse = (await packsInUse(db)).find((one) => one.id === row.id);
      if (inUse && !isNewer(row.version, inUse.version)) await db.packs.put(waitingNoMore(row));
      else if (isFor(row.pack, audience)) {
        await activatePack(db, row.id, row.version, { now: audience.now, id });
        changed = true;
      }
    }
    return changed;
  });
}

function waitingNoMore({ waits: _waits, ...row }: PackRow): PackRow {
  return row;
}

function ask({ claims, publicKey, pack }: CheckedPack): Admission {
  return { kind: 'ask', ask: { claims, publicKey, fingerprint: fingerprintOf(claims.key), title: titleOf(pack) } };
}

async function refuse(db: HandrailDb, refusal: Refusal, stamp: Stamp, pack?: PackFile): Promise<Admission> {
  const about = pack && { pack: pack.id, version: pack.version };
  const key = 'key' in refusal ? { key: refusal.key } : {};
  await append(db, [{ type: 'pack-refused', why: refusal.why, ...about, ...key }], stamp);
  return { kind: 'refused', refusal, ...about };
}

const titleOf = (pack: PackFile): string => localise(pack, navigator.languages).title;
