/** Every screen of the side panel: what it says, and that axe finds nothing. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Panel } from '../../../components/panel/Panel';
import type { PanelEvents } from '../../../components/panel/events';
import type { PanelModel } from '../../../components/panel/model';
import { expectNoAxeViolations } from './axe';
import { CHOICES, DEBT, MISSED, NO_EVENTS, NO_NEWS, NOW, PACK, sopModel } from './fixtures';

afterEach(cleanup);

function show(model: PanelModel, events: Partial<PanelEvents> = {}) {
  return render(<Panel model={model} health={null} now={NOW} toast={null} events={{ ...NO_EVENTS, ...events }} onToastGone={() => {}} />);
}

const SCREENS: [what: string, model: PanelModel, says: RegExp][] = [
  ['loading', { kind: 'loading' }, /Looking at the page/],
  ['not a CRM', { kind: 'not-a-crm' }, /when you open a deal, opportunity or lead/],
  ['a tab from before the install', { kind: 'stale-tab' }, /open before Handrail was installed/],
  ['no pack', { kind: 'no-pack' }, /manager can send you the file/],
  ['an error', { kind: 'error', message: 'Handrail was updated.' }, /Handrail was updated\./],
  ['a list', { kind: 'no-record', crm: 'hubspot', object: 'deal', why: 'list' }, /Open one deal and its steps/],
  ['a new record', { kind: 'no-record', crm: 'salesforce', object: 'Opportunity', why: 'new' }, /not saved yet/],
  ['Salesforce Classic', { kind: 'no-record', crm: 'salesforce', object: null, why: 'classic' }, /Switch to Lightning/],
  ['a setup page', { kind: 'no-record', crm: 'salesforce', object: null, why: 'setup' }, /setup page/],
  ['another CRM page', { kind: 'no-record', crm: 'hubspot', object: null, why: 'other-page' }, /This HubSpot page has no record/],
  ['an unreadable stage', { kind: 'unreadable', ...NO_NEWS, tried: ['the path'], choices: CHOICES }, /the path/],
  [
    'an object without SOPs',
    { kind: 'no-sop', ...NO_NEWS, pack: PACK, reason: { why: 'object-not-in-pack' }, byHand: null },
    /No SOPs for this opportunity/,
  ],
  [
    'an unknown stage',
    { kind: 'no-sop', ...NO_NEWS, pack: PACK, reason: { why: 'stage-not-in-pack', stage: 'Verbal' }, byHand: null },
    /“Verbal”/,
  ],
  [
    'a stage without an SOP',
    {
      kind: 'no-sop',
      ...NO_NEWS,
      pack: PACK,
      reason: { why: 'stage-without-sop', stage: 'Closed Won', pipeline: 'Sales' },
      byHand: null,
    },
    /No steps in Closed Won/,
  ],
  [
    'a stage whose SOPs are for others',
    { kind: 'no-sop', ...NO_NEWS, pack: PACK, reason: { why: 'not-for-this-rep', stage: 'Proposal' }, byHand: null },
    /Nothing for you in Proposal/,
  ],
  ['the steps', sopModel({ debts: [DEBT], missed: MISSED }), /Qualify the opportunity/],
];

describe('each screen', () => {
  it.each(SCREENS)('%s says what is the matter, and axe finds nothing', async (_what, model, says) => {
    const { container } = show(model);
    expect(screen.getAllByText(says).length).toBeGreaterThan(0);
    await expectNoAxeViolations(container);
  });

  it.each(SCREENS.filter(([, model]) => model.kind !== 'loading'))('%s has one first heading inside the main landmark', (_what, model) => {
    show(model);
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(screen.getByRole('main').contains(screen.getByRole('heading', { level: 1 }))).toBe(true);
  });
});

describe('a missed check', () => {
  it.each(SCREENS.flatMap(([what, model]) => ('missed' in model ? [{ what, model }] : [])))('shows on the screen of $what', ({ model }) => {
    show({ ...model, missed: MISSED });
    expect(screen.getByRole('heading', { level: 2, name: 'A stage change went through unchecked' })).toBeTruthy();
  });
});

describe('next steps', () => {
  it.each([
    ['stale-tab', 'Refresh this tab', 'onRefreshTab'],
    ['no-pack', 'Choose a rule pack', 'onOpenOptions'],
    ['error', 'Reload this panel', 'onReloadPanel'],
  ] as const)('%s offers "%s"', async (kind, button, event) => {
    const done = vi.fn();
    show(kind === 'error' ? { kind, message: 'No.' } : { kind }, { [event]: done });
    await userEvent.click(screen.getByRole('button', { name: button }));
    expect(done).toHaveBeenCalledOnce();
  });

  it.each(SCREENS)('opens the options: %s', (_what, model) => {
    const onOpenOptions = vi.fn();
    show(model, { onOpenOptions });
    const options = screen.getByLabelText('Open Handrail’s options');
    fireEvent.click(options);
    expect(onOpenOptions).toHaveBeenCalledOnce();
    expect(options.closest('header') !== null).toBe('heading' in model);
  });
});
