import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settings } from '../../../lib/settings';

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('hold stage changes until somebody says otherwise', async () => {
    expect(await settings.get()).toEqual({ handle: true });
  });

  it('come back as they were set, from local storage only', async () => {
    await settings.set({ handle: false });
    expect(await settings.get()).toEqual({ handle: false });
    expect(await fakeBrowser.storage.local.get()).toMatchObject({ settings: { handle: false } });
    expect(await fakeBrowser.storage.sync.get()).toEqual({});
  });

  it.each([
    ['text', 'off'],
    ['a list', []],
    ['a setting of another type', { handle: 'no' }],
    ['nothing', null],
  ])('that storage holds as %s count as never set, so that the guard stays on', async (_what, stored) => {
    await fakeBrowser.storage.local.set({ settings: stored });
    expect(await settings.get()).toEqual({ handle: true });
  });

  it('leave nothing in storage once they are cleared', async () => {
    await settings.set({ handle: false });
    await settings.clear();
    expect(await fakeBrowser.storage.local.get()).toEqual({});
    expect(await settings.get()).toEqual({ handle: true });
  });

  it('tell those who watch, until they stop', async () => {
    const seen = vi.fn();
    const stop = settings.watch(seen);
    await settings.set({ handle: false });
    await settings.clear();
    stop();
    await settings.set({ handle: false });
    expect(seen.mock.calls).toEqual([[{ handle: false }], [{ handle: true }]]);
  });
});
