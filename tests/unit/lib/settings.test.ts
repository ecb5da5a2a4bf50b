import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settings } from '../../../lib/settings';

const untouched = { handle: true, roles: [], groups: [], name: '', readAtMove: true };
const off = { handle: false, roles: ['ae'], groups: [], name: 'Ada Byron', readAtMove: false };

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('hold stage changes until somebody says otherwise', async () => {
    expect(await settings.get()).toEqual(untouched);
  });

  it('come back as they were set, from local storage only', async () => {
    await settings.set(off);
    expect(await settings.get()).toEqual(off);
    expect(await fakeBrowser.storage.local.get()).toMatchObject({ settings: off });
    expect(await fakeBrowser.storage.sync.get()).toEqual({});
  });

  it.each([
    ['text', 'off'],
    ['a list', []],
    ['a setting of another type', { handle: 'no' }],
    ['nothing', null],
  ])('that storage holds as %s count as never set, so that the guard stays on', async (_what, stored) => {
    await fakeBrowser.storage.local.set({ settings: stored });
    expect(await settings.get()).toEqual(untouched);
  });

  it.each([
    ['roles', { handle: false }],
    ['names, and reads at a held move', { handle: false, roles: ['ae'] }],
  ])('that were kept before there were %s come back with what nobody has changed', async (_what, stored) => {
    await fakeBrowser.storage.local.set({ settings: stored });
    expect(await settings.get()).toEqual({ ...untouched, ...stored });
  });

  it('refuse a name that is longer than a name', async () => {
    await expect(settings.set({ ...untouched, name: 'x'.repeat(101) })).rejects.toThrow();
    expect(await settings.get()).toEqual(untouched);
  });

  it('leave nothing in storage once they are cleared', async () => {
    await settings.set(off);
    await settings.clear();
    expect(await fakeBrowser.storage.local.get()).toEqual({});
    expect(await settings.get()).toEqual(untouched);
  });

  it('tell those who watch, until they stop', async () => {
    const seen = vi.fn();
    const stop = settings.watch(seen);
    await settings.set(off);
    await settings.clear();
    stop();
    await settings.set(off);
    expect(seen.mock.calls).toEqual([[off], [untouched]]);
  });

  it('that are changed at once are all changed, and one that is refused keeps no other back', async () => {
    const changes = [settings.change({ name: 'Robin' }), settings.change({ name: 'x'.repeat(101) }), settings.change({ handle: false })];
    expect((await Promise.allSettled(changes)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await settings.get()).toEqual({ ...untouched, name: 'Robin', handle: false });
  });
});
