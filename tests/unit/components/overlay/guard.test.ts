import { describe, expect, it, vi } from 'vitest';
import type { Gap, Verdict } from '../../../../lib/guard/judge';
import { expectNoAxeViolations } from '../axe';
import { asking, CODES, gap, SEEN_AT, verdict } from './asking';
import { hosts, key, press, synthetic } from './layers';

const TIME = new Date(SEEN_AT).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
const trace = (change: object): Gap['trace'] => gap().trace.map((entry) => ({ ...entry, ...change }));

describe('what is asked', () => {
  it('is drawn in a closed root over everything, with the record, the move, and that nothing is saved', () => {
    const { mode, root, dialog } = asking();
    expect(mode).toBe('closed');
    expect(hosts()).toHaveLength(1);
    expect(dialog?.open).toBe(true);
    expect(root.querySelector('.eyebrow')?.textContent).toBe('Acme renewal · Discovery → Demo');
    expect(root.querySelector('.lead')?.textContent).toBe('Nothing has been saved yet.');
  });

  it.each<{ says: string; verdicts: Verdict[] }>([
    { says: 'One thing is open before Demo', verdicts: [verdict('warn')] },
    { says: '2 things are open before Demo', verdicts: [verdict('warn', [gap(), gap()])] },
    { says: 'One thing is open before Demo', verdicts: [verdict('warn', [gap(), gap({ severity: 'tip' })])] },
    { says: 'One thing is open before this move', verdicts: [verdict('warn', [gap()], { to: null })] },
    { says: '2 things are open before Demo', verdicts: [verdict('warn'), verdict('allow', []), verdict('warn')] },
  ])('its headline counts what is open, not the tips: $says', ({ says, verdicts }) => {
    expect(asking(verdicts).root.querySelector('h2')?.textContent).toBe(says);
  });

  it('a stage that cannot be seen is said to be so', () => {
    const { root } = asking([verdict('warn', [gap()], { from: null, fromUnknown: true })]);
    expect(root.querySelector('.notice')?.textContent).toContain('cannot be seen here');
    expect(root.querySelector('.eyebrow')?.textContent).toContain('Stage not visible → Demo');
    expect(asking([verdict('warn')]).root.querySelector('.notice')).toBeNull();
  });

  it('each record of a bulk change has a heading of its own', () => {
    const headings = (verdicts: Verdict[]) => asking(verdicts).root.querySelectorAll('h3').length;
    expect(headings([verdict('warn')])).toBe(0);
    expect(headings([verdict('warn'), verdict('warn')])).toBe(2);
  });

  it.each<{ what: string; verdicts: Verdict[] }>([
    { what: 'a warning', verdicts: [verdict('warn', [gap(), gap({ result: 'unknown' })])] },
    { what: 'a reason to give', verdicts: [verdict('ask-reason')] },
    { what: 'a block over two records', verdicts: [verdict('block', [gap({ severity: 'block' })]), verdict('warn')] },
  ])('axe finds nothing to complain about: $what', async ({ verdicts }) => {
    const { root } = asking(verdicts);
    document.body.append(...root.children);
    await expectNoAxeViolations(document.body);
  });

  it('axe finds nothing to complain about: the bar', async () => {
    const { root, button } = asking();
    press(button('Take me to Budget confirmed'));
    document.body.append(...root.children);
    await expectNoAxeViolations(document.body);
  });
});

describe('every gap', () => {
  it('is listed with its sentence, where that is known from, why it matters, and how to mend it', () => {
    expect(asking().rows()).toEqual([
      [
        'Budget is confirmed',
        `Budget confirmed is yes (it is no) · read from the CRM, ${TIME}`,
        'A demo without a budget trains people on a product they cannot buy.',
        'Take me there',
      ],
    ]);
  });

  it('of every record is there, the worst first', () => {
    const of = (...severities: Gap['severity'][]) => severities.map((severity) => gap({ severity, label: severity }));
    const { root } = asking([verdict('block', of('tip', 'warn', 'block', 'reason')), verdict('warn', of('warn'))]);
    expect([...root.querySelectorAll('.name')].map(({ textContent }) => textContent)).toEqual(['block', 'reason', 'warn', 'tip', 'warn']);
  });

  it.each<{ severity: Gap['severity']; tag: string | undefined }>([
    { severity: 'block', tag: 'Must be met' },
    { severity: 'reason', tag: undefined },
    { severity: 'warn', tag: 'Advised' },
    { severity: 'tip', tag: 'Tip' },
  ])('says how much it weighs: $severity', ({ severity, tag }) => {
    expect(asking([verdict('block', [gap({ severity })])]).root.querySelector('.tag')?.textContent).toBe(tag);
  });

  it.each<{ result: Gap['result']; says: string }>([
    { result: 'unmet', says: 'Not met' },
    { result: 'unknown', says: 'Cannot be seen here' },
  ])('says in words what its mark shows: $result', ({ result, says }) => {
    expect(
      asking([verdict('warn', [gap({ result })])])
        .root.querySelector('[role=img]')
        ?.getAttribute('aria-label'),
    ).toBe(says);
  });

  it.each([
    { source: 'wire', says: 'read from the CRM' },
    { source: 'page', says: 'read on this page' },
    { source: 'rep', says: 'confirmed by you' },
    { source: 'save', says: 'part of this save' },
  ] as const)('says where its reading is from: $source', ({ source, says }) => {
    const { rows } = asking([verdict('warn', [gap({ trace: trace({ known: { value: false, source, at: SEEN_AT } }) })])]);
    expect(rows()[0]?.[1]).toContain(`· ${says}, ${TIME}`);
  });

  it('goes by the newest of several readings', () => {
    const older = trace({ known: { value: false, source: 'page', at: SEEN_AT - 1 } });
    const { rows } = asking([verdict('warn', [gap({ trace: [...older, ...gap().trace, ...older] })])]);
    expect(rows()[0]?.[1]).toContain('read from the CRM');
  });

  it('without a reading claims none', () => {
    const { rows } = asking([verdict('warn', [gap({ trace: trace({ known: undefined }) })])]);
    expect(rows()[0]?.[1]).toBe('Budget confirmed is yes (it is no)');
  });

  it('is text, whatever the pack or the CRM holds', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const { root, rows } = asking([verdict('ask-reason', [gap({ label: evil, sentence: evil, why: evil, trace: [] })])], {
      recordName: evil,
    });
    expect(root.querySelector('img')).toBeNull();
    expect(rows()[0]?.slice(0, 3)).toEqual([evil, evil, evil]);
  });
});

describe('how a gap is mended', () => {
  const withFix = (fix: Gap['fix']) => asking([verdict('warn', [gap({ fix })])]);

  it('by a step: opens the side panel, and the question stays', async () => {
    const { root, openPanel, decision } = withFix({ step: 'terms', title: 'Get the terms approved' });
    const button = root.querySelector('li button');
    expect(button?.textContent).toContain('Get the terms approved');
    synthetic(button);
    expect(openPanel).not.toHaveBeenCalled();
    press(button);
    expect(openPanel).toHaveBeenCalledOnce();
    expect(await decision()).toBeUndefined();
    expect(hosts()).toHaveLength(1);
  });

  it('by a guide: a link that opens beside the CRM and tells nobody where it came from', () => {
    const link = withFix({ url: 'https://example.com/guide' }).root.querySelector('li a');
    expect(link?.getAttribute('href')).toBe('https://example.com/guide');
    expect(link?.getAttribute('target')).toBe('_blank');
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it.each<{ what: string; fix: Gap['fix'] }>([
    { what: 'nothing', fix: undefined },
    { what: 'a field that this CRM does not have', fix: { field: 'budget', label: 'Budget' } },
  ])('by $what: no way is offered', ({ fix }) => {
    expect(withFix(fix).root.querySelector('li :is(a, button)')).toBeNull();
  });

  it('by a field that the page does not show: says so, and the list stays', () => {
    const { root, dialog, findField } = withFix({ field: 'amount', crmField: 'Amount', label: 'Amount' });
    press(root.querySelector('li button'));
    expect(findField).toHaveBeenCalledExactlyOnceWith('Amount');
    expect(root.querySelector('li [role=status]')?.textContent).toBe('Amount is not on this page: open the record.');
    expect(dialog?.open).toBe(true);
  });
});

describe('take me there', () => {
  function taken() {
    vi.spyOn(Element.prototype, 'scrollIntoView');
    const asked = asking();
    press(asked.button('Take me to Budget confirmed'));
    return asked;
  }

  it('collapses the list to a bar, scrolls to the field and rings it', () => {
    const { dialog, bar, root, field, button } = taken();
    expect(dialog?.open).toBe(false);
    expect(bar?.hidden).toBe(false);
    expect(field.scrollIntoView).toHaveBeenCalledOnce();
    expect(root.querySelectorAll('.ring')).toHaveLength(1);
    expect(root.activeElement).toBe(button('Go back and fix it'));
  });

  it('decides nothing: the save is still held', async () => {
    const { decision, bar } = taken();
    expect(await decision()).toBeUndefined();
    expect(bar?.textContent).toContain('Nothing is saved');
  });

  it('the list comes back with the focus on Go back', () => {
    const { dialog, bar, button, root } = taken();
    press(button('Show the list'));
    expect(dialog?.open).toBe(true);
    expect(bar?.hidden).toBe(true);
    expect(root.activeElement).toBe(button('Go back'));
  });

  it.each<{ by: string; act: (asked: ReturnType<typeof asking>) => void }>([
    { by: 'its button', act: ({ button }) => press(button('Go back and fix it')) },
    { by: 'Escape', act: ({ bar }) => key(bar, 'Escape') },
  ])('the bar goes back by $by', async ({ act }) => {
    const asked = taken();
    act(asked);
    expect(await asked.decision()).toEqual({ kind: 'back' });
    expect(hosts()).toEqual([]);
  });

  it('another key in the bar decides nothing, nor does a script’s Escape', async () => {
    const { bar, decision } = taken();
    key(bar, 'Enter');
    bar?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(await decision()).toBeUndefined();
  });
});

it('the codes to choose from are those of the gaps, each once', () => {
  const { root } = asking([verdict('ask-reason', [gap(), gap({ reasonCodes: [...CODES, { id: 'late', label: 'Too late' }] })])]);
  expect([...root.querySelectorAll('option')].map(({ value }) => value)).toEqual(['', 'manager', 'other', 'late']);
});
