/** The health card: on every screen of a CRM tab, what is read and how, and a copy for support that tells of no record. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { healthText } from '../../../components/panel/health-card';
import type { HealthModel } from '../../../components/panel/health-card';
import { Panel } from '../../../components/panel/Panel';
import type { PanelModel } from '../../../components/panel/model';
import { expectNoAxeViolations } from './axe';
import { CHOICES, HEALTH, NO_EVENTS, NO_NEWS, NOW, sopModel } from './fixtures';

afterEach(cleanup);

const panel = (model: PanelModel, health: HealthModel | null, onHealth = vi.fn()) => (
  <Panel model={model} health={health} now={NOW} toast={null} events={{ ...NO_EVENTS, onHealth }} onToastGone={() => {}} />
);
const summary = () => screen.queryByText('How well this page is read');

/** Toggled the way a browser does; happy-dom does not do it for a click. */
function toggle(open: boolean): void {
  const details = summary()?.closest('details');
  if (!details) throw new Error('There is no health card.');
  details.open = open;
  fireEvent(details, new Event('toggle'));
}

describe('the health card', () => {
  it.each<[PanelModel, boolean]>([
    [{ kind: 'not-a-crm' }, false],
    [{ kind: 'stale-tab' }, true],
    [{ kind: 'no-pack' }, true],
    [{ kind: 'error', message: 'No.' }, true],
    [{ kind: 'no-record', crm: 'hubspot', object: 'deal', why: 'list' }, true],
    [{ kind: 'unreadable', ...NO_NEWS, tried: [], choices: CHOICES }, true],
    [sopModel(), true],
  ])('is there on the screen %o: %s', (model, there) => {
    render(panel(model, null));
    expect(summary() !== null).toBe(there);
  });

  it('stays open, and out of sight, while the page is looked at', () => {
    const { rerender } = render(panel(sopModel(), HEALTH));
    toggle(true);
    rerender(panel({ kind: 'loading' }, HEALTH));
    expect(summary()?.closest('[hidden]')).not.toBeNull();
    rerender(panel(sopModel(), HEALTH));
    expect(summary()?.closest('[hidden]')).toBeNull();
    expect(summary()?.closest('details')?.open).toBe(true);
  });

  it('asks the tab while it is open, and no longer', () => {
    const onHealth = vi.fn();
    render(panel(sopModel(), null, onHealth));
    toggle(true);
    expect(onHealth).toHaveBeenLastCalledWith(true);
    toggle(false);
    expect(onHealth).toHaveBeenLastCalledWith(false);
  });

  it('tells the page, the fields and how they were read, those not found, the requests and the versions', async () => {
    const { container } = render(panel(sopModel(), HEALTH));
    toggle(true);
    for (const words of [
      'Salesforce, a record: Opportunity',
      /^StageName: the path, 10:42:00/,
      /^Amount: from an answer of the CRM, 10:42:00/,
      'Budget confirmed (Budget_Confirmed__c)',
      'Fields not found: 1 of 3',
      /^10:42:00.* move POST \/aura\?other\.saveRecord=1$/,
      'Handrail 0.2.0',
    ])
      expect(screen.getByText(words)).toBeTruthy();
    await expectNoAxeViolations(container);
  });

  it('says what was tried where the stage could not be read', () => {
    render(panel(sopModel(), { ...HEALTH, tried: ['The path at the top'] }));
    expect(screen.getByText('The path at the top')).toBeTruthy();
  });

  it('says so where the tab does not answer', () => {
    render(panel({ kind: 'stale-tab' }, { ...HEALTH, told: null }));
    expect(screen.getByText(/This tab does not answer/)).toBeTruthy();
    expect(screen.getByText('Handrail 0.2.0')).toBeTruthy();
  });

  it('is copied as text with one click', async () => {
    const user = userEvent.setup();
    render(panel(sopModel(), HEALTH));
    await user.click(screen.getByRole('button', { name: /^Copy how well/ }));
    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe(healthText(HEALTH, NOW));
  });
});

describe('the copy', () => {
  it('holds what the card does, and neither the record’s id nor its org', () => {
    const text = healthText(HEALTH, NOW);
    expect(text).toContain('Fields read, and how: 2 of 3\n  StageName: the path');
    expect(text).not.toMatch(/006Hs|acme\.lightning/);
  });
});
