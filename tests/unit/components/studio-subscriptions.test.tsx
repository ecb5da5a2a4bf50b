/** Subscriptions on the options page: an address is added, looked at, allowed, removed; a new key is asked about; trouble is told with what to do. */
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CheckOutcome, SubscriptionView, SubscriptionsEvents } from '../../../components/studio/subscriptions/model';
import { Subscriptions } from '../../../components/studio/subscriptions/Subscriptions';
import { freshWords, nextWords, outcomeWords } from '../../../components/studio/subscriptions/words';
import { agoWords, dayWords } from '../../../components/ui/time';
import { readAddress } from '../../../lib/subscriptions/address';
import { addressWords } from '../../../lib/subscriptions/words';
import { expectNoAxeViolations } from './axe';

const NOW = new Date(2026, 10, 24, 10, 42).getTime();
const HOUR = 3_600_000;
const KEY = 'k'.repeat(43);

afterEach(cleanup);

const TEAM: SubscriptionView = {
  ...{ url: 'https://packs.acme.com/team.handrail', host: 'packs.acme.com', by: 'rep', layer: 'team', isOff: false },
  ...{ checkedAt: NOW - HOUR, freshAt: NOW - 2 * HOUR, dueAt: NOW + 5 * HOUR },
  pack: { id: 'team', title: 'Team EMEA', version: '2.0.0' },
};
const COMPANY: SubscriptionView = { ...TEAM, url: 'https://it.acme.com/all.handrail', host: 'it.acme.com', by: 'policy', layer: 'company' };
const ASK: CheckOutcome = {
  kind: 'ask',
  ask: {
    claims: {
      ...{ key: KEY, pack: 'team', version: '2.0.0', publisher: 'Acme', audience: null },
      ...{ issuedAt: NOW, expiresAt: null, revokes: [] },
    },
    publicKey: 'p'.repeat(43),
    fingerprint: 'lusab-babad-gutih-tugad-mudof',
    title: 'Team EMEA',
  },
};
const TAKEN: CheckOutcome = { kind: 'taken', pack: 'team', version: '2.1.0', title: 'Team EMEA', isNew: true, use: 'now' };

function show(subscriptions: readonly SubscriptionView[], some: Partial<SubscriptionsEvents> = {}, mayAdd = true) {
  const events: SubscriptionsEvents = {
    addressProblem: (text) => {
      const address = readAddress(text, { privateAddresses: false });
      return address.kind === 'refused' ? addressWords(address.why) : null;
    },
    onAddSubscription: vi.fn(() => Promise.resolve(TAKEN)),
    onCheckSubscription: vi.fn(() => Promise.resolve({ kind: 'same' as const })),
    onAllowSubscription: vi.fn(() => Promise.resolve(TAKEN)),
    onRemoveSubscription: vi.fn(() => Promise.resolve()),
    ...some,
  };
  return { ...render(<Subscriptions model={{ subscriptions, mayAdd }} now={NOW} events={events} />), events };
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const address = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Address of a pack' });

describe('an address', () => {
  it('is added, looked at, and what came of it is told', async () => {
    const { events, container } = show([]);
    await userEvent.type(address(), '  https://packs.acme.com/team.handrail{Enter}');
    expect(events.onAddSubscription).toHaveBeenCalledWith('https://packs.acme.com/team.handrail');
    expect((await screen.findByText('Team EMEA 2.1.0 is in use now.')).closest('[role=status]')).toBeTruthy();
    expect(address().value).toBe('');
    await expectNoAxeViolations(container);
  });

  it('is asked for in the very click: the browser asks for permission only then', async () => {
    const order: string[] = [];
    show([], {
      onAddSubscription: () => {
        order.push('asked');
        return Promise.resolve(TAKEN);
      },
    });
    await userEvent.type(address(), 'https://packs.acme.com/x');
    const button = screen.getByRole('button', { name: 'Subscribe' });
    button.addEventListener('click', () => order.push('click'));
    button.closest('form')?.addEventListener('submit', () => queueMicrotask(() => order.push('after the click')));
    await userEvent.click(button);
    expect(order).toEqual(['click', 'asked', 'after the click']);
  });

  it.each([
    ['http://packs.acme.com/x', /must begin with https/],
    ['https://localhost/x', /leads into a private network/],
    ['packs', /This is not a web address/],
  ])('%s is not added; what is wrong is told once the box is left', async (text, words) => {
    const { events, container } = show([]);
    await userEvent.type(address(), text);
    expect(address().getAttribute('aria-invalid')).toBe('false');
    await userEvent.tab();
    expect(address().getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(address().getAttribute('aria-describedby') ?? '')?.textContent).toMatch(words);
    await press('Subscribe');
    expect(document.activeElement).toBe(address());
    expect(events.onAddSubscription).not.toHaveBeenCalled();
    await expectNoAxeViolations(container);
  });

  it('that is here already says so', async () => {
    show([], { onAddSubscription: () => Promise.reject(new Error('This address is subscribed to already.')) });
    await userEvent.type(address(), 'https://packs.acme.com/x{Enter}');
    expect(await screen.findByText('This address is subscribed to already.')).toBeTruthy();
  });

  it('cannot be added where the organisation chooses the packs, and that is said', () => {
    show([{ ...TEAM, isOff: true }], {}, false);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText(/^Set by your organisation: it chooses the rule packs/)).toBeTruthy();
    expect(screen.getByText(/this one is not looked at/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Check now/ })).toBeNull();
  });
});

describe('a subscription', () => {
  it('says what it brings, how old that is and when it is looked at next', async () => {
    const { container } = show([TEAM]);
    const said = screen.getByRole('listitem').textContent;
    expect(said).toContain('Team EMEA 2.0.0 Team');
    expect(said).toContain(
      `From packs.acme.com. Confirmed by the host ${agoWords(NOW - 2 * HOUR, NOW)}. Next look ${agoWords(NOW + 5 * HOUR, NOW)}.`,
    );
    await expectNoAxeViolations(container);
  });

  it('is looked at on a click', async () => {
    const { events } = show([TEAM]);
    await press('Check now: packs.acme.com');
    expect(events.onCheckSubscription).toHaveBeenCalledWith(TEAM.url);
    expect(await screen.findByText('Looked: what is here is the newest.')).toBeTruthy();
  });

  it('is removed with its pack left here', async () => {
    const { events } = show([TEAM]);
    await press('Remove: packs.acme.com');
    expect(events.onRemoveSubscription).toHaveBeenCalledWith(TEAM.url);
    expect(await screen.findByText('packs.acme.com is not looked at any more. Its pack stays.')).toBeTruthy();
  });

  it('of the organisation cannot be removed, and says why', () => {
    show([COMPANY]);
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
    expect(screen.getByText('Set by your organisation')).toBeTruthy();
  });

  it('in trouble says what is the matter, and that its pack stays in use', async () => {
    const words = 'packs.acme.com has a problem of its own (500). Handrail looks again by itself.';
    const { container } = show([{ ...TEAM, trouble: { why: 'http', words } }]);
    expect(screen.getByText(`${words} What is here stays in use.`)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Allow/ })).toBeNull();
    await expectNoAxeViolations(container);
  });

  it('that may not be read can be allowed', async () => {
    const { events } = show([{ ...TEAM, trouble: { why: 'no-permission', words: 'It could not be read.' } }]);
    await press('Allow to read: packs.acme.com');
    expect(events.onAllowSubscription).toHaveBeenCalledWith(TEAM.url);
    expect(await screen.findByText('Team EMEA 2.1.0 is in use now.')).toBeTruthy();
  });

  it('whose key is new is asked about, and trusted by that very key', async () => {
    const onCheckSubscription = vi.fn((_url: string, trusts?: string) => Promise.resolve(trusts === undefined ? ASK : TAKEN));
    const { container } = show([{ ...TEAM, trouble: { why: 'new-key', words: 'The key is new.' } }], { onCheckSubscription });
    await press('Compare the key: packs.acme.com');
    await screen.findByRole('region', { name: 'Is this really from Acme?' });
    await expectNoAxeViolations(container);
    await press('Trust and use');
    expect(onCheckSubscription.mock.calls).toEqual([[TEAM.url], [TEAM.url, KEY]]);
    expect(await screen.findByText('Team EMEA 2.1.0 is in use now.')).toBeTruthy();
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('whose key is not trusted stays as it is', async () => {
    const onCheckSubscription = vi.fn(() => Promise.resolve(ASK));
    show([TEAM], { onCheckSubscription });
    await press('Check now: packs.acme.com');
    await screen.findByRole('button', { name: 'Do not use' });
    await press('Do not use');
    expect(onCheckSubscription).toHaveBeenCalledOnce();
    expect(await screen.findByText(/^Nothing was changed\./)).toBeTruthy();
  });
});

describe('what is said', () => {
  it.each<[CheckOutcome, RegExp]>([
    [{ kind: 'same' }, /what is here is the newest/],
    [
      { kind: 'failed', trouble: { why: 'offline', words: 'This computer is offline.' } },
      /^Nothing was changed\. This computer is offline\.$/,
    ],
    [{ ...TAKEN, use: 'later' }, /meant for groups or roles that you are not in/],
    [{ ...TAKEN, use: 'kept' }, /was added\. It is not in use/],
    [{ ...TAKEN, use: 'kept', isNew: false }, /was here already/],
  ])('of %j', (outcome, words) => {
    expect(outcomeWords(outcome, NOW)).toMatch(words);
  });

  it('of a pack that waits for a day', () => {
    const day = dayWords(new Date(2026, 11, 1).getTime(), NOW);
    expect(outcomeWords({ ...TAKEN, use: 'later', from: '2026-12-01' }, NOW)).toContain(`is used from ${day} on`);
  });

  it('before the first look, after one that brought nothing, and where one is due', () => {
    expect(freshWords({}, NOW)).toBe('Not looked at yet.');
    expect(freshWords({ checkedAt: NOW - HOUR }, NOW)).toMatch(/^Nothing came from there yet/);
    expect(nextWords({ dueAt: NOW - 1 }, NOW)).toBe('The next look is due.');
  });
});
