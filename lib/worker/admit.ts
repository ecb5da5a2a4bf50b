/** The one way in for pack files, by hand or by subscription. Everything is looked at before anything is kept; a refused pack changes nothing. */
import { PackError, parsePack } from '../pack/load';
import { localise } from '../pack/localise';
import { needsNewer } from '../pack/needs-newer';
import { isFor, type Audience } from '../pack/rollout';
import type { PackFile } from '../pack/schema';
import { checkSigned, type Checked, type CheckedPack } from '../pack/signed/check';
import { digestOf, isSignedPack } from '../pack/signed/envelope';
import type { Refusal } from '../pack/signed/refusal';
import { whatIsTrusted } from '../pack/signed/trusting';
import type { Policy } from '../policy-schema';
import { layers, type Layer } from '../pack/layers';
import type { HandrailDb } from '../progress/db';
import type { TrustRow } from '../progress/rows';
import { PackConflictError } from '../progress/errors';
import { append, type Stamp } from '../progress/journal';
import { activatePack, addPack, letWait, packsInUse, type PackOrigin } from '../progress/packs';
import { learn, type Learned } from '../progress/trust';
import { fingerprintOf } from '../signing/fingerprint';
import { keyIdOf } from '../signing/key';
import type { Admission, Origin } from './admission';

/** What stands around: the person, the policy, and this Handrail. */
export interface AdmitAround {
  audience: Audience;
  policy: Policy;
  /** This Handrail's own version. */
  version: string;
  /** The person's, the best first. */
  languages: readonly string[];
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
  if ('ask' in outcome) return ask(outcome.ask, around);
  if ('refusal' in outcome) return refuse(db, outcome.refusal, stamp);
  const { pack } = outcome.passed;
  if (needsNewer(pack, around.version))
    return refuse(db, { why: 'needs-newer', minimum: pack.minimumExtension ?? '', have: around.version }, stamp, pack);
  try {
    return await take(db, outcome.passed, around, stamp);
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
      return { passed: await signed(db, checked, origin, [...(await pinned(policy)), ...trust]) };
  }
}

type Key = Omit<TrustRow, 'at'>;

/** The keys that the policy pins, as they would be kept. */
function pinned({ trustedKeys }: Policy): Promise<Key[]> {
  return Promise.all(
    trustedKeys.map(async ({ key, publisher }) => ({
      key: await keyIdOf(key),
      publicKey: key,
      publisher,
      audience: null,
      how: 'first-use' as const,
    })),
  );
}

/** @param known the keys that were trusted before */
async function signed(
  db: HandrailDb,
  checked: Checked & { kind: 'good' },
  { source, url, layer = 'team' }: Origin,
  known: readonly Key[],
): Promise<Passed> {
  const { claims, publicKey, pack, digest, by, newKeys, revokes } = checked;
  const { key, publisher, audience, issuedAt, expiresAt } = claims;
  const first: Key[] = by.how === 'first-use' ? [{ key, publicKey, publisher, audience, how: by.how }] : [];
  const kept = [...first, ...newKeys];
  const rows = new Map([...known, ...kept].map((row) => [row.key, row]));
  return {
    pack,
    origin: {
      source,
      layer: await layerFor(db, pack.id, layer),
      digest,
      signature: { key, publisher, audience, issuedAt, expiresAt },
      ...(url !== undefined && { url }),
    },
    learned: {
      keys: kept,
      revokes: revokes.flatMap((id) => rows.get(id) ?? []),
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
    const whose = await layerFor(db, pack.id, layer ?? (source === 'subscription' ? 'team' : 'personal'));
    return { passed: { pack, origin: { source, layer: whose, digest: await digestOf(text), ...(url !== undefined && { url }) } } };
  } catch (error) {
    if (error instanceof PackError) return { refusal: { why: 'invalid', problems: error.problems } };
    throw error;
  }
}

/** A version holds the rules of whoever the one in use does, or of whom the way that it came says, whichever of them goes before. */
async function layerFor(db: HandrailDb, id: string, layer: Layer): Promise<Layer> {
  const used = (await packsInUse(db)).find((row) => row.id === id)?.layer ?? layer;
  return layers.indexOf(used) < layers.indexOf(layer) ? used : layer;
}

function take(db: HandrailDb, { pack, origin, learned }: Passed, around: AdmitAround, stamp: Stamp): Promise<Admission> {
  const { id, version, rollout } = pack;
  return db.transaction('rw', [db.packs, db.trust, db.accepted, db.subscriptions, db.journal], async (): Promise<Admission> => {
    const isNew = await addPack(db, pack, origin, stamp);
    if (learned) await learn(db, learned, stamp);
    const taken = { kind: 'taken', pack: id, version, title: titleOf(pack, around), isNew } as const;
    const row = await db.packs.get([id, version]);
    if (!isNew && row?.waits !== 1 && (await gaveIt(db, origin.url, id))) return { ...taken, use: 'kept' };
    if (row?.active !== 1 && !isFor(pack, around.audience)) {
      await letWait(db, id, version);
      return { ...taken, use: 'later', ...(rollout?.from !== undefined && { from: rollout.from }) };
    }
    await activatePack(db, id, version, stamp);
    return { ...taken, use: 'now' };
  });
}

/** Whether the subscription has given the pack before: somebody may have gone back from it since. A file is opened to be used. */
async function gaveIt(db: HandrailDb, url: string | undefined, id: string): Promise<boolean> {
  return url !== undefined && (await db.subscriptions.get(url))?.pack === id;
}

function ask({ claims, publicKey, pack }: CheckedPack, around: AdmitAround): Admission {
  return { kind: 'ask', ask: { claims, publicKey, fingerprint: fingerprintOf(claims.key), title: titleOf(pack, around) } };
}

async function refuse(db: HandrailDb, refusal: Refusal, stamp: Stamp, pack?: PackFile): Promise<Admission> {
  const about = pack && { pack: pack.id, version: pack.version };
  const key = 'key' in refusal ? { key: refusal.key } : {};
  await append(db, [{ type: 'pack-refused', why: refusal.why, ...about, ...key }], stamp);
  return { kind: 'refused', refusal, ...about };
}

const titleOf = (pack: PackFile, { languages }: AdmitAround): string => localise(pack, languages).title;
