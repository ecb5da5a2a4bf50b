/** What steps ask for beside their tick: questions, decisions, fields, templates, approvals and due times; and what an SOP tells of itself. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PanelEvents } from '../../../components/panel/events';
import type { SopModel } from '../../../components/panel/model';
import { Panel } from '../../../components/panel/Panel';
import type { Value } from '../../../lib/crm/adapter';
import { expectNoAxeViolations } from './axe';
import { everyKind } from './every-kind';
import { NO_EVENTS, NOW } from './fixtures';

afterEach(cleanup);

const onAnswer = vi.fn<PanelEvents['onAnswer']>();
const onShowField = vi.fn<PanelEvents['onShowField']>();
const onMark = vi.fn<PanelEvents['onMark']>();
beforeEach(() => vi.clearAllMocks());

function panel(model: SopModel) {
  return (
    <Panel
      model={model}
      now={NOW}
      health={null}
      toast={null}
      events={{ ...NO_EVENTS, onAnswer, onShowField, onMark }}
      onToastGone={() => {}}
    />
  );
}
const show = (answers: Record<string, Value> = {}) => render(panel(everyKind({ answers })));
const step = (id: string): HTMLElement => document.getElementById(`step-${id}`) ?? document.body;
const inside = (id: string) => within(step(id));
const saved = (id: string) => inside(id).getByRole('status').textContent;

it('a panel with a step of every kind, all of it answered and opened, leaves axe nothing to find', async () => {
  const { container } = show({ signs: 'Maria', seats: 3, budget: true, pain: 'cost', industry: 'health', people: ['it'], route: 'big' });
  for (const each of container.querySelectorAll('details')) each.open = true;
  fireEvent.click(screen.getByRole('button', { name: 'How to: Who signs the contract?' }));
  await expectNoAxeViolations(container);
});

describe('a question with a written answer', () => {
  const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Who signs the contract\?/ });

  it('says which part of MEDDPICC or BANT it is', () => {
    show();
    expect(inside('signs').getByText('Economic buyer')).toBeTruthy();
  });

  it('is kept when the rep leaves it, once, without outer blanks', async () => {
    show();
    await userEvent.type(box(), ' Maria Ortiz ');
    expect(onAnswer).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onAnswer.mock.calls).toEqual([['signs', 'Maria Ortiz']]);
  });

  it('is said to be saved once it is, and not before', async () => {
    const { rerender } = show();
    await userEvent.type(box(), 'Maria Ortiz');
    await userEvent.tab();
    expect(saved('signs')).toBe('');
    rerender(panel(everyKind({ answers: { signs: 'Maria Ortiz' } })));
    expect(saved('signs')).toBe('Saved');
    await userEvent.type(box(), ', CFO');
    expect(saved('signs')).toBe('');
  });

  it('that was there before is not said to be saved', () => {
    show({ signs: 'Maria Ortiz' });
    expect(box().value).toBe('Maria Ortiz');
    expect(saved('signs')).toBe('');
  });

  it('that is left as it was is not kept again', async () => {
    show({ signs: 'Maria Ortiz' });
    await userEvent.type(box(), 'x{Backspace}');
    await userEvent.tab();
    expect(onAnswer).not.toHaveBeenCalled();
  });

  it('is cleared by emptying it', async () => {
    show({ signs: 'Maria Ortiz' });
    await userEvent.clear(box());
    await userEvent.tab();
    expect(onAnswer.mock.calls).toEqual([['signs', null]]);
  });

  it.each<[string, () => void]>([
    ['another record comes into view', cleanup],
    ['the panel is closed', () => void fireEvent(window, new Event('pagehide'))],
  ])('is kept when %s while it is being written', async (_when, leave) => {
    show();
    await userEvent.type(box(), 'Maria');
    leave();
    expect(onAnswer.mock.calls).toEqual([['signs', 'Maria']]);
  });

  it('shows what another window answered, but never over what is being written here', async () => {
    const { rerender } = show({ signs: 'Maria' });
    await userEvent.type(box(), ' Ortiz');
    rerender(panel(everyKind({ answers: { signs: 'Sam' } })));
    expect(box().value).toBe('Maria Ortiz');
    await userEvent.tab();
    rerender(panel(everyKind({ answers: { signs: 'Maria Ortiz' } })));
    rerender(panel(everyKind({ answers: { signs: 'Dana' } })));
    expect(box().value).toBe('Dana');
    expect(saved('signs')).toBe('');
  });

  it('is no longer asked for in a step that does not apply', () => {
    render(panel(everyKind({ ticks: { signs: { state: 'na', at: 1 } } })));
    expect(screen.queryByRole('textbox', { name: /^Who signs/ })).toBeNull();
  });
});

describe('a question for', () => {
  it('a number is kept as one', async () => {
    show();
    await userEvent.type(screen.getByRole('spinbutton', { name: 'How many people will use it?' }), '240.5');
    await userEvent.tab();
    expect(onAnswer.mock.calls).toEqual([['seats', 240.5]]);
  });

  it('a date is kept as its day', () => {
    show();
    const box = screen.getByLabelText(/^When do they want to go live\?/, { selector: 'input[type=date]' });
    fireEvent.change(box, { target: { value: '2027-02-01' } });
    fireEvent.blur(box);
    expect(onAnswer.mock.calls).toEqual([['go-live', '2027-02-01']]);
  });

  it('what the browser cannot read is neither kept nor cleared, and the rep is told', () => {
    show({ seats: 240 });
    const box = screen.getByRole<HTMLInputElement>('spinbutton', { name: 'How many people will use it?' });
    Object.defineProperty(box, 'validity', { value: { badInput: true } });
    fireEvent.change(box, { target: { value: '' } });
    fireEvent.blur(box);
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Give a number, such as 1500.');
    cleanup();
    expect(onAnswer).not.toHaveBeenCalled();
  });

  it('yes or no is a pair of radio buttons', async () => {
    const { rerender } = show();
    const group = within(screen.getByRole('radiogroup', { name: /^Is there a budget\?/ }));
    await userEvent.click(group.getByRole('radio', { name: 'No' }));
    expect(onAnswer.mock.calls).toEqual([['budget', false]]);
    expect(group.getByRole('radio', { name: 'No' })).toHaveProperty('checked', false);
    rerender(panel(everyKind({ answers: { budget: false } })));
    expect(group.getByRole('radio', { name: 'No' })).toHaveProperty('checked', true);
  });

  it('a choice of a few is a list of radio buttons, and can be taken back', async () => {
    const { rerender } = show();
    const clear = () => screen.queryByRole('button', { name: 'Clear the answer: What hurts most?' });
    expect(clear()).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'It costs too much' }));
    rerender(panel(everyKind({ answers: { pain: 'cost' } })));
    await userEvent.click(clear() ?? document.body);
    expect(onAnswer.mock.calls).toEqual([
      ['pain', 'cost'],
      ['pain', null],
    ]);
  });

  it('a choice of more than five is a list to open', async () => {
    show();
    const list = screen.getByRole('combobox', { name: 'Which industry are they in?' });
    await userEvent.selectOptions(list, 'Health care');
    await userEvent.selectOptions(list, 'Not answered yet');
    expect(onAnswer.mock.calls).toEqual([
      ['industry', 'health'],
      ['industry', null],
    ]);
  });

  it('several choices is a list of checkboxes, kept in the pack’s order', async () => {
    const { rerender } = show({ people: ['legal'] });
    const group = within(screen.getByRole('group', { name: /^Who takes part/ }));
    await userEvent.click(group.getByRole('checkbox', { name: 'IT' }));
    rerender(panel(everyKind({ answers: { people: ['it'] } })));
    await userEvent.click(group.getByRole('checkbox', { name: 'IT' }));
    expect(onAnswer.mock.calls).toEqual([
      ['people', ['it', 'legal']],
      ['people', null],
    ]);
  });

  it('several choices loses none of two quick clicks', () => {
    show();
    const group = within(screen.getByRole('group', { name: /^Who takes part/ }));
    fireEvent.click(group.getByRole('checkbox', { name: 'Finance' }));
    fireEvent.click(group.getByRole('checkbox', { name: 'IT' }));
    expect(onAnswer.mock.lastCall).toEqual(['people', ['it', 'finance']]);
  });

  it('anything is done once it is answered, without a word on where the tick is from', () => {
    show({ pain: 'cost' });
    const box = inside('pain').getByRole('checkbox', { name: /^What hurts most\?/ });
    expect(box).toHaveProperty('checked', true);
    expect(step('pain').textContent).not.toContain('Ticked from');
  });
});

describe('a decision', () => {
  it('marks the branch that the record speaks for, and keeps the one that is chosen', async () => {
    show();
    const group = within(screen.getByRole('radiogroup', { name: 'How do we go on?' }));
    expect(group.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent.trim())).toEqual([
      'Enterprise deal suggested',
      'Standard deal',
      'Not now',
    ]);
    await userEvent.click(group.getByRole('radio', { name: 'Standard deal' }));
    expect(onAnswer.mock.calls).toEqual([['route', 'small']]);
  });

  it.each([
    ['big', 'Run the enterprise track', 'More people, more time.'],
    ['small', 'Send the recap', 'Recap after the call'],
  ])('%s leads to “%s” on the screen', (branch, title, there) => {
    show({ route: branch });
    const way = inside('route').getByRole('link', { name: title });
    expect(document.querySelector(way.getAttribute('href') ?? '')?.textContent).toContain(there);
  });

  it('names a step of another stage without a link to nowhere', () => {
    show({ route: 'later' });
    expect(step('route').textContent).toContain('Go on with Send the quote');
    expect(inside('route').queryByRole('link')).toBeNull();
  });

  it('leads nowhere until it is taken', () => {
    show();
    expect(step('route').textContent).not.toContain('Go on with');
  });
});

describe('fields to fill', () => {
  it.each([
    ['Amount', '60,000'],
    ['Next step', 'empty'],
    ['Close date', 'cannot be seen here'],
  ])('%s: %s', (label, words) => {
    show();
    expect(inside('record-it').getByText(label).closest('li')?.textContent).toBe(`${label} ${words}`);
  });

  it('each have their own shape for filled, empty and unseen', () => {
    show();
    const shapes = ['Amount', 'Next step', 'Close date'].map(
      (label) => inside('record-it').getByText(label).closest('li')?.querySelector('svg')?.innerHTML,
    );
    expect(new Set(shapes).size).toBe(3);
  });

  it('lead to themselves by the CRM’s own name, where this object has them', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Take me there: Close date' }));
    expect(onShowField.mock.calls).toEqual([['CloseDate']]);
    expect(screen.queryByRole('button', { name: 'Take me there: Lead source' })).toBeNull();
  });
});

describe('a template', () => {
  it('is copied whole, subject first, with the record in it and its blanks counted', async () => {
    const user = userEvent.setup();
    show();
    expect(step('send').textContent).toContain('Recap after the call E-mail');
    expect(inside('send').getByText('2 blanks to fill')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Copy Recap after the call' }));
    expect(await screen.findByRole('button', { name: 'Copied Recap after the call' })).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe(
      'Our call about Northwind Traders – 240 seats\n\nHi [first name],\n\nthank you for your time today. ' +
        'We are talking about 60,000 a year, to be decided by [Close date].\nYour next step: [Next step].',
    );
  });

  it('can be looked at before', () => {
    show();
    const preview = inside('send').getByText('Preview').closest('details');
    expect(preview?.open).toBe(false);
    expect(preview?.textContent).toContain('to be decided by [Close date].');
  });
});

it('an asset is a link out, in a new tab', () => {
  show();
  const link = inside('deck').getByRole('link', { name: /^Account plan template/ });
  expect([link.getAttribute('href'), link.getAttribute('rel')]).toEqual(['https://example.com/plan', 'noopener noreferrer']);
});

it('an approval without approvers is ticked by the rep, and is said to be the rep’s own word', async () => {
  show();
  expect(inside('discount').getByText('Your tick is your own word that it was approved.')).toBeTruthy();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Get the discount approved Approval by Sales manager' }));
  expect(onMark.mock.calls).toEqual([['Get the discount approved', [{ step: 'discount', state: 'done' }]]]);
});

describe('under a step’s title', () => {
  it.each([
    ['how late it is', 'reply', /^late by 2 h$/],
    ['when it is due and who does it', 'demo', /^due 11:45( AM)?Sales engineer$/],
    ['what it waits for', 'send', /^due 1 day after Hold the demo$/],
  ])('stands %s', (_what, id, said) => {
    show();
    const box = inside(id).getByRole('checkbox');
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(said);
  });

  it('a late step has another shape than one that is due', () => {
    show();
    const shape = (id: string) => step(id).querySelector('.hr-step__due svg')?.innerHTML;
    expect(shape('reply')).not.toBe(shape('demo'));
  });

  it('stands no due time once it is done', () => {
    render(panel(everyKind({ ticks: { reply: { state: 'done', at: NOW } } })));
    expect(step('reply').textContent).not.toContain('late');
  });
});

describe('an SOP', () => {
  const about = () => screen.getByText('About this SOP').closest('details');

  it('tells what the pack says of it, and no more', () => {
    show({ route: 'big' });
    expect(screen.getAllByText('About this SOP')).toHaveLength(1);
    const names = [...(about()?.querySelectorAll('dt') ?? [])].map((each) => each.textContent);
    expect(names).toEqual([
      ...['What it is for', 'When it is done well', 'Who', 'Tools', 'Tips', 'What good looks like', 'When something goes wrong'],
      ...['Questions', 'How the team sees that it works', 'Owner', 'Reviewed by', 'Review by'],
    ]);
    expect(about()?.textContent).toContain('Account executive and Sales engineer');
    expect(about()?.textContent).toContain('Calls that end with a next step: 80 %');
  });

  it.each([
    [new Date(2026, 10, 1, 23, 59), false],
    [new Date(2026, 10, 2, 0, 0), true],
  ])('at %s is due for a review: %s', (now, due) => {
    render(<Panel model={everyKind()} now={now.getTime()} health={null} toast={null} events={NO_EVENTS} onToastGone={() => {}} />);
    expect(about()?.textContent.includes('review is due')).toBe(due);
  });

  it('that may not be for this record says what that depends on', () => {
    show();
    const pilot = screen.getByRole('heading', { name: 'Offer a pilot' }).closest('section');
    expect(pilot?.textContent).toMatch(/Only if Segment is filled/);
    expect(screen.getAllByText(/^Only if/)).toHaveLength(1);
  });
});

it('a step’s tips, examples and troubles stand in its detail', () => {
  show();
  fireEvent.click(screen.getByRole('button', { name: 'How to: Who signs the contract?' }));
  for (const words of ['Ask for the name and the title.', 'Ask who signed the last one.', 'Maria Ortiz, VP Finance', 'They will not say'])
    expect(inside('signs').getByText(words)).toBeTruthy();
});

describe('the pack’s words and codes', () => {
  it('stand at the foot, each with its meaning', () => {
    show();
    const foot = screen.getByText('Words and codes').closest('details');
    for (const words of ['Champion', 'Somebody inside who sells for us when we are not in the room.', 'No budget', 'Duplicate'])
      expect(within(foot ?? document.body).getByText(words)).toBeTruthy();
    expect(foot?.textContent).toContain('Owns the deal from the first call to the signature.');
    expect(within(foot ?? document.body).queryByText('Sales engineer')).toBeNull();
  });

  it('are left out where there are none', () => {
    render(panel({ ...everyKind(), handbook: { roles: [], glossary: [], disqualificationCodes: [] } }));
    expect(screen.queryByText('Words and codes')).toBeNull();
  });
});
