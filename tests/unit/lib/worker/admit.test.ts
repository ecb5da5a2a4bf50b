/** Every way in for a pack file, and what is kept of it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { signPack, type SigningTerms } from '../../../../lib/pack/signed/envelope';
import { signRotation } from '../../../../lib/pack/signed/rotation';
import { policySchema, type Policy } from '../../../../lib/policy-schema';
import type { HandrailDb } from '../../../../lib/progress/db';
import { activatePack, packsInUse } from '../../../../lib/progress/packs';
import { fingerprintOf } from '../../../../lib/signing/fingerprint';
import { makeKey, type SigningKey } from '../../../../lib/signing/key';
import type { Admission, Origin } from '../../../../lib/worker/admission';
import { admit, useWaiting } from '../../../../lib/worker/admit';
import { DAY_MS, ISSUED, NOW, packText } from '../../../vectors/signed/parts';
import { newDb } from '../progress/fixtures';

const HERE = { now: NOW, timeZone: 'UTC', roles: [], groups: [] };
const FILE: Origin = { source: 'file' };
const HOST: Origin = { source: 'subscription', url: 'https://packs.example.com/sales.handrail', layer: 'team' };

let db: HandrailDb;
let made = 0;
const id = () => `id-${(made += 1)}`;

interface Around {
  policy?: Partial<Policy>;
  audience?: Partial<typeof HERE> & { roles?: string[]; groups?: string[] };
}

const bring = (text: string, origin: Origin = FILE, { policy, audience }: Around = {}): Promise<Admission> =>
  admit(db, text, origin, { audience: { ...HERE, ...audience }, policy: policySchema.parse(policy ?? {}), version: '1.0.0', id });

const signed = (change: object = {}, terms: Partial<SigningTerms> = {}, key: SigningKey = acme): Promise<string> =>
  signPack(packText(change), { issuedAt: ISSUED, ...terms }, key);

/** Takes it as a file, and trusts its key. */
const trust = async (text: string, key: SigningKey = acme): Promise<Admission> => bring(text, { ...FILE, trusts: key.id });

const used = async () => (await packsInUse(db)).map(({ id: pack, version, layer }) => `${pack} ${version} ${layer}`);
const types = async () => (await db.journal.toArray()).map(({ type }) => type);
const why = (admission: Admission) => (admission.kind === 'refused' ? admission.refusal.why : admission.kind);

let acme: SigningKey;
let other: SigningKey;
beforeEach(async () => {
  db = newDb();
  [acme, other] = await Promise.all([makeKey(), makeKey()]);
});

describe('a draft', () => {
  it('is one’s own, and in use at once', async () => {
    expect(await bring(packText())).toMatchObject({ kind: 'taken', pack: 'sample', version: '1.0.0', isNew: true, use: 'now' });
    expect(await used()).toEqual(['sample 1.0.0 personal']);
    expect(await types()).toEqual(['pack-added', 'pack-activated']);
  });

  it('that a host gives holds the rules of whom the subscription says', async () => {
    await bring(packText(), HOST);
    expect(await db.packs.get(['sample', '1.0.0'])).toMatchObject({ layer: 'team', source: 'subscription', url: HOST.url, active: 1 });
  });

  it('takes the layer of the version before', async () => {
    await bring(packText(), HOST);
    await bring(packText({ version: '1.1.0' }));
    expect(await used()).toEqual(['sample 1.1.0 team']);
  });

  it('with other content under the same version is refused', async () => {
    await bring(packText());
    expect(await bring(packText({ title: 'Other' }))).toMatchObject({ refusal: { why: 'other-bytes', version: '1.0.0' } });
  });

  it('never takes the place of what somebody else has signed', async () => {
    await trust(await signed());
    expect(why(await bring(packText({ version: '9.0.0' })))).toBe('not-signed');
    expect(why(await bring(packText({ version: '9.0.0' }), HOST))).toBe('not-signed');
    expect(await used()).toEqual(['sample 1.0.0 team']);
  });

  it('of what one’s own key has signed is tried out here, by hand', async () => {
    await db.keys.put({ ...acme, name: 'Dana', createdAt: 1 });
    await bring(await signed());
    expect(why(await bring(packText({ version: '1.1.0' }), HOST))).toBe('not-signed');
    expect(await bring(packText({ version: '1.1.0' }))).toMatchObject({ kind: 'taken', use: 'now' });
    expect(await used()).toEqual(['sample 1.1.0 team']);
  });
});

describe('a signed pack', () => {
  it('by a key that nobody trusts is asked about, and nothing is kept', async () => {
    const text = await signed({}, { audience: 'Acme' });
    expect(await bring(text)).toMatchObject({
      kind: 'ask',
      ask: { publicKey: acme.publicKey, fingerprint: fingerprintOf(acme.id), claims: { pack: 'sample', audience: 'Acme' } },
    });
    for (const table of db.tables) expect([table.name, await table.count()]).toEqual([table.name, 0]);
  });

  it('is used once its key is trusted, and the next one without asking', async () => {
    await trust(await signed({}, { audience: 'Acme' }));
    expect(await db.trust.toArray()).toMatchObject([{ key: acme.id, publisher: 'Acme', audience: 'Acme', how: 'first-use', at: NOW }]);
    expect(await db.accepted.toArray()).toMatchObject([{ key: acme.id, pack: 'sample', version: '1.0.0', issuedAt: ISSUED }]);
    await bring(await signed({ version: '1.1.0' }, { audience: 'Acme' }));
    expect(await used()).toEqual(['sample 1.1.0 team']);
    expect(await types()).toEqual(['pack-added', 'key-trusted', 'pack-activated', 'pack-added', 'pack-activated']);
    expect((await db.journal.toArray()).at(-1)).toMatchObject({ version: '1.1.0', from: '1.0.0' });
  });

  it('by one’s own key is not asked about', async () => {
    await db.keys.put({ ...acme, name: 'Dana', createdAt: 1 });
    expect(await bring(await signed())).toMatchObject({ kind: 'taken', use: 'now' });
  });

  it('takes the place of the draft that it was made of, and of another draft of the same version', async () => {
    await bring(packText());
    await trust(await signed());
    expect(await db.packs.get(['sample', '1.0.0'])).toMatchObject({ active: 1, signature: { key: acme.id } });
    db = newDb();
    await bring(packText({ title: 'A draft' }));
    await trust(await signed());
    expect(await db.packs.get(['sample', '1.0.0'])).toMatchObject({
      signature: { key: acme.id },
      pack: { title: JSON.parse(packText()).title },
    });
  });

  it('that its host gives again is kept, also when somebody went back from it', async () => {
    await trust(await signed());
    const next = await signed({ version: '1.1.0' });
    await bring(next, HOST);
    await activatePack(db, 'sample', '1.0.0', { now: NOW, id }, { back: true });
    expect(await bring(next, HOST)).toMatchObject({ kind: 'taken', isNew: false, use: 'kept' });
    expect(await used()).toEqual(['sample 1.0.0 team']);
  });

  it('by the key that its publisher named brings that key in, and revokes the one before', async () => {
    await trust(await signed());
    const rotation = await signRotation(other.publicKey, ISSUED, acme);
    const next = await signed({ version: '1.1.0' }, { rotations: [rotation], revokes: [acme.id] }, other);
    expect(await bring(next, HOST)).toMatchObject({ kind: 'taken', use: 'now' });
    expect(await db.trust.get(other.id)).toMatchObject({ how: 'rotation', replaces: acme.id });
    expect(await db.trust.get(acme.id)).toMatchObject({ revokedAt: NOW, revokedBy: other.id });
    expect(why(await bring(await signed({ version: '1.2.0' }), HOST))).toBe('revoked-key');
    expect(await used()).toEqual(['sample 1.1.0 team']);
  });
});

describe('what is refused changes nothing, and is journalled', () => {
  it.each<[string, () => Promise<Admission>]>([
    ['not-allowed', () => bring(packText(), FILE, { policy: { choosePacks: false } })],
    ['not-signed', () => bring(packText({ version: '2.0.0' }), HOST, { policy: { requireSigned: true } })],
    ['invalid', () => bring('{ "format": 1 }')],
    ['needs-newer', async () => bring(await signed({ version: '2.0.0', minimumExtension: '2.0.0' }))],
    ['older', async () => bring(await signed({ version: '0.9.0' }))],
    ['other-bytes', async () => bring(await signed({ description: 'Changed' }))],
    ['expired', async () => bring(await signed({ version: '2.0.0' }, { issuedAt: NOW - 3 * DAY_MS, expiresAt: NOW - 2 * DAY_MS }))],
    ['other-key', async () => bring(await signed({ version: '2.0.0' }, {}, other), { ...FILE, trusts: other.id })],
    ['untrusted-key', async () => bring(await signed(), HOST, { policy: { trustedKeys: [{ key: other.publicKey, publisher: 'Other' }] } })],
    [
      'other-organisation',
      async () => bring(await signed({ version: '2.0.0' }, { audience: 'Globex' }), FILE, { policy: { organisation: 'Acme' } }),
    ],
    ['clock-back', async () => bring(await signed({ version: '2.0.0' }), FILE, { audience: { now: ISSUED - 2 * DAY_MS } })],
  ])('%s', async (reason, refused) => {
    await trust(await signed());
    const content = async () =>
      Promise.all(db.tables.filter(({ name }) => name !== 'journal').map(async (table) => [table.name, await table.toArray()]));
    const [before, events] = [await content(), await db.journal.count()];
    expect(why(await refused())).toBe(reason);
    expect(await content()).toEqual(before);
    expect((await db.journal.toArray()).slice(events)).toMatchObject([{ type: 'pack-refused', why: reason }]);
  });
});

describe('a rollout', () => {
  const from = (day: string) => ({ rollout: { from: day } });

  it('that has not come leaves the version before in use, until it comes', async () => {
    await bring(packText());
    const later = await bring(packText({ version: '1.1.0', ...from('2026-11-30') }));
    expect(later).toMatchObject({ kind: 'taken', use: 'later', from: '2026-11-30' });
    expect(await useWaiting(db, HERE, id)).toBe(false);
    expect(await used()).toEqual(['sample 1.0.0 personal']);
    expect(await useWaiting(db, { ...HERE, now: Date.parse('2026-11-30T00:00:01Z') }, id)).toBe(true);
    expect(await used()).toEqual(['sample 1.1.0 personal']);
  });

  it('to a group is for those who are in it', async () => {
    const text = packText({ rollout: { groups: ['pilot'] } });
    expect(await bring(text)).toMatchObject({ use: 'later' });
    expect(await used()).toEqual([]);
    expect(await useWaiting(db, { ...HERE, groups: ['pilot'] }, id)).toBe(true);
    expect(await used()).toEqual(['sample 1.0.0 personal']);
  });

  it('of two that have come uses the newer one, and the older waits no more', async () => {
    await bring(packText({ version: '1.1.0', ...from('2026-11-29') }));
    await bring(packText({ version: '1.2.0', ...from('2026-11-30') }), FILE, { audience: { now: NOW + 1 } });
    const then = { ...HERE, now: Date.parse('2026-12-01T00:00:00Z') };
    await useWaiting(db, then, id);
    expect(await used()).toEqual(['sample 1.2.0 personal']);
    expect(await useWaiting(db, then, id)).toBe(false);
  });

  it('that was overtaken by a newer version comes no more', async () => {
    await bring(packText({ version: '1.1.0', ...from('2026-11-30') }));
    await bring(packText({ version: '1.2.0' }), FILE, { audience: { now: NOW + 1 } });
    expect(await useWaiting(db, { ...HERE, now: Date.parse('2026-12-01T00:00:00Z') }, id)).toBe(false);
    expect(await used()).toEqual(['sample 1.2.0 personal']);
  });
});
