import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOWHERE, opportunity, sighting } from './fixtures';
import { EAGER_MS, FIRST, hide, LIST, mutate, qualified, SETTLE_MS, START, stubIdle, tracking, UNREAD_MS, wait } from './tracking';

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

describe('the first look', () => {
  it('reports the record in view with its name and what can be read of it', () => {
    const { tracker, reports, tell, page } = tracking(qualified);
    expect(reports).toEqual([]);
    tracker.look();
    const seen = { record: opportunity('006000000000001AAA'), locale: 'en-US', source: 'page', at: START };
    const state = {
      view: FIRST,
      name: 'Acme renewal',
      readings: [
        { ...seen, field: 'StageName', value: 'Qualification' },
        { ...seen, field: 'Amount', value: '$5' },
      ],
      unread: null,
      at: START,
    };
    expect(reports).toEqual([state]);
    expect(tracker.state()).toEqual(state);
    expect(page.locate).toHaveBeenCalledWith(new URL(window.location.href));
    expect(tell).toHaveBeenCalledOnce();
  });

  it.each([LIST, NOWHERE])('says so where there is no record: $kind', (view) => {
    const { tracker, reports, page } = tracking({ view });
    tracker.look();
    expect(reports).toEqual([{ view, name: null, readings: [], unread: null, at: START }]);
    expect(page.readPage).not.toHaveBeenCalled();
  });

  it('tells what responses said of the record beside what its page shows', () => {
    const told = [{ ...sighting('StageName', 'Qualification', undefined, 'wire'), at: 3 }];
    const { tracker, told: ask, valuesIn, reports } = tracking({ ...qualified, values: { Amount: '$5' } }, { told: vi.fn(() => told) });
    tracker.look();
    expect(ask).toHaveBeenCalledWith('006000000000001AAA');
    expect(valuesIn(reports[0])).toEqual([
      ['StageName', 'Qualification'],
      ['Amount', '$5'],
    ]);
  });
});

describe('looks again', () => {
  it('when the document changed: many changes, one look', async () => {
    const { tracker, screen, reports, page, valuesIn } = tracking(qualified);
    tracker.look();
    page.readPage.mockClear();
    screen.values = { StageName: 'Needs Analysis' };
    for (let count = 0; count < 5; count++) await mutate();
    await wait(SETTLE_MS - 1);
    expect(page.readPage).not.toHaveBeenCalled();
    await wait(1);
    expect(page.readPage).toHaveBeenCalledOnce();
    expect(valuesIn(reports.at(-1))).toEqual([['StageName', 'Needs Analysis']]);
  });

  it('once the page is idle, or after a tenth of a second: many changes, still one look', async () => {
    const { tracker, page } = tracking(qualified);
    const asked = stubIdle(60);
    tracker.look();
    page.readPage.mockClear();
    await mutate();
    await wait(SETTLE_MS + 30);
    await mutate();
    await wait(29);
    expect(page.readPage).not.toHaveBeenCalled();
    await wait(1);
    expect(page.readPage).toHaveBeenCalledOnce();
    expect(asked).toHaveBeenCalledExactlyOnceWith(expect.any(Function), { timeout: 100 });
  });

  it('sooner while the stage is not known yet', async () => {
    const { tracker, screen, reports, valuesIn } = tracking({ ...qualified, values: {} });
    tracker.look();
    screen.values = { StageName: 'Qualification' };
    await mutate();
    await wait(EAGER_MS);
    expect(valuesIn(reports.at(-1))).toEqual([['StageName', 'Qualification']]);
  });

  it('at once when the page navigates', () => {
    const { tracker, screen, reports, navigate } = tracking(qualified);
    tracker.look();
    screen.view = LIST;
    navigate();
    expect(reports.at(-1)?.view).toEqual(LIST);
  });

  it.each(['fetch', 'xmlhttprequest'])('when a request of the page was answered: %s', async (type) => {
    const { tracker, screen, reports, answered, valuesIn } = tracking(qualified);
    tracker.look();
    screen.values = { StageName: 'Closed Won' };
    answered(type);
    await wait(SETTLE_MS);
    expect(valuesIn(reports.at(-1))).toEqual([['StageName', 'Closed Won']]);
  });

  it('not when only an image arrived', async () => {
    const { tracker, page, answered } = tracking(qualified);
    tracker.look();
    page.readPage.mockClear();
    answered('img');
    await wait(SETTLE_MS);
    expect(page.readPage).not.toHaveBeenCalled();
  });

  it('when a page comes back from the browser’s cache', () => {
    const { tracker, screen, reports } = tracking(qualified);
    tracker.look();
    screen.values = { StageName: 'Closed Won' };
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect(reports).toHaveLength(1);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(reports).toHaveLength(2);
  });

  it('not for changes of a page that is no CRM page', async () => {
    const { tracker, page } = tracking();
    tracker.look();
    page.locate.mockClear();
    await mutate();
    await wait(SETTLE_MS);
    expect(page.locate).not.toHaveBeenCalled();
  });

  it('never by polling', async () => {
    const { tracker, page } = tracking(qualified);
    tracker.look();
    await wait(UNREAD_MS);
    page.locate.mockClear();
    await wait(60_000);
    expect(page.locate).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    { record: 'a new record whose stage is not known', given: { ...qualified, values: {} } },
    { record: 'a new record whose name is not known', given: { ...qualified, name: null } },
  ])('eagerly, whatever a look costs, for its first seconds: $record', async ({ given }) => {
    const { tracker, page } = tracking(given);
    let spent = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => Date.now() + (spent += 10));
    tracker.look();
    page.readPage.mockClear();
    await mutate();
    await wait(EAGER_MS);
    expect(page.readPage).toHaveBeenCalledOnce();
  });

  describe('the later, the more a look costs', () => {
    /** Each look costs ten milliseconds; the record is no longer new, and what its page shows has just changed. */
    async function costly() {
      const tracked = tracking(qualified);
      const { tracker, page, screen } = tracked;
      let spent = 0;
      vi.spyOn(performance, 'now').mockImplementation(() => Date.now() + spent);
      const read = page.readPage.getMockImplementation();
      page.readPage.mockImplementation((...asked) => {
        spent += 10;
        return read?.(...asked) ?? { sightings: [], name: null };
      });
      tracker.look();
      await wait(UNREAD_MS);
      screen.values = { StageName: 'Needs Analysis' };
      tracker.look();
      page.readPage.mockClear();
      await mutate();
      return tracked;
    }

    it('two thousandths of the page’s time at most', async () => {
      const { page } = await costly();
      await wait(4999);
      expect(page.readPage).not.toHaveBeenCalled();
      await wait(1);
      expect(page.readPage).toHaveBeenCalledOnce();
    });

    it('on a page that shows nothing new a half of it, then a quarter, and no less', async () => {
      const { page } = await costly();
      await wait(5000);
      for (const rest of [10_000, 20_000, 20_000]) {
        page.readPage.mockClear();
        await mutate();
        await wait(rest - 1);
        expect(page.readPage).not.toHaveBeenCalled();
        await wait(1);
        expect(page.readPage).toHaveBeenCalledOnce();
      }
    });

    it('until a request of the page is answered: it may well show something new then', async () => {
      const { page, answered } = await costly();
      await wait(5000);
      page.readPage.mockClear();
      await mutate();
      await wait(4000);
      answered();
      await wait(999);
      expect(page.readPage).not.toHaveBeenCalled();
      await wait(1);
      expect(page.readPage).toHaveBeenCalledOnce();
    });
  });
});

describe('stands still', () => {
  it('in a hidden tab, and looks when it is shown', async () => {
    const { page, navigate, answered, reports } = tracking(qualified);
    hide(true);
    navigate();
    answered();
    await mutate();
    await wait(10_000);
    expect(page.locate).not.toHaveBeenCalled();
    expect(reports).toEqual([]);
    hide(false);
    expect(reports).toHaveLength(1);
  });

  it('when the extension is gone', () => {
    const { tracker, page, reports } = tracking(qualified, { alive: () => false });
    tracker.look();
    expect(page.locate).not.toHaveBeenCalled();
    expect(reports).toEqual([]);
  });

  it.each([
    { when: 'with nothing to do', pending: false },
    { when: 'about to look', pending: true },
  ])('after its life has ended, $when', async ({ pending }) => {
    const { tracker, page, navigate, answered, life } = tracking(qualified);
    tracker.look();
    if (pending) await mutate();
    life.abort();
    page.locate.mockClear();
    await wait(SETTLE_MS);
    await mutate();
    navigate();
    answered();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    hide(false);
    await wait(SETTLE_MS);
    expect(page.locate).not.toHaveBeenCalled();
  });
});
