/** The options page: packs in and out of use, a bad file refused whole, settings, and the data that is the rep's own. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PackSummary, StarterSummary, StudioEvents, StudioModel } from '../../../components/studio/model';
import { Studio } from '../../../components/studio/Studio';
import { expectNoAxeViolations } from './axe';
import { NOW } from './fixtures';

afterEach(cleanup);

const STARTER: PackSummary = {
  id: 'starter',
  version: '1.0.0',
  title: 'Handrail starter pack',
  publisher: 'Handrail',
  source: 'starter',
  addedAt: NOW,
  active: true,
  pipelines: 2,
  stages: 17,
  sops: 1,
  roles: [],
};
const ACME: PackSummary = {
  ...STARTER,
  id: 'acme',
  version: '2.3.1',
  title: 'Acme sales',
  publisher: 'Acme',
  source: 'file',
  active: false,
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
const MODEL: StudioModel = {
  packs: [STARTER, ACME],
  starters: [MEDDPICC, BANT],
  roles: ROLES,
  myRoles: ['sdr'],
  name: 'Robin',
  handle: true,
  readAtMove: { on: true, isFixed: false },
  shortcut: 'Alt+Shift+H',
  welcome: false,
  approvals: { keys: [], approvers: [] },
  trouble: null,
};

function show(model: Partial<StudioModel> = {}, events: Partial<StudioEvents> = {}) {
  const done = () => Promise.resolve();
  const all: StudioEvents = {
    onImportPack: vi.fn(() => Promise.resolve({ kind: 'done' as const, message: 'Acme sales 2.3.1 is in use now.' })),
    onImportData: vi.fn(() => Promise.resolve({ kind: 'done' as const, message: 'Imported: 12 entries added.' })),
    onActivate: vi.fn(done),
    onUseStarter: vi.fn(done),
    onCopyStarter: vi.fn(done),
    onRoles: vi.fn(done),
    onName: vi.fn(done),
    onHandle: vi.fn(done),
    onReadAtMove: vi.fn(done),
    onExport: vi.fn(done),
    onDeleteEverything: vi.fn(done),
    onOpenShortcuts: vi.fn(),
    approvals: {
      onMakeKey: vi.fn(done),
      onDeleteKey: vi.fn(done),
      onOpenRequest: vi.fn(() => Promise.resolve({ refused: 'not-a-request' as const })),
      onApprove: vi.fn(() => Promise.resolve('')),
    },
    ...events,
  };
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

describe('rule packs', () => {
  it('shows the pack in use, who made it and what it holds', () => {
    show({ packs: [STARTER] });
    expect(screen.getByRole('heading', { name: 'Handrail starter pack' })).toBeTruthy();
    expect(screen.getByText('2 pipelines, 17 stages, 1 SOP')).toBeTruthy();
  });

  it('puts another pack to use', async () => {
    const { events } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Use this pack: Acme sales 2.3.1' }));
    expect(events.onActivate).toHaveBeenCalledWith('acme', '2.3.1');
    expect(await screen.findByText('Acme sales 2.3.1 is in use now.')).toBeTruthy();
  });

  it('takes a file by the button', async () => {
    const { events } = show();
    await userEvent.upload(screen.getByLabelText('Choose a pack file'), file);
    expect(events.onImportPack).toHaveBeenCalledWith(file);
    expect((await screen.findByText('Acme sales 2.3.1 is in use now.')).closest('[role=status]')).toBeTruthy();
  });

  it('takes a file that is dragged in', () => {
    const { events } = show();
    const drop = screen.getByText(/It is checked whole before anything changes/).parentElement ?? document.body;
    fireEvent.drop(drop, { dataTransfer: { files: [file] } });
    expect(events.onImportPack).toHaveBeenCalledWith(file);
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

describe('settings', () => {
  it('switches the handle off', async () => {
    const { events } = show();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Show the Handrail handle in the CRM page' }));
    expect(events.onHandle).toHaveBeenCalledWith(false);
  });

  it('says when a change was not kept', async () => {
    show({}, { onHandle: () => Promise.reject(new Error('No room left.')) });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Show the Handrail handle in the CRM page' }));
    expect(await screen.findByText('No room left.')).toBeTruthy();
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
    expect(events.onImportData).toHaveBeenCalledWith(file);
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
