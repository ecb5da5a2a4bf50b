/** The options page: its groups, a pack from a file, the starters, settings, and the data that is the rep's own. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { StarterSummary, StudioEvents, StudioModel } from '../../../components/studio/model';
import type { PackView } from '../../../components/studio/packs/model';
import { Studio } from '../../../components/studio/Studio';
import { policySchema } from '../../../lib/policy-schema';
import { expectNoAxeViolations } from './axe';
import { NOW } from './fixtures';
import { studioEvents } from './studio-events';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const STARTER: PackView = {
  id: 'starter',
  version: '1.0.0',
  title: 'Handrail starter pack',
  publisher: 'Handrail',
  layer: 'personal',
  source: { kind: 'starter' },
  addedAt: NOW,
  inUse: true,
  waits: false,
  pipelines: 2,
  stages: 17,
  sops: 1,
  roles: [],
  mayBe: [],
};
const MEDDPICC: StarterSummary = {
  id: 'meddpicc',
  title: 'MEDDPICC qualification',
  description: 'Eight things to know of a deal.',
  active: false,
  pipelines: 1,
  stages: 7,
  sops: 2,
  sopTitles: ['Qualify by MEDDPICC', 'Test the champion'],
};
const BANT: StarterSummary = { ...MEDDPICC, id: 'bant', title: 'BANT qualification', active: true };
const ROLES = [
  { id: 'sdr', title: 'Sales development' },
  { id: 'ae', title: 'Account executive' },
];
const OPEN = { handle: false, readAtMove: false, roles: false, groups: false, packs: false };
const MODEL: StudioModel = {
  packs: [STARTER],
  starters: [MEDDPICC, BANT],
  subscriptions: { subscriptions: [], mayAdd: true },
  history: [],
  roles: ROLES,
  myRoles: ['sdr'],
  groups: [],
  myGroups: [],
  name: 'Robin',
  handle: true,
  readAtMove: true,
  fixed: OPEN,
  shortcut: 'Alt+Shift+H',
  welcome: false,
  keys: [],
  approvers: [],
  drafts: [],
  trusted: [],
  organisation: { policy: policySchema.parse({}), isKnown: true, set: [], problems: [], toldAt: null },
  trouble: null,
};

function show(model: Partial<StudioModel> = {}, events: Partial<StudioEvents> = {}) {
  const all = studioEvents(events);
  return { ...render(<Studio model={{ ...MODEL, ...model }} now={NOW} events={all} />), events: all };
}
const file = new File(['{}'], 'acme.json', { type: 'application/json' });

describe('the page', () => {
  it.each<[string, Partial<StudioModel>]>([
    ['as usual', {}],
    ['on the first run', { welcome: true }],
    ['without a pack', { packs: [] }],
    ['while it is read', { packs: undefined, starters: undefined, handle: undefined }],
    ['with a pack that knows no roles', { roles: [] }],
    ['with pilot groups', { groups: ['pilot'], myGroups: ['pilot'] }],
    [
      'where the organisation decides',
      { groups: ['pilot'], fixed: { handle: true, readAtMove: true, roles: true, groups: true, packs: true } },
    ],
    ['in trouble', { trouble: 'This computer has no room left.' }],
  ])('axe finds nothing %s', async (_when, model) => {
    await expectNoAxeViolations(show(model).container);
  });

  it('welcomes on the first run with the keys and the pin', () => {
    show({ welcome: true });
    const welcome = screen.getByRole('region', { name: /Your SOPs, beside the deal/ });
    expect(welcome.textContent).toContain('Alt+Shift+H');
    expect(welcome.textContent).toContain('the pin beside Handrail');
  });
});

describe('the groups of the page', () => {
  const partsShown = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

  it.each([
    ['', 'For you', ['Rule packs', 'Settings', 'Subscriptions', 'Starter library', 'History', 'Your data', 'Privacy']],
    ['#nowhere', 'For you', ['Rule packs', 'Settings', 'Subscriptions', 'Starter library', 'History', 'Your data', 'Privacy']],
    ['#managers', 'For managers', ['Keys', 'Publish', 'Approvals']],
    ['#approvals', 'For managers', ['Keys', 'Publish', 'Approvals']],
    ['#admins', 'For admins', ['Your organisation', 'Trusted keys']],
    ['#trust', 'For admins', ['Your organisation', 'Trusted keys']],
  ])('at the address “%s” are those %s', async (hash, group, parts) => {
    location.hash = hash;
    const { container } = show();
    expect(partsShown()).toEqual(parts);
    expect(screen.getByRole('link', { current: true }).textContent).toBe(group);
    await expectNoAxeViolations(container);
  });

  it('change with the address, as a link of the page does', () => {
    show();
    act(() => {
      location.hash = '#keys';
      dispatchEvent(new Event('hashchange'));
    });
    expect(partsShown()).toEqual(['Keys', 'Publish', 'Approvals']);
  });

  it('send whoever has no key to make one', () => {
    location.hash = '#publish';
    show();
    expect(screen.getAllByRole('link', { name: 'Make a key' }).map((link) => link.getAttribute('href'))).toEqual(['#keys', '#keys']);
  });
});

describe('a pack from a file', () => {
  it('takes a file by the button', async () => {
    const { events } = show();
    await userEvent.upload(screen.getByLabelText('Choose a pack file'), file);
    expect(events.onImportPack).toHaveBeenCalledWith(file, undefined);
    expect((await screen.findByText('Acme sales 2.3.1 is in use now.')).closest('[role=status]')).toBeTruthy();
  });

  it('takes a file that is dragged in', () => {
    const { events } = show();
    const drop = screen.getByText(/It is checked whole before anything changes/).parentElement ?? document.body;
    fireEvent.drop(drop, { dataTransfer: { files: [file] } });
    expect(events.onImportPack).toHaveBeenCalledWith(file, undefined);
  });

  it('refuses a bad file whole: every problem with its place, and the pack in use stays', async () => {
    const problems = [
      { path: 'sops[0] "Qualify" › exit[1] › when', message: 'no field "budgett"; did you mean "budget"?' },
      { path: '', message: 'unknown key "colour"' },
    ];
    show({}, { onImportPack: () => Promise.resolve({ kind: 'refused', message: '2 problems were found in it.', problems }) });
    await userEvent.upload(screen.getByLabelText('Choose a pack file'), file);
    expect(await screen.findByText('acme.json was not used.')).toBeTruthy();
    expect(screen.getByText(/Handrail starter pack stays in use/)).toBeTruthy();
    expect(screen.getByText('sops[0] "Qualify" › exit[1] › when')).toBeTruthy();
    expect(screen.getByText(/did you mean "budget"\?/)).toBeTruthy();
    expect(screen.getByText(/unknown key "colour"/)).toBeTruthy();
    await expectNoAxeViolations(screen.getByText('acme.json was not used.').closest('section') ?? document.body);
  });

  it('says so when a file cannot even be read', async () => {
    show({}, { onImportPack: () => Promise.reject(new Error('The file is gone.')) });
    await userEvent.upload(screen.getByLabelText('Choose a pack file'), file);
    expect(await screen.findByText(/The file is gone\./)).toBeTruthy();
  });
});

describe('a pack that was taken with something to look at', () => {
  it('is in use, and says what and where', async () => {
    const advice = [{ path: 'sops[0] "Qualify"', message: 'nobody owns it: name an owner' }];
    show({}, { onImportPack: () => Promise.resolve({ kind: 'done', message: 'Acme sales 2.3.1 is in use now.', advice }) });
    await userEvent.upload(screen.getByLabelText('Choose a pack file'), file);
    await userEvent.click(await screen.findByText('One thing to look at'));
    expect(screen.getByText('sops[0] "Qualify"')).toBeTruthy();
    expect(screen.getByText(/nobody owns it: name an owner/)).toBeTruthy();
  });
});

describe('the starter library', () => {
  it('shows what each pack is for and what is in it', () => {
    show();
    const card = screen.getByRole('heading', { name: 'MEDDPICC qualification' }).closest('li');
    expect(card?.textContent).toContain('Eight things to know of a deal.');
    expect(card?.textContent).toContain('1 pipeline, 7 stages, 2 SOPs');
    expect(card?.textContent).toContain('Test the champion');
  });

  it('puts a pack to use, and says so', async () => {
    const { events } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Use this pack: MEDDPICC qualification' }));
    expect(events.onUseStarter).toHaveBeenCalledWith('meddpicc');
    expect(await screen.findByText(/MEDDPICC qualification is in use now/)).toBeTruthy();
  });

  it('marks the one in use instead of offering it', () => {
    show();
    expect(screen.queryByRole('button', { name: 'Use this pack: BANT qualification' })).toBeNull();
    expect(screen.getByRole('heading', { name: 'BANT qualification' }).closest('li')?.textContent).toContain('In use');
  });

  it('saves a copy to edit', async () => {
    const { events } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Save a copy: BANT qualification' }));
    expect(events.onCopyStarter).toHaveBeenCalledWith('bant');
    expect(await screen.findByText(/BANT qualification is in your downloads/)).toBeTruthy();
  });

  it('says why a pack could not be put to use', async () => {
    show({}, { onUseStarter: () => Promise.reject(new Error('No room left.')) });
    await userEvent.click(screen.getByRole('button', { name: 'Use this pack: MEDDPICC qualification' }));
    expect(await screen.findByText('No room left.')).toBeTruthy();
  });
});

describe('the rep’s role', () => {
  it('can be several', async () => {
    const { events } = show();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Account executive' }));
    expect(events.onRoles).toHaveBeenCalledWith(['sdr', 'ae']);
  });

  it('can be none again', async () => {
    const { events } = show();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Sales development' }));
    expect(events.onRoles).toHaveBeenCalledWith([]);
  });

  it('is not asked for by a pack without roles', () => {
    show({ roles: [] });
    expect(screen.queryByRole('group', { name: 'Your role' })).toBeNull();
  });

  it('says when it was not kept', async () => {
    show({}, { onRoles: () => Promise.reject(new Error('No room left.')) });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Account executive' }));
    expect(await screen.findByText('No room left.')).toBeTruthy();
  });
});

describe('pilot groups', () => {
  it('are chosen by the rep', async () => {
    const { events } = show({ groups: ['early', 'pilot'], myGroups: ['early'] });
    await userEvent.click(screen.getByRole('checkbox', { name: 'pilot' }));
    expect(events.onGroups).toHaveBeenCalledWith(['early', 'pilot']);
  });

  it('are the organisation’s where it says so, as roles are', () => {
    show({ groups: ['pilot'], myGroups: ['pilot'], fixed: { ...OPEN, groups: true, roles: true } });
    for (const name of ['pilot', 'Account executive']) expect(screen.getByRole('checkbox', { name })).toHaveProperty('disabled', true);
    expect(screen.getAllByText('Set by your organisation.')).toHaveLength(2);
  });
});

describe('where the organisation chooses the packs', () => {
  it('nobody can add a file, use a starter or add an address, and each place says why', () => {
    show({ fixed: { ...OPEN, packs: true }, subscriptions: { subscriptions: [], mayAdd: false } });
    expect(screen.queryByLabelText('Choose a pack file')).toBeNull();
    expect(screen.queryByLabelText('Address of a pack')).toBeNull();
    expect(screen.getByRole('button', { name: 'Use this pack: MEDDPICC qualification' })).toHaveProperty('disabled', true);
    expect(screen.getAllByText(/^Set by your organisation/)).toHaveLength(3);
  });
});

describe('settings', () => {
  it('switches the handle off', async () => {
    const { events } = show();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Show the Handrail handle in the CRM page' }));
    expect(events.onHandle).toHaveBeenCalledWith(false);
  });

  it('keeps the rep’s name when the box is left, and says so', async () => {
    const { events, rerender } = show({ name: '' });
    await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), ' Robin ');
    expect(events.onName).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(events.onName).toHaveBeenCalledExactlyOnceWith('Robin');
    rerender(<Studio model={{ ...MODEL, name: 'Robin' }} now={NOW} events={events} />);
    expect(screen.getByText('Saved')).toBeTruthy();
  });

  it('takes the name out again', async () => {
    const { events } = show();
    await userEvent.clear(screen.getByRole('textbox', { name: 'Your name' }));
    await userEvent.tab();
    expect(events.onName).toHaveBeenCalledExactlyOnceWith('');
  });

  const reads = () => screen.getByRole('checkbox', { name: 'Read missing values from the CRM when a stage change is held' });

  it('switches reading at a held move off, and says what that does', async () => {
    const { events } = show();
    expect(document.getElementById(reads().getAttribute('aria-describedby') ?? '')?.textContent).toContain('in your own session');
    await userEvent.click(reads());
    expect(events.onReadAtMove).toHaveBeenCalledWith(false);
  });

  it('leaves to the organisation what it has set, and says so', async () => {
    const { events, container } = show({ readAtMove: false, fixed: { ...OPEN, readAtMove: true } });
    expect(reads()).toHaveProperty('disabled', true);
    expect(document.getElementById(reads().getAttribute('aria-describedby') ?? '')?.textContent).toContain('Set by your organisation.');
    await userEvent.click(reads());
    expect(events.onReadAtMove).not.toHaveBeenCalled();
    await expectNoAxeViolations(container);
  });

  it('says nothing of an organisation that has set nothing', () => {
    show();
    expect(screen.queryByText('Set by your organisation.')).toBeNull();
  });

  it('says when a change was not kept', async () => {
    show({}, { onHandle: () => Promise.reject(new Error('No room left.')) });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Show the Handrail handle in the CRM page' }));
    expect(await screen.findByText('No room left.')).toBeTruthy();
  });
});

describe('the words about privacy', () => {
  it('tell of both kinds of request, and how to switch the one off', () => {
    show();
    const words = screen.getByRole('region', { name: 'Privacy' }).textContent;
    expect(words).toMatch(/When it holds a stage change .* it reads that value from your CRM itself, in your own session/);
    expect(words).toMatch(/It makes two kinds of request.*fetches the packs that you or your organisation subscribed to/);
    expect(words).not.toContain('sends nothing anywhere');
  });
});

describe('your data', () => {
  it('exports everything', async () => {
    const { events } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Export everything' }));
    expect(events.onExport).toHaveBeenCalledOnce();
    expect(await screen.findByText('The file is in your downloads.')).toBeTruthy();
  });

  it('imports an export', async () => {
    const { events } = show();
    await userEvent.upload(screen.getByLabelText('Choose an export file'), file);
    expect(events.onImportData).toHaveBeenCalledWith(file, undefined);
    expect(await screen.findByText('Imported: 12 entries added.')).toBeTruthy();
  });

  it.each(['', 'delete', 'yes'])('does not delete on "%s"', async (typed) => {
    const { events } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Delete everything…' }));
    await userEvent.type(screen.getByLabelText(/Type delete everything/), `${typed}{Enter}`);
    expect(events.onDeleteEverything).not.toHaveBeenCalled();
  });

  it('deletes when the words are typed, and says so', async () => {
    const { events } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Delete everything…' }));
    await userEvent.type(screen.getByLabelText(/Type delete everything/), 'delete everything{Enter}');
    expect(events.onDeleteEverything).toHaveBeenCalledOnce();
    expect(await screen.findByText('Everything was deleted.')).toBeTruthy();
  });
});
