/** Signed packs for an organisation, for a time, and after an earlier version. */
import { signPack } from '../../../lib/pack/signed/envelope';
import type { Trusting } from '../../../lib/pack/signed/trusting';
import { accepted, DAY_MS, ISSUED, type Keys, NOW, packText, trusted, trusting } from './parts';
import { type Row } from './row';
import type { Vector } from './vector';

/** To an organisation and to a time. */
export async function bound({ acme, other }: Keys, here: Trusting): Promise<Row[]> {
  const by = (terms: object, key = acme) => signPack(packText(), { issuedAt: ISSUED, ...terms }, key);
  const forAcme = await by({ audience: 'acme.example' });
  const forGlobex = await by({ audience: 'globex.example' });
  const forAll = await by({});
  const organisation = { ...here, organisation: 'acme.example' };
  const firstUse = trusting([trusted(acme, { audience: 'acme.example' })]);
  const hour = 3_600_000;
  const seen = (issuedAt: number): Partial<Vector> => ({
    trusting: { ...here, accepted: [{ key: other.id, pack: 'else', version: '1.0.0', digest: 'x', issuedAt, at: issuedAt }] },
  });
  const until = await by({ expiresAt: NOW });
  return [
    ['for our organisation, by policy', forAcme, 'good: first-use', { trusting: organisation }],
    ['for another organisation, by policy', forGlobex, 'other-organisation', { trusting: organisation }],
    ['for everybody, where the policy says whose organisation this is', forAll, 'good: first-use', { trusting: organisation }],
    ['for the organisation that its key was trusted for', forAcme, 'good: first-use', { trusting: firstUse }],
    ['for another one than its key was trusted for', forGlobex, 'other-organisation', { trusting: firstUse }],
    [
      'for another one than its key was trusted for, but the policy’s',
      forGlobex,
      'good: first-use',
      { trusting: { ...firstUse, organisation: 'globex.example' } },
    ],
    [
      'for another organisation, by a key that nobody trusts yet',
      await by({ audience: 'globex.example' }, other),
      'other-organisation',
      { trusting: organisation },
    ],
    ['whose time is over', until, 'expired'],
    ['whose time is over in this very moment', await by({ expiresAt: NOW + 1000 }), 'expired', { now: NOW + 1000 }],
    [
      'with the clock set back to before it ended, which a newer signature shows',
      until,
      'expired',
      { ...seen(NOW + hour), now: NOW - 2 * hour },
    ],
    ['with the clock set back by a year', forAll, 'clock-back', { ...seen(NOW), now: NOW - 365 * DAY_MS }],
    ['with the clock set back by a day and a second', forAll, 'clock-back', { ...seen(NOW + DAY_MS + 1000) }],
    ['with the clock back by a day', forAll, 'good: first-use', { ...seen(NOW + DAY_MS) }],
    ['signed in an hour from now', await by({ issuedAt: NOW + hour }), 'not-yet'],
    ['signed by a clock that is ten minutes fast', await by({ issuedAt: NOW + hour / 6 }), 'good: first-use'],
  ];
}

export async function ratchet({ acme, other }: Keys): Promise<Row[]> {
  const by = (version: string, change: object = {}, key = acme) => signPack(packText({ version, ...change }), { issuedAt: ISSUED }, key);
  const known = await accepted(acme, packText({ version: '1.9.0' }));
  const here = (...rows: (typeof known)[]) => ({ trusting: trusting([trusted(acme), trusted(other)], { accepted: rows }) });
  const [mine, theirs] = [known, await accepted(other, packText({ id: 'their-own', version: '99.0.0' }))];
  return [
    ['a newer version', await by('1.10.0'), 'good: first-use', here(mine)],
    ['an older version', await by('1.8.9'), 'older', here(mine)],
    ['the same version once more', await by('1.9.0'), 'good: first-use', here(mine)],
    ['the same version with other bytes', await by('1.9.0', { title: 'Changed' }), 'other-bytes', here(mine)],
    [
      'the same version with a blank more',
      await signPack(`${packText({ version: '1.9.0' })} `, { issuedAt: ISSUED }, acme),
      'other-bytes',
      here(mine),
    ],
    ['an older version than one of another pack', await by('1.9.0'), 'good: first-use', here(mine, theirs)],
    ['a newer version by another key that is trusted too', await by('2.0.0', {}, other), 'other-key', here(mine)],
    [
      'by another key, where the one before is not trusted any more',
      await by('1.0.0', {}, other),
      'good: first-use',
      { trusting: trusting([trusted(other)], { accepted: [mine] }) },
    ],
    [
      'by another key, where the one before is revoked',
      await by('1.0.0', {}, other),
      'good: first-use',
      { trusting: trusting([trusted(acme), trusted(other)], { accepted: [mine], revoked: new Set([acme.id]) }) },
    ],
    [
      'by a key that nobody trusts, of a pack that another one brought',
      await by('2.0.0', {}, other),
      'other-key',
      { trusting: trusting([trusted(acme)], { accepted: [mine] }), trusts: other.id },
    ],
  ];
}
