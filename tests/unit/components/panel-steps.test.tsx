/** The main screen: counts, ticking, parts, not applicable, details, criteria and where things are known from. */
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Panel } from '../../../components/panel/Panel';
import type { PanelEvents } from '../../../components/panel/events';
import type { SopModel } from '../../../components/panel/model';
import { expectNoAxeViolations } from './axe';
import { DEBT, MISSED, NO_EVENTS, NOW, OUTLOOK, PIPELINE, sopModel } from './fixtures';

afterEach(cleanup);

const onMark = vi.fn<PanelEvents['onMark']>();
const onShowField = vi.fn<PanelEvents['onShowField']>();
beforeEach(() => vi.clearAllMocks());

function panel(model: SopModel) {
  return <Panel model={model} now={NOW} health={null} toast={null} events={{ ...NO_EVENTS, onMark, onShowField }} onToastGone={() => {}} />;
}
const show = (more: Partial<SopModel> = {}) => render(panel(sopModel(more)));
const box = (name: string | RegExp) => screen.getByRole('checkbox', { name });
/** Axe has been over the whole screen (panel-screens.test.tsx): only what opened is new. */
const stepOf = (title: string) => screen.getByText(title).closest('li') ?? document.body;
const criterion = (label: string) => screen.getByText(label).closest('li') ?? document.body;

describe('the header and the counts', () => {
  it('names the record, its object, its CRM and its stage', () => {
    show();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Northwind Traders – 240 seats');
    expect(screen.getByText('Opportunity · Salesforce')).toBeTruthy();
    expect(screen.getByText('Stage 2 of 5')).toBeTruthy();
  });

  it('calls a record without a name by its object', () => {
    show({ heading: { ...sopModel().heading, name: null } });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This opportunity');
  });

  it.each([
    ['closed-won', 'Won'],
    ['closed-lost', 'Lost'],
  ])('a record in %s is said to be %s, not to be in a numbered stage', (id, word) => {
    const stage = PIPELINE.stages.find((candidate) => candidate.id === id);
    if (!stage) throw new Error(id);
    show({ outlook: { ...OUTLOOK, stage } });
    expect(screen.getByText(word)).toBeTruthy();
    expect(screen.queryByText(/^Stage /)).toBeNull();
  });

  it('counts required and optional steps apart', () => {
    show();
    expect(screen.getByText('3 of 5 required, 1 of 2 optional')).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: 'Required steps' }).getAttribute('value')).toBe('3');
  });

  it('leaves optional steps out of the count where there are none', () => {
    show({ outlook: { ...OUTLOOK, optional: { done: 0, total: 0 } } });
    expect(screen.getByText('3 of 5 required')).toBeTruthy();
  });

  it('says in one line what is next, and when all is done', () => {
    const { rerender } = show();
    const next = screen.getByRole('link', { name: 'Next: Name the people who decide' });
    expect(document.querySelector(next.getAttribute('href') ?? '')?.textContent).toContain('Name the people who decide');
    const phases = OUTLOOK.sops[0]?.phases.map(({ phase, steps }) => ({
      phase,
      steps: steps.map((step) => ({ ...step, state: 'done' as const })),
    }));
    const sops = OUTLOOK.sops.map((sop) => ({ ...sop, phases: phases ?? [] }));
    rerender(panel(sopModel({ outlook: { ...OUTLOOK, sops, required: { done: 5, total: 5 } } })));
    expect(screen.getByText('All required steps are done.').closest('[role=status]')).toBeTruthy();
  });

  it('shows an override that is not made good, with its reason and day', () => {
    show({ debts: [DEBT] });
    const debts = screen.getByRole('region', { name: '1 criterion to make good' });
    expect(within(debts).getByText('Overridden: A pain is written down')).toBeTruthy();
    expect(debts.textContent).toContain('Customer asked to go faster: “Will ask on Tuesday.”');
    expect(debts.textContent).toMatch(/(Nov 12|12 Nov), from Prospecting to Qualification/);
  });
});

describe('a missed check', () => {
  const notice = () => screen.queryByText('A stage change went through unchecked')?.closest('section');

  it('is said with its time, why, and a way to the criteria', () => {
    show({ missed: MISSED });
    expect(notice()?.textContent).toMatch(/10:42.* · The check took too long\./);
    const way = within(notice() ?? document.body).getByRole('link', { name: 'the criteria below' });
    expect(document.querySelector(way.getAttribute('href') ?? '')?.textContent).toBe('Before you leave this stage');
  });

  it.each([
    ['no-answer', 'Handrail was asleep or being updated.'],
    ['late', 'The check took too long.'],
    ['silent', 'Handrail was updated or fell asleep while you decided.'],
    ['sync', 'The page would not wait for the check.'],
    ['no-verdict', 'Handrail was asleep or being updated.'],
    ['something newer', 'The check could not be made.'],
  ])('for "%s" is put as: %s', (why, words) => {
    show({ missed: { ...MISSED, why } });
    expect(notice()?.textContent).toContain(words);
  });

  it('leads to no criteria where there are none', () => {
    const sops = OUTLOOK.sops.map((sop) => ({ ...sop, exit: [] }));
    show({ missed: MISSED, outlook: { ...OUTLOOK, sops } });
    expect(notice()?.querySelector('a')).toBeNull();
    expect(notice()?.textContent).toContain('Look through the record, and fill in what is missing.');
  });

  it('that comes while the panel is open is read out', () => {
    const { rerender } = show();
    expect(notice()).toBeUndefined();
    const regions = [...document.querySelectorAll('[role=status]')];
    rerender(panel(sopModel({ missed: MISSED })));
    expect(regions).toContain(notice()?.parentElement);
  });
});

describe('ticking', () => {
  it('tells the step and its new state', async () => {
    show();
    await userEvent.click(box(/Send the recap email/));
    expect(onMark).toHaveBeenCalledWith('Send the recap email', [{ step: 'recap', state: 'done' }]);
  });

  it('works by keyboard', async () => {
    show();
    box(/Hold the qualification call/).focus();
    await userEvent.keyboard(' ');
    expect(onMark).toHaveBeenCalledWith('Hold the qualification call', [{ step: 'call', state: 'open' }]);
  });

  it('shows what is kept, not what was clicked', async () => {
    show();
    await userEvent.click(box(/Send the recap email/));
    expect(box(/Send the recap email/)).toHaveProperty('checked', false);
  });

  it('leaves a finished step where it is', () => {
    const { rerender } = show();
    const before = screen.getAllByRole('checkbox').map((each) => each.getAttribute('aria-labelledby'));
    const done = OUTLOOK.sops.map((sop) => ({
      ...sop,
      phases: sop.phases.map(({ phase, steps }) => ({ phase, steps: steps.map((step) => ({ ...step, state: 'done' as const })) })),
    }));
    rerender(panel(sopModel({ outlook: { ...OUTLOOK, sops: done } })));
    expect(screen.getAllByRole('checkbox').map((each) => each.getAttribute('aria-labelledby'))).toEqual(before);
  });

  it('ticks the open required parts of a step, not its optional ones', async () => {
    show();
    await userEvent.click(box('Name the people who decide'));
    expect(onMark).toHaveBeenCalledWith('Name the people who decide', [{ step: 'buyer-champion', state: 'done' }]);
  });

  it('says why a step ticked itself', () => {
    show();
    const said = box(/Write down the next step/).getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(said)?.textContent).toBe('Ticked from Next step');
  });

  it('marks optional steps in words', () => {
    show();
    expect(box('Set an alert for their name optional')).toBeTruthy();
  });
});

describe('not applicable', () => {
  it('asks for a reason, and keeps it', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Does not apply: Send the recap email' }));
    const field = screen.getByLabelText('Why does this not apply here?');
    expect(document.activeElement).toBe(field);
    await userEvent.type(field, '  Verbal recap{Enter}');
    expect(onMark).toHaveBeenCalledWith('Send the recap email', [{ step: 'recap', state: 'na', reason: 'Verbal recap' }]);
  });

  it('is not kept without a reason, and says so', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Does not apply: Send the recap email' }));
    await userEvent.click(screen.getByRole('button', { name: 'Does not apply' }));
    expect(onMark).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Why does this not apply here?').getAttribute('aria-invalid')).toBe('true');
    await expectNoAxeViolations(stepOf('Send the recap email'));
  });

  it('is left by Escape, and the focus goes back to its button', async () => {
    show();
    const button = screen.getByRole('button', { name: 'Does not apply: Send the recap email' });
    await userEvent.click(button);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByLabelText('Why does this not apply here?')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('shows its reason and can be taken back', async () => {
    show();
    expect(screen.getByText('Does not apply: They are already a customer')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Applies after all: Set an alert for their name' }));
    expect(onMark).toHaveBeenCalledWith('Set an alert for their name', [{ step: 'news', state: 'open' }]);
  });

  it('a half-written reason does not move to another record', async () => {
    const { rerender } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Does not apply: Send the recap email' }));
    rerender(panel(sopModel({ heading: { ...sopModel().heading, key: 'salesforce|acme.lightning.force.com|Opportunity|other' } })));
    expect(screen.queryByLabelText('Why does this not apply here?')).toBeNull();
  });
});

describe('details', () => {
  it('open on demand, as text: no HTML, no image, no link but https', async () => {
    const { container } = show();
    const button = screen.getByRole('button', { name: 'How to: Send the recap email' });
    await userEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const link = screen.getByRole('link', { name: /the tone guide/ });
    expect([link.getAttribute('href'), link.getAttribute('target'), link.getAttribute('rel')]).toEqual([
      'https://example.com/tone',
      '_blank',
      'noopener noreferrer',
    ]);
    expect(container.querySelector('img, [onerror], [href^="javascript"]')).toBeNull();
    await expectNoAxeViolations(stepOf('Send the recap email'));
  });

  it('a template is copied whole', async () => {
    const user = userEvent.setup();
    show();
    await user.click(screen.getByRole('button', { name: 'How to: Send the recap email' }));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
    expect(await navigator.clipboard.readText()).toMatch(/^Hi \{first name\},[\s\S]*Did I get that right\?$/);
  });
});

describe('before you leave this stage', () => {
  it.each([
    ['Budget is confirmed', 'Not met', 'Read on the page, 10:42'],
    ['The decision timeline is known', 'Cannot be seen here', 'Warns before the move'],
    ['The next step has a date', 'Met', 'From Salesforce, 10:42'],
  ])('%s: %s, %s', (label, state, about) => {
    show();
    const text = criterion(label).textContent;
    expect(text).toContain(state);
    expect(text).toContain(about);
  });

  it('gives each state its own shape, whatever its colour', () => {
    show();
    const shapes = ['Budget is confirmed', 'The decision timeline is known', 'The next step has a date'].map(
      (label) => criterion(label).querySelector('svg')?.innerHTML,
    );
    expect(new Set(shapes).size).toBe(3);
  });

  it('leads to the field on the page', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Take me there: Budget is confirmed' }));
    expect(onShowField).toHaveBeenCalledWith('Budget_Confirmed__c');
  });

  it('leads to the step that mends it', () => {
    show();
    const href = screen.getByRole('link', { name: 'Step: Send the recap email' }).getAttribute('href') ?? '';
    expect(document.querySelector(href)?.textContent).toContain('Send the recap email');
  });

  it('offers nothing to mend where a criterion is met', () => {
    show();
    expect(within(criterion('The next step has a date')).queryByRole('button')).toBeNull();
  });

  it('is summed up above, with what cannot be seen counted apart', () => {
    show();
    expect(screen.getByRole('link', { name: '1 of 4 exit criteria met, 1 cannot be seen' })).toBeTruthy();
  });

  it('tells why the rep sees all this', () => {
    show();
    const why = screen.getByText('Why do I see this?').closest('details');
    expect(why?.textContent).toContain('StageName says “Qualification”, which is Qualification in Sales.');
    expect(why?.textContent).toContain('Handrail starter pack, version 1.0.0, from Handrail');
    expect(why?.textContent).toContain('Priya Raman, Sales Operations');
  });
});
