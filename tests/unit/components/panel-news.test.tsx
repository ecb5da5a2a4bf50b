/** What is said of a record before its steps: a move to catch up on, a missed check, debts. What each offers, and where the keyboard is after. */
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Panel } from '../../../components/panel/Panel';
import type { PanelEvents } from '../../../components/panel/events';
import type { CatchUp, PanelModel } from '../../../components/panel/model';
import { expectNoAxeViolations } from './axe';
import { CATCH_UP, DEBT, MISSED, NO_EVENTS, NO_NEWS, NOW, PACK, sopModel } from './fixtures';

afterEach(cleanup);

const events = () => ({
  onMark: vi.fn(),
  onConfirm: vi.fn(),
  onReason: vi.fn(),
  onDismiss: vi.fn(),
  onWaive: vi.fn(),
  onShowField: vi.fn(),
});
const panel = (model: PanelModel, more: Partial<PanelEvents> = {}) => (
  <Panel model={model} health={null} now={NOW} toast={null} events={{ ...NO_EVENTS, ...more }} onToastGone={() => {}} />
);
const noSop = (more: Partial<typeof NO_NEWS>): PanelModel => ({
  kind: 'no-sop',
  ...NO_NEWS,
  ...more,
  pack: PACK,
  reason: { why: 'stage-without-sop', stage: 'Closed Won', pipeline: 'Sales' },
  byHand: null,
});

const title = 'Moved to Qualification since you last looked';
const card = () => screen.getByRole('region', { name: title });
const inCard = () => within(card());
/** The card as it is once the criterion at `place` is met or confirmed. */
const settled = (place: number): CatchUp => ({
  ...CATCH_UP,
  asked: CATCH_UP.asked.map((one, at) => (at === place ? { ...one, open: false, view: { ...one.view, result: 'true' as const } } : one)),
});

describe('a move made elsewhere', () => {
  it.each<[string, PanelModel]>([
    ['with steps', sopModel({ catchUp: CATCH_UP })],
    ['without an SOP', noSop({ catchUp: CATCH_UP })],
    ['that cannot be read', { kind: 'unreadable', ...NO_NEWS, catchUp: CATCH_UP, tried: [], choices: [] }],
  ])('is told in one card on the screen of a record %s: from, to, when, and what was skipped', async (_what, model) => {
    const { container } = render(panel(model));
    expect(card().textContent).toContain('Prospecting → Qualification');
    expect(card().textContent).toContain('2 things were skipped on the way.');
    expect(inCard().getByText('The demo is booked')).toBeTruthy();
    expect(inCard().getByText('A need is written down')).toBeTruthy();
    expect(inCard().queryByText('The source is known')).toBeNull();
    await expectNoAxeViolations(container);
  });

  it('is read out when it comes under an open panel', () => {
    const { rerender } = render(panel(sopModel()));
    const region = screen.getAllByRole('status').find((status) => status.closest('.hr-news'));
    rerender(panel(sopModel({ catchUp: CATCH_UP })));
    expect(region?.textContent).toBe(`${title}. 2 things were skipped on the way.`);
  });

  it('that went through unchecked says so instead, with the reason', () => {
    render(panel(sopModel({ catchUp: { ...CATCH_UP, missed: MISSED } })));
    const region = screen.getByRole('region', { name: 'Moved to Qualification without a check' });
    expect(region.textContent).toMatch(/10:42.*the check took too long/);
  });

  it('lets the rep tick late what is not on the screen, and stand for what cannot be seen', async () => {
    const { onMark, onConfirm, onShowField } = events();
    render(panel(sopModel({ catchUp: CATCH_UP }), { onMark, onConfirm, onShowField }));
    await userEvent.click(inCard().getByRole('checkbox', { name: 'Book the demo with everybody who decides' }));
    expect(onMark).toHaveBeenCalledWith('Book the demo with everybody who decides', [{ step: 'book', state: 'done' }]);
    await userEvent.click(inCard().getByRole('button', { name: 'Take me there: A need is written down' }));
    expect(onShowField).toHaveBeenCalledWith('Need__c');
    await userEvent.click(inCard().getByRole('button', { name: 'I confirm it: A need is written down' }));
    expect(onConfirm).toHaveBeenCalledWith({ sop: 'prospect', criterion: 'need', label: 'A need is written down' }, true);
  });

  it('keeps what was made good in its place until all is', () => {
    const { rerender } = render(panel(sopModel({ catchUp: CATCH_UP })));
    rerender(panel(sopModel({ catchUp: settled(0) })));
    expect(inCard().getByText('The demo is booked')).toBeTruthy();
    expect(card().textContent).toContain('One thing was skipped on the way.');
    rerender(panel(sopModel()));
    expect(screen.queryByRole('region', { name: title })).toBeNull();
    expect(screen.getByText('Caught up: all that Qualification asked for is met now.')).toBeTruthy();
  });

  it('says nothing of being caught up when the rep put it away', async () => {
    const { onDismiss } = events();
    const { rerender } = render(panel(sopModel({ catchUp: CATCH_UP }), { onDismiss }));
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(onDismiss).toHaveBeenCalledWith(CATCH_UP);
    rerender(panel(sopModel()));
    expect(screen.queryByText(/Caught up/)).toBeNull();
  });

  it('shows the three worst first and the rest behind a line', () => {
    const more = ['a', 'b', 'c'].flatMap((sop) => CATCH_UP.asked.slice(0, 2).map((one) => ({ ...one, sop })));
    render(panel(sopModel({ catchUp: { ...CATCH_UP, asked: more } })));
    expect(inCard().getByText('3 more').closest('details')?.open).toBe(false);
  });

  it.each(['Dismiss', 'Give a reason'])('leaves the keyboard near where the card was after "%s"', async (button) => {
    const { rerender } = render(panel(sopModel({ catchUp: CATCH_UP })));
    await userEvent.click(screen.getByRole('button', { name: button }));
    rerender(panel(sopModel()));
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'News' }));
  });
});

describe('a reason for what was skipped', () => {
  async function open(more: Partial<CatchUp> = {}) {
    const { onReason } = events();
    const { container } = render(panel(sopModel({ catchUp: { ...CATCH_UP, ...more } }), { onReason }));
    await userEvent.click(screen.getByRole('button', { name: 'Give a reason' }));
    return { onReason, container };
  }
  const keep = () => userEvent.click(screen.getByRole('button', { name: 'Keep this reason' }));
  const note = () => screen.getByRole('textbox', { name: 'Note' });
  const day = () => screen.getByLabelText(/^The exception ends on/);

  it('is a code, a note and, if the rep wants, the end of a day', async () => {
    const { onReason, container } = await open();
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Reason' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Reason' }), 'My manager agreed to it');
    await userEvent.type(note(), ' Agreed on Friday. ');
    await userEvent.type(day(), '2026-11-28');
    await expectNoAxeViolations(container);
    await keep();
    const until = new Date(2026, 10, 29).getTime() - 1;
    expect(onReason).toHaveBeenCalledWith(CATCH_UP, { code: 'manager', note: 'Agreed on Friday.', until });
  });

  it('needs no code where the pack has none, and no day', async () => {
    const { onReason } = await open({ codes: [] });
    expect(document.activeElement).toBe(note());
    await userEvent.type(note(), 'Renewal');
    await keep();
    expect(onReason.mock.calls[0]?.[1]).toEqual({ note: 'Renewal' });
  });

  it.each<[string, () => Promise<void>, RegExp, () => HTMLElement]>([
    ['without a code', () => userEvent.type(note(), 'x'), /Choose the reason/, () => screen.getByRole('combobox', { name: 'Reason' })],
    ['without a note', async () => userEvent.selectOptions(screen.getByRole('combobox', { name: 'Reason' }), 'faster'), /short note/, note],
    [
      'that has ended already',
      async () => {
        await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Reason' }), 'faster');
        await userEvent.type(note(), 'x');
        await userEvent.type(day(), '2026-11-21');
      },
      /today or later/,
      day,
    ],
  ])('%s is not kept: the box says what is missing and has the focus', async (_what, fill, told, box) => {
    const { onReason } = await open();
    await fill();
    await keep();
    expect(onReason).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(box());
    expect(document.getElementById(box().getAttribute('aria-describedby') ?? '')?.textContent).toMatch(told);
  });

  it('may end today', async () => {
    const { onReason } = await open({ codes: [] });
    await userEvent.type(note(), 'x');
    await userEvent.type(day(), '2026-11-22');
    await keep();
    expect(onReason).toHaveBeenCalledOnce();
  });

  it('is given up with Escape', async () => {
    await open();
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Give a reason' })).toBeTruthy();
  });
});

describe('one move', () => {
  it('never shows two cards', () => {
    render(panel(sopModel({ catchUp: { ...CATCH_UP, missed: MISSED } })));
    expect(screen.queryByText('A stage change went through unchecked')).toBeNull();
  });
});

describe('a debt', () => {
  const debts = () => screen.getByRole('region', { name: /to make good$/ });

  it('says what, when, between which stages, why, until when and how it stands', async () => {
    const { container } = render(panel(sopModel({ debts: [DEBT] })));
    for (const words of [
      'Overridden: A pain is written down',
      'from Prospecting to Qualification',
      'Customer asked to go faster: “Will ask on Tuesday.”',
      'Exception until',
      'Not met',
      'Pain is filled (it is empty)',
    ])
      expect(debts().textContent).toContain(words);
    await expectNoAxeViolations(container);
  });

  it('is counted in the summary, which leads to it', () => {
    render(panel(sopModel({ debts: [DEBT, { ...DEBT, id: 'debt-2' }] })));
    const link = screen.getByRole('link', { name: '2 criteria to make good' });
    expect(document.querySelector(link.getAttribute('href') ?? '')).toBe(within(debts()).getByRole('heading'));
  });

  it('shows where the stage has no SOP, too', () => {
    render(panel(noSop({ debts: [DEBT] })));
    expect(debts()).toBeTruthy();
  });

  it('whose criterion the pack does not have any more can only be waived', () => {
    render(panel(sopModel({ debts: [{ ...DEBT, now: null }] })));
    expect(
      within(debts())
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Waive']);
  });

  it('leads to its field', async () => {
    const { onShowField } = events();
    render(panel(sopModel({ debts: [DEBT] }), { onShowField }));
    await userEvent.click(within(debts()).getByRole('button', { name: 'Take me there: A pain is written down' }));
    expect(onShowField).toHaveBeenCalledWith('Pain__c');
  });

  it('is waived with a note, and not without', async () => {
    const { onWaive } = events();
    const { rerender, container } = render(panel(sopModel({ debts: [DEBT] }), { onWaive }));
    await userEvent.click(screen.getByRole('button', { name: 'Waive: A pain is written down' }));
    await userEvent.click(screen.getByRole('button', { name: 'Waive it' }));
    expect(onWaive).not.toHaveBeenCalled();
    await expectNoAxeViolations(container);
    await userEvent.keyboard('The deal was re-scoped{Enter}');
    expect(onWaive).toHaveBeenCalledWith(DEBT, 'The deal was re-scoped');
    rerender(panel(sopModel()));
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'News' }));
  });

  it('is not waived after Escape, which leads back to the button', async () => {
    const { onWaive } = events();
    render(panel(sopModel({ debts: [DEBT] }), { onWaive }));
    const button = screen.getByRole('button', { name: 'Waive: A pain is written down' });
    await userEvent.click(button);
    await userEvent.keyboard('no{Escape}');
    expect(document.activeElement).toBe(button);
    expect(onWaive).not.toHaveBeenCalled();
  });
});
