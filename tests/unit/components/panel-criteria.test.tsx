/** What a rep can say of a criterion: stand for it where it cannot be seen, and that it does not fit. A word of the rep is never a "met". */
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Panel } from '../../../components/panel/Panel';
import type { PanelEvents } from '../../../components/panel/events';
import type { SopModel, Stances } from '../../../components/panel/model';
import type { CriterionView } from '../../../lib/guard/outlook';
import { criterionKey } from '../../../lib/pack/criterion-key';
import { expectNoAxeViolations } from './axe';
import { NO_EVENTS, NOW, OUTLOOK, sopModel } from './fixtures';

afterEach(cleanup);

const panel = (model: SopModel, more: Partial<PanelEvents> = {}) => (
  <Panel model={model} health={null} now={NOW} toast={null} events={{ ...NO_EVENTS, ...more }} onToastGone={() => {}} />
);
const AT = new Date(2026, 10, 22, 10, 42).getTime();
const on = (id: string, stance: Stances[string]): Stances => ({ [criterionKey('qualify', id)]: stance });
const confirmed = (by: string) => on('timeline', { confirmed: { by, at: AT } });
const item = (label: string) => within(screen.getByText(label).closest('li')!);
const timeline = () => item('The decision timeline is known');
const TIMELINE = { sop: 'qualify', criterion: 'timeline', label: 'The decision timeline is known' };

/** The panel with its exit criteria changed. */
function withExit(change: (view: CriterionView) => CriterionView, more: Partial<SopModel> = {}): SopModel {
  const sops = OUTLOOK.sops.map((sop) => ({ ...sop, exit: sop.exit.map(change) }));
  return sopModel({ outlook: { ...OUTLOOK, sops }, ...more });
}

describe('standing for a criterion', () => {
  it('is offered where it cannot be seen, and nowhere else', () => {
    render(panel(sopModel()));
    expect(screen.getAllByRole('button', { name: /^I confirm it/ })).toHaveLength(1);
    expect(timeline().getByRole('button', { name: /^I confirm it/ })).toBeTruthy();
  });

  it.each(['unmet', 'pass'] as const)('is not offered where the pack takes no word for it (ifUnknown: %s)', (ifUnknown) => {
    render(panel(withExit((view) => ({ ...view, criterion: { ...view.criterion, ifUnknown } }))));
    expect(screen.queryByRole('button', { name: /^I confirm it/ })).toBeNull();
  });

  it('shows as confirmed, with the name and the time, and never as met', async () => {
    const { container } = render(panel(sopModel({ stances: confirmed('Robin') })));
    expect(timeline().getByText('Confirmed by you')).toBeTruthy();
    expect(timeline().getByText(/^Robin, 10:42/)).toBeTruthy();
    expect(timeline().queryByText('Met')).toBeNull();
    expect(screen.getByText('1 of 4 exit criteria met, 1 confirmed by you')).toBeTruthy();
    await expectNoAxeViolations(container);
  });

  it('shows the time alone where no name was given', () => {
    render(panel(sopModel({ stances: confirmed('') })));
    expect(timeline().getByText(/^10:42/)).toBeTruthy();
  });

  it.each(['true', 'false'] as const)('counts no more once it is seen (%s)', (result) => {
    render(panel(withExit((view) => ({ ...view, result }), { stances: confirmed('Robin') })));
    expect(screen.queryByText('Confirmed by you')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Take back/ })).toBeNull();
  });

  it('can be taken back with the same button, which keeps the focus', async () => {
    const onConfirm = vi.fn();
    const { rerender } = render(panel(sopModel(), { onConfirm }));
    await userEvent.click(timeline().getByRole('button', { name: /^I confirm it/ }));
    expect(onConfirm).toHaveBeenLastCalledWith(TIMELINE, true);
    rerender(panel(sopModel({ stances: confirmed('Robin') }), { onConfirm }));
    expect(document.activeElement).toBe(timeline().getByRole('button', { name: /^Take back/ }));
    await userEvent.keyboard('{Enter}');
    expect(onConfirm).toHaveBeenLastCalledWith(TIMELINE, false);
  });
});

describe('a rule that is wrong here', () => {
  it('can be told of every criterion that is not met, and of no other', () => {
    render(panel(sopModel()));
    expect(screen.getAllByRole('button', { name: /^Wrong here\?/ })).toHaveLength(3);
    expect(item('The next step has a date').queryByRole('button')).toBeNull();
  });

  it('is noted with a comment, and the focus goes back', async () => {
    const onWrongHere = vi.fn();
    const { container } = render(panel(sopModel(), { onWrongHere }));
    const button = timeline().getByRole('button', { name: /^Wrong here\?/ });
    await userEvent.click(button);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'What does not fit this record?' }));
    await expectNoAxeViolations(container);
    await userEvent.keyboard('Renewal{Enter}');
    expect(onWrongHere).toHaveBeenCalledWith(TIMELINE, 'Renewal');
    expect(document.activeElement).toBe(button);
  });

  it('shows what was noted', () => {
    render(panel(sopModel({ stances: on('budget', { wrong: { comment: 'Renewal', at: AT } }) })));
    expect(item('Budget is confirmed').getByText(/^You noted: “Renewal”, 10:42/)).toBeTruthy();
  });

  it('of another SOP with the same criterion id is not taken for this one', () => {
    render(panel(sopModel({ stances: { [criterionKey('other', 'budget')]: { wrong: { comment: 'Renewal', at: AT } } } })));
    expect(screen.queryByText(/You noted/)).toBeNull();
  });
});
