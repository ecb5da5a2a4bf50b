import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../lib/guard/judge';
import { allowed, gap, unseen, verdict } from '../../lib/guard/verdicts';
import { asking, happened } from './asking';
import { escape, hosts, key, press, Screen, synthetic } from './layers';

const block = (change = {}) => gap({ severity: 'block', criterion: 'contract', label: 'Contract is signed', ...change });

describe('going back', () => {
  it('is the default: the focus starts on it, and it stands out', () => {
    const { root, button, ways } = asking([verdict('ask-reason')]);
    expect(root.activeElement).toBe(button('Go back'));
    expect(ways()).toEqual(['Go on with this reason', 'Go back*']);
  });

  it.each<{ by: string; act: (asked: ReturnType<typeof asking>) => void }>([
    { by: 'the button', act: ({ button }) => press(button('Go back')) },
    { by: 'Escape', act: ({ dialog }) => escape(dialog) },
  ])('$by: decided, everything is gone, and the focus is where it was', async ({ act }) => {
    const asked = asking();
    act(asked);
    expect(await asked.decision()).toEqual({ kind: 'back' });
    expect(hosts()).toEqual([]);
    expect(document.activeElement).toBe(asked.opener);
    expect(asked.screen.isWatched).toBe(false);
  });
});

describe('going on', () => {
  it('against warnings takes one press and no reason', async () => {
    const { button, decision, reason } = asking([verdict('warn', [gap({ severity: 'warn' })])]);
    expect(reason?.hidden).toBe(true);
    press(button('Continue'));
    expect(await decision()).toEqual({ kind: 'on' });
    expect(hosts()).toEqual([]);
  });

  it.each<{ what: string; verdicts: Verdict[]; says: string }>([
    { what: 'the record', verdicts: [verdict('block', [block(), gap()])], says: 'This must be settled first: Contract is signed.' },
    {
      what: 'one of several, once for each thing',
      verdicts: [verdict('block', [block(), block({ label: 'Price is agreed' })]), verdict('block', [block()])],
      says: 'This must be settled first: Contract is signed · Price is agreed.',
    },
  ])('is not offered where anything blocks $what, and the guard says what must be settled', ({ verdicts, says }) => {
    const { ways, reason, hint } = asking(verdicts);
    expect(ways()).toEqual(['Go back*']);
    expect(reason?.hidden).toBe(true);
    expect(hint()).toBe(says);
  });

  describe('where a reason is asked', () => {
    function reason(code: string, note: string, { until = '', reasonCodes = gap().reasonCodes } = {}) {
      const asked = asking([verdict('ask-reason', [gap({ reasonCodes })])]);
      const set = (id: string, value: string): void => {
        const field = asked.root.querySelector<HTMLInputElement>(`#${id}`);
        if (field) field.value = value;
      };
      set('code', code);
      set('note', note);
      set('until', until);
      press(asked.button('Go on with this reason'));
      return asked;
    }

    it.each([
      { what: 'nothing', code: '', note: '', says: 'Choose a reason first.', focus: 'code' },
      { what: 'a note only', code: '', note: 'By phone', says: 'Choose a reason first.', focus: 'code' },
      { what: 'a reason only', code: 'manager', note: '', says: 'Add a few words first.', focus: 'note' },
      { what: 'a blank note', code: 'manager', note: '  \n', says: 'Add a few words first.', focus: 'note' },
    ])('$what is not enough; what is missing is said, and has the focus', async ({ code, note, says, focus }) => {
      const { decision, hint, dialog, root } = reason(code, note);
      expect(await decision()).toBeUndefined();
      expect(hint()).toBe(says);
      expect(root.activeElement?.id).toBe(focus);
      expect(dialog?.open).toBe(true);
    });

    it('a reason and a note go on together', async () => {
      const { decision } = reason('manager', '  Agreed by phone ');
      expect(await decision()).toEqual({ kind: 'on', reasonCode: 'manager', note: 'Agreed by phone' });
      expect(hosts()).toEqual([]);
    });

    it('an exception ends with the last moment of its day, where the rep is', async () => {
      const { decision } = reason('manager', 'Agreed', { until: '2026-12-01' });
      expect(await decision()).toMatchObject({ kind: 'on', until: new Date(2026, 11, 2).getTime() - 1 });
    });

    it('the day cannot be before today', () => {
      const { root } = asking([verdict('ask-reason')]);
      expect(root.querySelector<HTMLInputElement>('#until')?.min).toBe('2026-11-24');
    });

    it('a day that the browser refuses is not one', async () => {
      const asked = asking([verdict('ask-reason')]);
      const until = asked.root.querySelector<HTMLInputElement>('#until');
      for (const id of ['code', 'note']) Object.assign(asked.root.getElementById(id) ?? {}, { value: 'manager' });
      // What the browser finds of a day in the past, or of half a date.
      Object.defineProperty(until, 'validity', { value: { valid: false } });
      press(asked.button('Go on with this reason'));
      expect(await asked.decision()).toBeUndefined();
      expect(asked.hint()).toBe('Choose a day from today on, or none.');
    });

    it('a pack without a list of reasons asks for the note alone', async () => {
      const { decision, root } = reason('', 'Agreed by phone', { reasonCodes: [] });
      expect(root.querySelector('select')).toBeNull();
      expect(await decision()).toEqual({ kind: 'on', note: 'Agreed by phone' });
    });

    it('the codes to choose from are those of the card', () => {
      const { all } = asking([verdict('ask-reason')]);
      expect(all<HTMLOptionElement>('option').map(({ value }) => value)).toEqual(['', 'manager', 'other']);
    });
  });
});

describe('standing for what cannot be seen', () => {
  const confirmed = { move: 0, sop: 'discovery', criterion: 'buyer' };
  async function confirm(asked: ReturnType<typeof asking>, at = 0): Promise<void> {
    press(asked.button('I confirm it', at));
    await happened();
  }

  it('is offered for what cannot be seen, and for nothing else', () => {
    const { all } = asking([verdict('warn', [gap(), unseen()])]);
    expect(all('[aria-pressed]')).toHaveLength(1);
  });

  it('shows as confirmed, counts no more, and can be taken back', async () => {
    const asked = asking([verdict('ask-reason', [gap(), unseen()])]);
    await confirm(asked);
    const pressed = asked.button('Confirmed by you');
    expect(pressed?.getAttribute('aria-pressed')).toBe('true');
    expect(asked.title()).toBe('One thing is open before Demo');
    press(pressed);
    await happened();
    expect(asked.button('I confirm it')?.getAttribute('aria-pressed')).toBe('false');
    expect(asked.title()).toBe('2 things are open before Demo');
  });

  it('of all there is leaves nothing open: saving is the first way on, without a reason, and goes with what was confirmed', async () => {
    const asked = asking([verdict('ask-reason', [unseen(), gap({ severity: 'tip' })])]);
    expect(asked.reason?.disabled).toBe(false);
    await confirm(asked);
    expect(asked.title()).toBe('Nothing is left open before Demo');
    expect(asked.ways()).toEqual(['Save*', 'Go back']);
    expect(asked.reason?.disabled).toBe(true);
    press(asked.button('Save'));
    expect(await asked.decision()).toEqual({ kind: 'on', confirmed: [confirmed] });
  });

  it('the form for the reason keeps its place: nothing moves under the cursor', async () => {
    const asked = asking([verdict('ask-reason', [unseen()])]);
    await confirm(asked);
    expect(asked.reason?.hidden).toBe(false);
    expect(asked.reason?.querySelector('legend')?.textContent).toBe('No reason is needed now.');
  });

  it('stops what blocks from blocking; what is left may still ask for a reason', async () => {
    const asked = asking([verdict('block', [unseen({ severity: 'block' }), gap()])]);
    expect(asked.ways()).toEqual(['Go back*']);
    await confirm(asked);
    expect(asked.hint()).toBe('Nothing has been saved yet.');
    expect(asked.ways()).toEqual(['Go on with this reason', 'Go back*']);
    expect([asked.reason?.hidden, asked.reason?.disabled]).toEqual([false, false]);
  });

  it('says nothing of a stage that cannot be seen', async () => {
    const asked = asking([verdict('warn', [unseen()], { from: null, fromUnknown: true })]);
    await confirm(asked);
    expect(asked.title()).toBe('Its stage cannot be seen here');
    expect(asked.ways()).toEqual(['Continue', 'Go back*']);
  });
});

describe('several records', () => {
  const five = [verdict('ask-reason'), allowed, verdict('warn', [unseen()]), allowed, verdict('warn', [gap({ severity: 'warn' })])];

  it('each have a heading, a path and a count of their own', () => {
    const { all } = asking(five);
    expect(all('summary').map(({ children }) => [...children].map(({ textContent }) => textContent))).toEqual([
      ['Acme renewal', 'Discovery → Demo', '1 open'],
      ['Initech', 'Discovery → Demo', '1 open'],
      ['Umbrella', 'Discovery → Demo', '1 open'],
    ]);
  });

  it('are folded beyond the first three, with their names and counts to see', () => {
    const { all } = asking(five.map(() => verdict('warn')));
    expect(all<HTMLDetailsElement>('details').map(({ open }) => open)).toEqual([true, true, true, false, false]);
    expect(all('.count').map(({ textContent }) => textContent)).toHaveLength(5);
  });

  it('one whose stage cannot be seen says so, and counts as open', () => {
    const { all } = asking([verdict('warn', [], { from: null, fromUnknown: true }), allowed]);
    expect(all('details')[0]?.textContent).toContain('Its stage cannot be seen here.');
    expect(all('.count')[0]?.textContent).toBe('1 open');
  });

  it.each<{ what: string; verdicts: Verdict[]; splits: boolean; ways: string[] }>([
    { what: 'two are ready', verdicts: five, splits: true, ways: ['Go on with all', 'Save the 2 that are ready', 'Go back*'] },
    {
      what: 'one is ready',
      verdicts: [verdict('warn'), allowed],
      splits: true,
      ways: ['Go on with all', 'Save the one that is ready', 'Go back*'],
    },
    { what: 'none is ready', verdicts: [verdict('warn'), verdict('warn')], splits: true, ways: ['Go on with all', 'Go back*'] },
    { what: 'the protocol keeps them together', verdicts: five, splits: false, ways: ['Go on with all', 'Go back*'] },
    {
      what: 'one is blocked',
      verdicts: [verdict('block', [block()]), allowed],
      splits: true,
      ways: ['Save the one that is ready', 'Go back*'],
    },
  ])('can go the ways that there are: $what', ({ verdicts, splits, ways }) => {
    expect(asking(verdicts, { occasion: { splits } }).ways()).toEqual(ways);
  });

  it('those that are ready go without a reason', async () => {
    const { button, decision } = asking(five);
    press(button('Save the 2 that are ready'));
    expect(await decision()).toEqual({ kind: 'some' });
  });

  it('all go with one reason', async () => {
    const { button, decision, root, hint } = asking(five);
    press(button('Go on with all'));
    expect(await decision()).toBeUndefined();
    expect(hint()).toBe('Choose a reason first.');
    for (const id of ['code', 'note']) Object.assign(root.getElementById(id) ?? {}, { value: 'manager' });
    press(button('Go on with all'));
    expect(await decision()).toEqual({ kind: 'on', reasonCode: 'manager', note: 'manager' });
  });

  it('one that is stood for becomes ready, and goes with the others', async () => {
    const { button, decision, all, ways, title } = asking(five);
    press(button('I confirm it'));
    await happened();
    expect(title()).toBe('2 of 5 records have something open before Demo');
    expect(all('.count').map(({ textContent }) => textContent)).toEqual(['1 open', 'Ready', '1 open']);
    expect(ways()).toContain('Save the 3 that are ready');
    press(button('Save the 3 that are ready'));
    expect(await decision()).toEqual({ kind: 'some', confirmed: [{ move: 2, sop: 'discovery', criterion: 'buyer' }] });
  });

  it('with nothing left open are saved all together', async () => {
    const { button, ways } = asking([verdict('warn', [unseen()]), allowed]);
    press(button('I confirm it'));
    await happened();
    expect(ways()).toEqual(['Save all 2*', 'Go back']);
  });
});

describe('a script of the page', () => {
  it('decides nothing: neither by clicks nor by an Escape of its own', async () => {
    const { root, button, dialog, decision, all } = asking([verdict('warn', [gap({ severity: 'warn' }), unseen({ severity: 'warn' })])]);
    for (const each of root.querySelectorAll('button')) synthetic(each);
    dialog?.dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(await decision()).toBeUndefined();
    expect(dialog?.open).toBe(true);
    expect(all('[aria-pressed=true], form:not([hidden])')).toEqual([]);
    press(button('Continue'));
    expect(await decision()).toEqual({ kind: 'on' });
  });

  it('hears no key that is typed in the guard', () => {
    const heard: string[] = [];
    const hear = (event: Event) => heard.push(event.type);
    document.addEventListener('keydown', hear);
    key(asking([verdict('ask-reason')]).root.querySelector('textarea'), 'e');
    document.removeEventListener('keydown', hear);
    expect(heard).toEqual([]);
  });
});

describe('the second click of a double click that began on the CRM’s own button', () => {
  it.each([
    { detail: 0, by: 'a press by keyboard', ends: { kind: 'back' } },
    { detail: 1, by: 'a single click', ends: { kind: 'back' } },
    { detail: 2, by: 'that second click', ends: undefined },
  ])('decides nothing: $by', async ({ detail, ends }) => {
    const { button, decision } = asking();
    press(button('Go back'), detail);
    expect(await decision()).toEqual(ends);
  });
});

describe('a guard that the page covers', () => {
  const covered = 'Something on this page covers this window, so your choice may not be yours. Go back, or reload the page.';
  const four = [verdict('warn', [unseen({ severity: 'warn' })]), allowed];

  it.each(['Go on with all', 'Save the one that is ready', 'I confirm it'])('takes no “%s”, and says why', async (name) => {
    const { button, decision, hint, all } = asking(four, { screen: new Screen(false) });
    press(button(name));
    expect(await decision()).toBeUndefined();
    expect(hint()).toBe(covered);
    expect(all('[aria-pressed=true]')).toEqual([]);
  });

  it.each<{ by: string; act: (asked: ReturnType<typeof asking>) => void }>([
    { by: 'its button', act: ({ button }) => press(button('Go back')) },
    { by: 'Escape', act: ({ dialog }) => escape(dialog) },
  ])('still lets the rep go back by $by', async ({ act }) => {
    const asked = asking(four, { screen: new Screen(false) });
    act(asked);
    expect(await asked.decision()).toEqual({ kind: 'back' });
  });

  it('waits for the first look before it takes the rep’s word', async () => {
    const screen = new Screen(undefined, true);
    const { button, decision } = asking(four, { screen });
    press(button('Go on with all'));
    expect(await decision()).toBeUndefined();
    screen.show(true);
    expect(await decision()).toEqual({ kind: 'on' });
  });

  it('takes the rep’s word where the browser cannot tell', async () => {
    const { button, decision } = asking(four, { screen: new Screen(undefined) });
    press(button('Go on with all'));
    expect(await decision()).toEqual({ kind: 'on' });
  });
});

describe('a question that is taken away', () => {
  it('removes everything, decides nothing, and gives the focus back', async () => {
    const { life, decision, opener } = asking();
    life.abort();
    expect(hosts()).toEqual([]);
    expect(await decision()).toBeInstanceOf(Error);
    expect(document.activeElement).toBe(opener);
  });

  it('takes the bar and the ring with it', () => {
    const { life, button } = asking();
    press(button('Take me there'));
    life.abort();
    expect(hosts()).toEqual([]);
  });
});
