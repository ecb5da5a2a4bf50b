/** Packs on the options page: whose rules, from where, signed by whom; a new key that is asked about; going back, with a way forward again. */
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { History } from '../../../components/studio/history/History';
import type { ActivationView } from '../../../components/studio/history/model';
import { ImportPack } from '../../../components/studio/packs/ImportPack';
import type { PacksEvents, PackView, SignedView } from '../../../components/studio/packs/model';
import { Packs } from '../../../components/studio/packs/Packs';
import { ageWords, expiryWords, signedWords, sourceWords, waitWords } from '../../../components/studio/packs/words';
import type { TrustAsk } from '../../../components/studio/trust/model';
import { agoWords, dayWords } from '../../../components/ui/time';
import { expectNoAxeViolations } from './axe';

const NOW = new Date(2026, 10, 24, 10, 42).getTime();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** As the browser’s language writes it. */
const day = (at: number): string => dayWords(at, NOW);
const DECEMBER = day(new Date(2026, 11, 1).getTime());

afterEach(cleanup);

const SIGNED: SignedView = {
  key: 'k'.repeat(43),
  fingerprint: 'lusab-babad-gutih-tugad-mudof',
  publisher: 'Acme Sales Operations',
  audience: 'Acme',
  issuedAt: NOW - 9 * DAY,
  expiresAt: null,
  trust: { how: 'first-use', at: NOW - 3 * DAY },
};
const ACME: PackView = {
  ...{ id: 'acme', version: '1.4.0', title: 'Acme company rules', publisher: 'Acme Sales Operations' },
  ...{ pipelines: 2, stages: 11, sops: 14, roles: [], addedAt: NOW - 2 * DAY },
  layer: 'company',
  source: {
    kind: 'subscription',
    url: 'https://packs.acme.com/sales.handrail',
    host: 'packs.acme.com',
    by: 'policy',
    freshAt: NOW - 2 * HOUR,
  },
  inUse: true,
  waits: false,
  activeAt: NOW - DAY,
  signed: SIGNED,
  digest: 'd'.repeat(43),
  mayBe: [],
};
const EMEA: PackView = {
  ...ACME,
  ...{ id: 'emea', version: '2.0.0', title: 'Team EMEA', layer: 'team', source: { kind: 'file' } },
  mayBe: ['team', 'personal'],
};
const EMEA_BEFORE: PackView = { ...EMEA, version: '1.9.0', inUse: false };
const STARTER: PackView = {
  ...{ id: 'starter', version: '1.0.0', title: 'B2B sales cycle', publisher: 'Handrail', layer: 'personal', source: { kind: 'starter' } },
  ...{ pipelines: 1, stages: 5, sops: 3, roles: [], addedAt: NOW, inUse: false, waits: false, mayBe: [] },
};
const ASK: TrustAsk = {
  claims: {
    ...{ key: 'k'.repeat(43), pack: 'acme', version: '1.4.0', publisher: 'Acme Sales Operations', audience: 'Acme' },
    ...{ issuedAt: NOW - DAY, expiresAt: null, revokes: [] },
  },
  publicKey: 'p'.repeat(43),
  fingerprint: 'lusab-babad-gutih-tugad-mudof',
  title: 'Acme company rules',
};

function show(packs: readonly PackView[], some: Partial<PacksEvents> = {}) {
  const undo = vi.fn(() => Promise.resolve());
  const events: PacksEvents = {
    onUsePack: vi.fn(() => Promise.resolve(undo)),
    onStopUsing: vi.fn(() => Promise.resolve(undo)),
    onLayer: vi.fn(() => Promise.resolve()),
    ...some,
  };
  return { ...render(<Packs packs={packs} now={NOW} events={events} />), events, undo };
}
const entry = (title: RegExp) => screen.getByRole('heading', { name: title }).closest('li')!;
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('the packs here', () => {
  it('stand in the order in which they count, each with its layer, and the rule between them is told', async () => {
    const { container } = show([ACME, EMEA, EMEA_BEFORE, STARTER]);
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Acme company rules 1.4.0 Company',
      'Team EMEA 2.0.0 Team',
      'Not in use',
      'B2B sales cycle 1.0.0 Yours',
    ]);
    expect(screen.getByText(/company goes before team, and team before yours/)).toBeTruthy();
    await expectNoAxeViolations(container);
  });

  it('that are one say nothing of precedence', () => {
    show([EMEA, STARTER]);
    expect(screen.queryByText(/goes before team/)).toBeNull();
  });

  it('say where they come from, how old they are and who signed them', () => {
    show([ACME, { ...EMEA, signed: undefined }]);
    expect(entry(/Acme/).textContent).toContain(
      `From packs.acme.com, set by your organisation. Confirmed by the host ${agoWords(NOW - 2 * HOUR, NOW)}.`,
    );
    expect(entry(/Acme/).textContent).toContain(`Signed by Acme Sales Operations. You trusted this key on ${day(NOW - 3 * DAY)}.`);
    expect(entry(/EMEA/).textContent).toContain(`From a file. Added ${day(NOW - 2 * DAY)}.`);
    expect(entry(/EMEA/).textContent).toContain('Not signed: a draft, good on this computer only.');
  });

  it('of the organisation cannot be put away, and say why', () => {
    show([ACME]);
    expect(screen.queryByRole('button', { name: 'Stop using Acme company rules' })).toBeNull();
    expect(entry(/Acme/).textContent).toContain('Set by your organisation');
  });

  it('are put away with one click, and back with another', async () => {
    const { events, undo } = show([EMEA]);
    await press('Stop using Team EMEA');
    expect(events.onStopUsing).toHaveBeenCalledWith('emea', '2.0.0');
    expect(screen.getByText('Team EMEA is not in use any more.').closest('[role=status]')).toBeTruthy();
    await press('Undo');
    expect(undo).toHaveBeenCalledOnce();
    expect(await screen.findByText('Put back as it was.')).toBeTruthy();
  });

  it('go back to another version, by keyboard alone', async () => {
    const { events } = show([EMEA, EMEA_BEFORE]);
    await userEvent.click(screen.getByText('One other version'));
    screen.getByRole('button', { name: 'Use this version: Team EMEA 1.9.0' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(events.onUsePack).toHaveBeenCalledWith('emea', '1.9.0');
    expect(await screen.findByText('Team EMEA 1.9.0 is in use now.')).toBeTruthy();
  });

  it('say why one could not be put to use', async () => {
    show([STARTER], { onUsePack: () => Promise.reject(new Error('Your organisation does not allow this pack any more.')) });
    await press('Use this pack: B2B sales cycle 1.0.0');
    expect((await screen.findByText('Your organisation does not allow this pack any more.')).closest('[role=status]')).toBeTruthy();
  });

  it('of one’s own may be another layer’s; those of others may not', async () => {
    const { events } = show([ACME, EMEA]);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Whose rules Team EMEA holds' }), 'Yours');
    expect(events.onLayer).toHaveBeenCalledWith('emea', 'personal');
    expect(await screen.findByText('Team EMEA counts as “Yours” now.')).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: 'Whose rules Acme company rules holds' })).toBeNull();
  });

  it('tell admins what exactly was signed', () => {
    show([ACME]);
    const facts = [...entry(/Acme/).querySelectorAll('dl > div')].map((fact) => [...fact.children].map(({ textContent }) => textContent));
    expect(facts).toEqual(
      expect.arrayContaining([
        ['Pack id', 'acme'],
        ['Address', 'https://packs.acme.com/sales.handrail'],
        ['Fingerprint of the key', 'lusab-babad-gutih-tugad-mudof'],
        ['Key id', 'k'.repeat(43)],
        ['For', 'Acme'],
        ['Expires', 'Never'],
        ['SHA-256 of the file', 'd'.repeat(43)],
      ]),
    );
  });

  it('that wait say for what, beside the version that is in use until then', () => {
    show([EMEA, { ...EMEA, version: '2.1.0', inUse: false, waits: true, rollout: { from: '2026-12-01', groups: ['pilot'], roles: [] } }]);
    expect(entry(/EMEA/).textContent).toContain(`Version 2.1.0 waits. Meant to be used from ${DECEMBER}, for the group pilot.`);
  });
});

describe('a pack that was put away by the policy', () => {
  it('says so', () => {
    show([{ ...EMEA, inUse: false, waits: true }]);
    expect(entry(/EMEA/).textContent).toContain('Version 2.0.0 waits. Your organisation does not allow it for now.');
  });
});

describe('what is said of a pack', () => {
  it.each<[SignedView['trust'], string]>([
    [{ how: 'policy' }, 'Your organisation pinned this key.'],
    [{ how: 'first-use', at: NOW }, `You trusted this key on ${day(NOW)}.`],
    [{ how: 'rotation', at: NOW }, `An earlier key that you trusted named this one on ${day(NOW)}.`],
    [{ how: 'revoked' }, 'was revoked: nothing new is taken from it'],
    [{ how: 'none' }, 'not trusted any more'],
  ])('its key, trusted as %j', (trust, words) => {
    expect(signedWords({ ...ACME, signed: { ...SIGNED, trust } }, NOW)).toContain(words);
  });

  it.each([
    [null, undefined],
    [NOW + 30 * DAY, `Good until ${day(NOW + 30 * DAY)}.`],
    [NOW - DAY, `Expired ${day(NOW - DAY)}. It stays in use; ask the publisher for a newer one.`],
  ])('its end, %s', (expiresAt, words) => {
    expect(expiryWords({ signed: { ...SIGNED, expiresAt } }, NOW)).toBe(words);
  });

  it.each([
    [{ from: '2026-12-01', groups: [], roles: [] }, `Meant to be used from ${DECEMBER}.`],
    [{ from: '2026-11-01', groups: [], roles: [] }, ''],
    [{ groups: ['a', 'b'], roles: ['ae'] }, 'Meant to be used for the groups a, b, for the role ae.'],
  ])('what it waits for, %j', (rollout, words) => {
    expect(waitWords(rollout, NOW)).toBe(words);
  });

  it('where it came from, and its age where no host confirms it', () => {
    expect(sourceWords({ kind: 'subscription', url: 'https://a.com/x', host: 'a.com', by: 'rep' })).toBe('From a.com, your subscription');
    expect(ageWords({ source: { kind: 'subscription', url: '', host: '', by: 'rep' }, addedAt: NOW }, NOW)).toBe(`Added ${day(NOW)}`);
  });
});

describe('a signed pack whose key is new here', () => {
  const file = new File(['{}'], 'acme-1.4.0.handrail');
  const imported = (onImport = vi.fn()) =>
    render(
      <ImportPack
        now={NOW}
        inUse={['B2B sales cycle']}
        onImport={onImport.mockImplementation((_file: File, trusts?: string) =>
          Promise.resolve(
            trusts === undefined ? { kind: 'ask', ask: ASK } : { kind: 'done', message: 'Acme company rules 1.4.0 is in use now.' },
          ),
        )}
      />,
    );

  it('is shown with the words to compare, and what to do', async () => {
    const { container } = imported();
    await userEvent.upload(screen.getByLabelText('Choose a pack file'), file);
    const card = await screen.findByRole('region', { name: 'Is this really from Acme Sales Operations?' });
    expect(card.textContent).toContain('Acme company rules 1.4.0 says that Acme Sales Operations signed it, for Acme.');
    expect(card.querySelector('.hr-words')?.textContent).toBe('lusab-babad-gutih-tugad-mudof');
    expect(card.textContent).toContain('have these five words read to you');
    expect(document.activeElement).toBe(within(card).getByRole('heading'));
    await expectNoAxeViolations(container);
  });

  it('is trusted and used only by a click, which names that very key', async () => {
    const onImport = vi.fn();
    imported(onImport);
    await userEvent.upload(screen.getByLabelText('Choose a pack file'), file);
    await screen.findByRole('button', { name: 'Trust and use' });
    expect(onImport.mock.calls).toEqual([[file, undefined]]);
    await press('Trust and use');
    expect(onImport.mock.calls[1]).toEqual([file, ASK.claims.key]);
    expect(await screen.findByText('Acme company rules 1.4.0 is in use now.')).toBeTruthy();
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('changes nothing where it is not trusted', async () => {
    const onImport = vi.fn();
    imported(onImport);
    await userEvent.upload(screen.getByLabelText('Choose a pack file'), file);
    await screen.findByRole('button', { name: 'Do not use' });
    await press('Do not use');
    expect(onImport).toHaveBeenCalledOnce();
    expect(screen.getByText(/You did not trust its key\. Nothing was changed: B2B sales cycle stays in use\./)).toBeTruthy();
  });

  it('whose publisher is markup stays text', async () => {
    const markup = { ...ASK, claims: { ...ASK.claims, publisher: '<img src=x onerror=alert(1)>' } };
    const { container } = render(<ImportPack now={NOW} inUse={[]} onImport={() => Promise.resolve({ kind: 'ask', ask: markup })} />);
    await userEvent.upload(screen.getByLabelText('Choose a pack file'), file);
    await screen.findByRole('button', { name: 'Trust and use' });
    expect(container.querySelector('img')).toBeNull();
  });
});

describe('the history', () => {
  const at = (some: Partial<ActivationView>): ActivationView => ({
    ...{ at: NOW - DAY, pack: 'emea', version: '1.9.0', title: 'Team EMEA', back: false, mayGoBack: true, inUse: false },
    ...some,
  });

  function showHistory(activations: readonly ActivationView[]) {
    const undo = vi.fn(() => Promise.resolve());
    const onUsePack = vi.fn(() => Promise.resolve(undo));
    return { ...render(<History activations={activations} now={NOW} onUsePack={onUsePack} />), onUsePack, undo };
  }

  it('says what was put to use when, and in place of what', async () => {
    const { container } = showHistory([
      at({ at: NOW, version: '2.0.0', from: '2.1.0', back: true, inUse: true, mayGoBack: false }),
      at({ version: '2.1.0', from: '2.0.0' }),
      at({ version: '2.0.0', mayGoBack: false }),
    ]);
    const said = screen.getAllByRole('listitem').map((item) => item.querySelector('p')?.textContent.replace(/^.*? · /, ''));
    expect(said).toEqual(['gone back from 2.1.0 · in use', 'updated from 2.0.0', 'put to use']);
    expect(screen.getAllByRole('button')).toHaveLength(1);
    await expectNoAxeViolations(container);
  });

  it('goes back with one click, and forward again with another', async () => {
    const { onUsePack, undo } = showHistory([at({})]);
    await userEvent.click(screen.getByRole('button', { name: /^Go back to this version: Team EMEA 1\.9\.0/ }));
    expect(onUsePack).toHaveBeenCalledWith('emea', '1.9.0');
    expect(await screen.findByText('Team EMEA 1.9.0 is in use again.')).toBeTruthy();
    await press('Undo');
    expect(undo).toHaveBeenCalledOnce();
  });

  it('shows the newest ten, and the rest when asked', async () => {
    showHistory(Array.from({ length: 12 }, (_, number) => at({ version: `1.0.${number}` })));
    expect(screen.getAllByRole('listitem')).toHaveLength(10);
    await press('Show all 12');
    expect(screen.getAllByRole('listitem')).toHaveLength(12);
  });
});
