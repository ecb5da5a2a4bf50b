/** The stage by hand: chosen where the page does not tell it, plainly said to be so, changed and forgotten. All by keyboard. */
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Panel } from '../../../components/panel/Panel';
import type { PanelModel, StageChoice } from '../../../components/panel/model';
import { expectNoAxeViolations } from './axe';
import { CHOICES, NO_EVENTS, NO_NEWS, NOW, PACK, sopModel } from './fixtures';

afterEach(cleanup);

const panel = (model: PanelModel, onPlace = vi.fn()) => (
  <Panel model={model} health={null} now={NOW} toast={null} events={{ ...NO_EVENTS, onPlace }} onToastGone={() => {}} />
);
const unreadable = (choices: readonly StageChoice[]): PanelModel => ({ kind: 'unreadable', ...NO_NEWS, tried: ['the path'], choices });
const byHand = { pipeline: 'sales', value: 'Qualification', choices: CHOICES };
const stages = () => screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent);
const use = () => userEvent.click(screen.getByRole('button', { name: 'Use this stage' }));

describe('a page that does not tell the stage', () => {
  it('offers the stages of the pack', async () => {
    const { container } = render(panel(unreadable(CHOICES.slice(0, 1))));
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(stages()).toContain('Negotiation/Review');
    expect(screen.getAllByRole('radio').every((radio) => !(radio as HTMLInputElement).checked)).toBe(true);
    await expectNoAxeViolations(container);
  });

  it('places the record in the one that is chosen, of the pipeline that is chosen', async () => {
    const onPlace = vi.fn();
    render(panel(unreadable(CHOICES), onPlace));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Pipeline' }), 'Partner deals');
    expect(stages()).toEqual(['Registered', 'Accepted']);
    await userEvent.click(screen.getByRole('radio', { name: 'Accepted' }));
    await use();
    expect(onPlace).toHaveBeenCalledWith({ value: 'Qualification', title: 'Accepted', crmPipeline: 'Partner' });
  });

  it('places it by keyboard alone', async () => {
    const onPlace = vi.fn();
    render(panel(unreadable(CHOICES.slice(0, 1)), onPlace));
    screen.getByRole<HTMLInputElement>('radio', { name: 'Prospecting' }).focus();
    await userEvent.keyboard(' {ArrowDown}{Enter}');
    expect(onPlace).toHaveBeenCalledWith(expect.objectContaining({ value: 'Qualification' }));
  });

  it('says so when nothing is chosen, and places nothing', async () => {
    const onPlace = vi.fn();
    const { container } = render(panel(unreadable(CHOICES), onPlace));
    await use();
    expect(onPlace).not.toHaveBeenCalled();
    expect(screen.getByText('Choose a stage first.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Prospecting' }));
    await expectNoAxeViolations(container);
  });

  it('leaves the keyboard in the panel when the steps take its place', async () => {
    const { rerender } = render(panel(unreadable(CHOICES)));
    await userEvent.click(screen.getByRole('radio', { name: 'Prospecting' }));
    await use();
    rerender(panel(sopModel({ byHand })));
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });
});

describe('a stage that was chosen by hand', () => {
  const notice = () => screen.getByRole('region', { name: 'Stage chosen by hand' });

  it.each<[string, PanelModel]>([
    ['with its steps', sopModel({ byHand })],
    [
      'without an SOP',
      { kind: 'no-sop', ...NO_NEWS, pack: PACK, reason: { why: 'stage-without-sop', stage: 'Closed Won', pipeline: 'Sales' }, byHand },
    ],
  ])('is plainly said to be so %s', async (_what, model) => {
    const { container } = render(panel(model));
    expect(notice().textContent).toContain('You chose this stage by hand.');
    await expectNoAxeViolations(container);
  });

  it('is not said to be so where the page tells it', () => {
    render(panel(sopModel()));
    expect(screen.queryByText(/by hand/)).toBeNull();
  });

  it('is what "Why do I see this?" says', () => {
    render(panel(sopModel({ byHand })));
    expect(screen.getByText('You chose Qualification in Sales by hand.')).toBeTruthy();
  });

  it('can be changed, from where it stands', async () => {
    const onPlace = vi.fn();
    const { container } = render(panel(sopModel({ byHand: { ...byHand, pipeline: 'partner' } }), onPlace));
    const change = within(notice()).getByRole('button', { name: 'Change' });
    await userEvent.click(change);
    expect(screen.getByRole('combobox', { name: 'Pipeline' })).toHaveProperty('value', 'partner');
    expect(screen.getByRole('radio', { name: 'Accepted' })).toHaveProperty('checked', true);
    await expectNoAxeViolations(container);
    await userEvent.click(screen.getByRole('radio', { name: 'Registered' }));
    await use();
    expect(onPlace).toHaveBeenCalledWith({ value: 'Prospecting', title: 'Registered', crmPipeline: 'Partner' });
    expect(document.activeElement).toBe(change);
  });

  it('can be forgotten', async () => {
    const onPlace = vi.fn();
    render(panel(sopModel({ byHand }), onPlace));
    await userEvent.click(within(notice()).getByRole('button', { name: 'Forget' }));
    expect(onPlace).toHaveBeenCalledWith(null);
  });
});
