/** What admins look for on the options page: what the policy sets, what of it could not be read, and whose packs are taken. */
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OrganisationModel } from '../../../components/studio/organisation/model';
import { Organisation } from '../../../components/studio/organisation/Organisation';
import { ruleWords } from '../../../components/studio/organisation/words';
import type { TrustedKeyView } from '../../../components/studio/trust/model';
import { TrustedKeys } from '../../../components/studio/trust/TrustedKeys';
import { dayWords } from '../../../components/ui/time';
import { trustedShown } from '../../../entrypoints/options/trust';
import { whatIsTrusted } from '../../../lib/pack/signed/trusting';
import { policyKeys, policySchema, type Policy } from '../../../lib/policy-schema';
import type { TrustRow } from '../../../lib/progress/rows';
import { keyIdOf } from '../../../lib/signing/key';
import { expectNoAxeViolations } from './axe';

const NOW = new Date(2026, 10, 24, 10, 42).getTime();
const KEY = 'k'.repeat(43);
const OPEN = policySchema.parse({});

afterEach(cleanup);

describe('what the organisation sets', () => {
  const model = (some: Partial<OrganisationModel>): OrganisationModel => ({
    ...{ policy: OPEN, isKnown: true, set: [], problems: [], toldAt: null },
    ...some,
  });
  const show = (some: Partial<OrganisationModel>) => render(<Organisation model={model(some)} now={NOW} />);

  it.each<[string, Partial<OrganisationModel>, RegExp]>([
    ['is nothing', {}, /has set nothing: everything on this page is yours to choose/],
    ['is not known yet', { isKnown: false }, /has not told yet/],
    [
      'is in force',
      { policy: { ...OPEN, choosePacks: false }, set: ['choosePacks'], toldAt: NOW },
      /Your organisation chooses the rule packs/,
    ],
    [
      'could not be read',
      { set: ['subscriptions'], problems: [{ key: 'subscriptions', why: 'malformed' }] },
      /rule “subscriptions” could not be read; the last one counts/,
    ],
    ['is gone', { set: ['guard'], problems: [{ key: 'guard', why: 'missing' }] }, /the last one counts until it is lifted/],
  ])('%s', async (_, some, words) => {
    const { container } = show(some);
    expect(container.textContent).toMatch(words);
    await expectNoAxeViolations(container);
  });

  it('is there for admins as they wrote it', () => {
    show({ policy: { ...OPEN, roles: ['ae'] }, set: ['roles'] });
    expect(screen.getByText('roles: ["ae"]')).toBeTruthy();
  });

  it.each<[Partial<Policy>, string[]]>([
    [{ readAtMove: false }, ['Values are not read from the CRM when a stage change is held.']],
    [{ guard: false }, ['Stage changes are not held: the panel shows the steps, and every save goes through.']],
    [{ handle: 'off' }, ['The handle is not shown in the CRM page.']],
    [{ requireSigned: true }, ['Only signed packs may be used.']],
    [{ organisation: 'Acme' }, ['You work for Acme: packs that are signed for others are refused.']],
    [
      { trustedKeys: [{ key: KEY, publisher: 'Acme IT' }] },
      ['Packs signed by Acme IT are taken without asking; other keys cannot be trusted.'],
    ],
    [{ revokedKeys: ['a', 'b'] }, ['2 keys count no more, whoever trusts them.']],
    [
      { subscriptions: [{ url: 'https://it.acme.com/all.handrail', layer: 'company' }] },
      ['Everybody gets the company pack from it.acme.com.'],
    ],
    [{ privateAddresses: true }, ['Subscriptions may lead into your organisation’s own network.']],
    [{ roles: ['ae', 'sdr'] }, ['Your roles are ae, sdr.']],
    [{ groups: ['pilot'] }, ['You are in the pilot groups pilot.']],
  ])('says of %j', (some, words) => {
    const policy = { ...OPEN, ...some };
    expect(policyKeys.filter((key) => key in some).flatMap((key) => ruleWords(key, policy))).toEqual(words);
  });

  it('has words for every rule, whatever it is lifted to', () => {
    const said = policyKeys.flatMap((key) => ruleWords(key, OPEN));
    for (const words of said) expect(words).toMatch(/^[A-Z].*\.$/);
  });
});

describe('the trusted keys', () => {
  const DANA: TrustedKeyView = {
    ...{
      key: KEY,
      fingerprint: 'lusab-babad-gutih-tugad-mudof',
      publisher: 'Acme',
      audience: 'Acme',
      how: 'first-use',
      at: NOW,
      isOff: false,
    },
  };

  function show(keys: readonly TrustedKeyView[]) {
    const onForgetKey = vi.fn(() => Promise.resolve());
    return { ...render(<TrustedKeys keys={keys} now={NOW} events={{ onForgetKey }} />), onForgetKey };
  }

  it.each<[Partial<TrustedKeyView>, string]>([
    [{}, `You trusted it on ${dayWords(NOW, NOW)}.`],
    [{ how: 'rotation' }, `An earlier key that is trusted named it on ${dayWords(NOW, NOW)}.`],
    [{ how: 'policy', at: undefined }, 'Pinned by your organisation.'],
    [{ revoked: 'policy' }, 'Your organisation revoked it: nothing that it signs is taken.'],
    [{ revoked: 'successor' }, 'The key that took its place revoked it: nothing that it signs is taken.'],
    [{ isOff: true }, `Your organisation names the keys that count, and this is none of them. You trusted it on ${dayWords(NOW, NOW)}.`],
  ])('say why %j counts, or why not', async (some, words) => {
    const { container } = show([{ ...DANA, ...some }]);
    expect(screen.getByText(words)).toBeTruthy();
    await expectNoAxeViolations(container);
  });

  it('are forgotten only when it is asked twice', async () => {
    const { onForgetKey, container } = show([DANA]);
    await userEvent.click(screen.getByRole('button', { name: 'Forget… the key of Acme' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep it' }));
    await expectNoAxeViolations(container);
    await userEvent.keyboard('{Enter}');
    expect(onForgetKey).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Forget… the key of Acme' }));
    await userEvent.click(screen.getByRole('button', { name: 'Forget the key' }));
    expect(onForgetKey).toHaveBeenCalledWith(KEY);
    expect(await screen.findByText('The key of Acme was forgotten. Its packs stay as they are.')).toBeTruthy();
  });

  it('that the policy pins are not the person’s to forget', () => {
    show([{ ...DANA, how: 'policy' }]);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('come from the policy and from the database', async () => {
    const pinned = { key: 'A'.repeat(42) + 'E', publisher: 'Acme IT' };
    const row: TrustRow = { key: KEY, publicKey: 'p'.repeat(43), publisher: 'Dana', audience: null, how: 'first-use', at: NOW };
    const shownBy = async (policy: Policy, rows: TrustRow[]) =>
      trustedShown(rows, await whatIsTrusted(policy, rows, []), policy).map(({ publisher, how, revoked, isOff }) => [
        publisher,
        how,
        revoked,
        isOff,
      ]);
    expect(await shownBy(OPEN, [row])).toEqual([['Dana', 'first-use', undefined, false]]);
    expect(await shownBy(OPEN, [{ ...row, revokedAt: NOW }])).toEqual([['Dana', 'first-use', 'successor', false]]);
    expect(await shownBy({ ...OPEN, trustedKeys: [pinned] }, [row])).toEqual([
      ['Acme IT', 'policy', undefined, false],
      ['Dana', 'first-use', undefined, true],
    ]);
    expect(await shownBy({ ...OPEN, trustedKeys: [pinned], revokedKeys: [await keyIdOf(pinned.key)] }, [])).toEqual([
      ['Acme IT', 'policy', 'policy', false],
    ]);
  });
});
