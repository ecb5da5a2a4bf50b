import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { everyCrmTab, showBadge } from '../../../../lib/worker/tabs';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('every CRM tab', () => {
  const query = vi.fn<(asked: { url: string[] }) => Promise<{ id?: number }[]>>();
  beforeEach(() => {
    query.mockReset();
    // Chrome's own also takes a callback, which a spy cannot tell apart.
    vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(query as never);
  });
  const open = (...tabs: { id?: number }[]) => query.mockResolvedValue(tabs);

  it('is looked for on the two CRMs’ hosts only, and asked', async () => {
    open({ id: 3 }, { id: 7 });
    const ask = vi.fn(() => Promise.resolve());
    await everyCrmTab(ask);
    expect(query).toHaveBeenCalledExactlyOnceWith({ url: ['https://*.lightning.force.com/*', 'https://*.hubspot.com/*'] });
    expect(ask.mock.calls).toEqual([[3], [7]]);
  });

  it('that does not answer keeps none of the others from being asked', async () => {
    open({ id: 3 }, { id: 7 });
    const answered: number[] = [];
    const ask = async (tab: number) => {
      if (tab === 3) throw new Error('Still loading.');
      answered.push(tab);
    };
    await expect(everyCrmTab(ask)).resolves.toBeUndefined();
    expect(answered).toEqual([7]);
  });

  it('is waited for', async () => {
    open({ id: 3 });
    let isDone = false;
    await everyCrmTab(() => Promise.resolve().then(() => (isDone = true)));
    expect(isDone).toBe(true);
  });

  it('without an id, as devtools have it, is left alone', async () => {
    open({});
    const ask = vi.fn(() => Promise.resolve());
    await everyCrmTab(ask);
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('the toolbar button', () => {
  const open = (steps: number, debts: number, catchUps: number) => ({ steps, debts, catchUps });

  it.each([
    { what: open(3, 0, 0), text: '3', title: 'Open Handrail: 3 required steps open' },
    { what: open(1, 0, 0), text: '1', title: 'Open Handrail: 1 required step open' },
    { what: open(3, 1, 0), text: '4', title: 'Open Handrail: 3 required steps open, 1 override to make good' },
    { what: open(0, 2, 1), text: '3', title: 'Open Handrail: 2 overrides to make good, 1 move made elsewhere to catch up on' },
    {
      what: open(10, 2, 1),
      text: '13',
      title: 'Open Handrail: 10 required steps open, 2 overrides to make good, 1 move made elsewhere to catch up on',
    },
    { what: open(0, 0, 0), text: '', title: 'Open Handrail' },
    { what: null, text: '', title: 'Open Handrail' },
  ])('of a tab with $what reads “$text” and says “$title”', async ({ what, text, title }) => {
    await showBadge(7, open(99, 0, 0));
    await showBadge(8, open(1, 0, 0));
    await showBadge(7, what);
    expect(await fakeBrowser.action.getBadgeText({ tabId: 7 })).toBe(text);
    expect(await fakeBrowser.action.getTitle({ tabId: 7 })).toBe(title);
    expect(await fakeBrowser.action.getBadgeText({ tabId: 8 })).toBe('1');
  });
});
