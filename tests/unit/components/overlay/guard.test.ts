import { describe, expect, it, vi } from 'vitest';
import type { Gap, Verdict } from '../../../../lib/guard/judge';
import { allowed, gap, unseen, verdict } from '../../lib/guard/verdicts';
import { expectNoAxeViolations } from '../axe';
import { asking, type Asked } from './asking';
import { hosts, key, press } from './layers';

const blind: Partial<Verdict> = { from: null, fromUnknown: true };

describe('what is asked', () => {
  it('is drawn in a closed root over everything, with the record, the move, and that nothing is saved', () => {
    const { mode, root, dialog, hint } = asking();
    expect(mode).toBe('closed');
    expect(hosts()).toHaveLength(1);
    expect(dialog?.open).toBe(true);
    expect(root.querySelector('.eyebrow')?.textContent).toBe('Acme renewal · Discovery → Demo');
    expect(hint()).toBe('Nothing has been saved yet.');
  });

  it.each<{ says: string; verdicts: Verdict[] }>([
    { says: 'One thing is open before Demo', verdicts: [verdict('warn')] },
    { says: '2 things are open before Demo', verdicts: [verdict('warn', [gap(), gap()])] },
    { says: 'One thing is open before Demo', verdicts: [verdict('warn', [gap(), gap({ severity: 'tip' })])] },
    { says: 'One thing is open before # 1', verdicts: [verdict('warn', [gap()], { to: '# 1' })] },
    { says: 'Its stage cannot be seen here', verdicts: [verdict('warn', [], blind)] },
    { says: '2 of 3 records have something open before Demo', verdicts: [verdict('warn'), allowed, verdict('warn')] },
    { says: '1 of 2 records has something open before Demo', verdicts: [verdict('warn'), allowed] },
  ])('its headline counts what is open, not the tips: $says', ({ says, verdicts }) => {
    expect(asking(verdicts).title()).toBe(says);
  });

  it('what cannot be checked is told in a notice', () => {
    const { root } = asking([verdict('warn', [gap()], blind)]);
    expect(root.querySelector('.notice')?.textContent).toContain('cannot be seen here');
    expect(asking([verdict('warn')]).root.querySelector('.notice')).toBeNull();
  });

  it.each<{ what: string; verdicts: Verdict[]; asked?: Asked }>([
    { what: 'a warning, and what cannot be seen', verdicts: [verdict('warn', [gap(), unseen()])] },
    { what: 'a reason to give', verdicts: [verdict('ask-reason')] },
    { what: 'a block over two records', verdicts: [verdict('block', [gap({ severity: 'block' })]), verdict('warn')] },
    {
      what: 'many records',
      verdicts: [verdict('warn'), verdict('warn', [unseen()]), allowed, verdict('warn', [], blind), verdict('warn')],
    },
  ])('axe finds nothing to complain about: $what', async ({ verdicts, asked }) => {
    const { root } = asking(verdicts, { question: { addressOf: () => 'https://acme.example/record' }, ...asked });
    document.body.append(...root.children);
    await expectNoAxeViolations(document.body);
  });

  it('axe finds nothing to complain about: everything opened', async () => {
    const { root, button, all } = asking([verdict('ask-reason', [gap(), unseen()])]);
    press(button('Wrong here?'));
    press(button('I confirm it'));
    await Promise.resolve();
    expect(all('form').filter(({ hidden }) => !hidden)).toHaveLength(1);
    document.body.append(...root.children);
    await expectNoAxeViolations(document.body);
  });

  it('axe finds nothing to complain about: the bar', async () => {
    const { root, button } = asking();
    press(button('Take me there'));
    document.body.append(...root.children);
    await expectNoAxeViolations(document.body);
  });
});

describe('every gap', () => {
  it('is listed with its sentence, why it matters, how to mend it, and how to say that it does not fit', () => {
    const { rows } = asking([verdict('warn', [gap({ trace: [] })])]);
    expect(rows()).toEqual([
      [
        'Budget is confirmed',
        'Budget confirmed is yes (it is no)',
        'A demo without a budget trains people on a product they cannot buy.',
        'Take me there',
        'Wrong here?',
      ],
    ]);
  });

  it('says in words what its mark shows, and how much it weighs', () => {
    const { root } = asking([verdict('block', [gap({ severity: 'block' })])]);
    expect(root.querySelector('li [role=img]')?.getAttribute('aria-label')).toBe('Not met');
    expect(root.querySelector('.tag')?.textContent).toBe('Must be met');
  });

  it('names itself to what can be done about it, for those who hear one button at a time', () => {
    const { root, all } = asking([verdict('warn', [gap(), unseen()])]);
    const told = all('li :is(a, button)[data-gap]').map((each) => {
      const about = each.getAttribute('aria-describedby') ?? '';
      return [each.textContent, root.getElementById(about)?.textContent];
    });
    expect(told).toEqual([
      ['Take me there', 'Budget is confirmed'],
      ['Wrong here?', 'Budget is confirmed'],
      ['Take me there', 'The buyer is known'],
      ['I confirm it', 'The buyer is known'],
      ['Wrong here?', 'The buyer is known'],
    ]);
  });

  it('is text, whatever the pack or the CRM holds', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const { root, rows } = asking([verdict('ask-reason', [gap({ label: evil, sentence: evil, why: evil, trace: [] })])], {
      occasion: { names: [evil] },
    });
    expect(root.querySelector('img')).toBeNull();
    expect(rows()[0]?.slice(0, 3)).toEqual([evil, evil, evil]);
    expect(root.querySelector('.eyebrow')?.textContent).toContain(evil);
  });
});

describe('how a gap is mended', () => {
  const withFix = (fix: Gap['fix']) => asking([verdict('warn', [gap({ fix })])]);

  it('by a step: opens the side panel, and the question stays', () => {
    const { button, openPanel, dialog } = withFix({ step: 'call', title: 'Call them' });
    press(button('See “Call them” in the side panel'));
    expect(openPanel).toHaveBeenCalledOnce();
    expect(dialog?.open).toBe(true);
  });

  it('by a guide: a link of its own tab that tells nobody where it came from', () => {
    const link = withFix({ url: 'https://acme.example/guide' }).root.querySelector('li a');
    expect(link?.textContent).toBe('Open the guide');
    expect(link?.getAttribute('href')).toBe('https://acme.example/guide');
    expect([link?.getAttribute('target'), link?.getAttribute('rel')]).toEqual(['_blank', 'noopener noreferrer']);
  });

  it.each<{ what: string; fix: Gap['fix'] }>([
    { what: 'nothing', fix: undefined },
    { what: 'a field that this CRM does not have', fix: { field: 'budget', label: 'Budget' } },
  ])('by $what: no way is offered', ({ fix }) => {
    expect(withFix(fix).root.querySelector('.ways')?.children).toHaveLength(0);
  });

  it('by a field that the page does not show: says so, and the list stays', () => {
    const { root, button, dialog, findField } = withFix({ field: 'amount', crmField: 'Amount', label: 'Amount' });
    press(button('Take me there'));
    expect(findField).toHaveBeenCalledExactlyOnceWith('Amount');
    expect(root.querySelector('.ways [role=status]')?.textContent).toBe('Amount is not on this page: open the record.');
    expect(dialog?.open).toBe(true);
  });
});

describe('the record', () => {
  const elsewhere: Asked = { question: { addressOf: ({ id }) => `https://acme.example/${id}` } };

  it.each<{ what: string; one: Gap; offers: boolean }>([
    { what: 'a field that cannot be seen', one: unseen(), offers: true },
    { what: 'anything that cannot be seen', one: unseen({ fix: undefined }), offers: true },
    { what: 'a field that is empty', one: gap(), offers: true },
    { what: 'a step that is open', one: gap({ fix: { step: 'call', title: 'Call them' } }), offers: false },
  ])('of another page can be opened in a tab of its own: $what, $offers', ({ one, offers }) => {
    const link = asking([verdict('warn', [one])], elsewhere).root.querySelector<HTMLAnchorElement>('li a');
    expect(link?.textContent).toBe(offers ? 'Open the record' : undefined);
    if (offers) expect([link?.href, link?.target]).toEqual(['https://acme.example/006000000000000AAA', '_blank']);
  });

  it('in view needs no opening', () => {
    expect(asking([verdict('warn', [unseen()])]).root.querySelector('li a')).toBeNull();
  });

  it('of several is not on this page: its fields are not looked for here', () => {
    const { button, root } = asking([verdict('warn'), allowed], elsewhere);
    expect(button('Take me there')).toBeNull();
    expect(root.querySelector('li a')?.textContent).toBe('Open the record');
  });
});

describe('take me there', () => {
  function taken() {
    vi.spyOn(Element.prototype, 'scrollIntoView');
    const asked = asking();
    press(asked.button('Take me there'));
    return asked;
  }
  /** The ring stands in a layer of its own. */
  const rings = () => hosts().length - 1;

  it('collapses the list to a bar, scrolls to the field and rings it', () => {
    const { dialog, bar, root, field, button } = taken();
    expect(dialog?.open).toBe(false);
    expect(bar?.hidden).toBe(false);
    expect(field.scrollIntoView).toHaveBeenCalledOnce();
    expect(rings()).toBe(1);
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

  it('a second time there is still one ring', () => {
    const { button } = taken();
    press(button('Show the list'));
    press(button('Take me there'));
    expect(rings()).toBe(1);
  });

  it.each<{ by: string; act: (asked: ReturnType<typeof asking>) => void }>([
    { by: 'its button', act: ({ button }) => press(button('Go back and fix it')) },
    { by: 'Escape', act: ({ bar }) => key(bar, 'Escape') },
  ])('the bar goes back by $by, and the ring goes with it', async ({ act }) => {
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
