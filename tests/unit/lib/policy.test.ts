import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { policy } from '../../../lib/policy';
import { UNTOLD } from '../../../lib/policy-rules';
import { policySchema } from '../../../lib/policy-schema';
import { deleteEverything } from '../../../lib/progress/backup';
import { HandrailDb } from '../../../lib/progress/db';
import { settings } from '../../../lib/settings';

const OPEN = policySchema.parse({});
const NOW = Date.UTC(2026, 10, 24);

/** As an administrator would set it; the browser has dropped by then what does not fit the schema. */
const rule = async (rules: object) => {
  await fakeBrowser.storage.managed.clear();
  await fakeBrowser.storage.managed.set(rules);
};

const told = async (rules: object, now = NOW) => {
  await rule(rules);
  return policy.refresh(now);
};

/** The browser does not answer. */
const silence = () => vi.spyOn(fakeBrowser.storage.managed, 'get').mockReturnValue(new Promise<never>(() => undefined) as never);

beforeEach(() => fakeBrowser.reset());
afterEach(() => void vi.restoreAllMocks());

describe('until the browser has told the policy', () => {
  it('nothing is loosened, and nothing waits', async () => {
    silence();
    expect(await policy.get()).toEqual(UNTOLD);
    expect(await policy.state()).toEqual({ policy: UNTOLD, isKnown: false, set: [], problems: [], toldAt: null });
  });

  it('a browser that cannot tell has told nothing', async () => {
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('not now'));
    expect(await policy.refresh(NOW)).toBe(false);
    expect(await policy.get()).toEqual(UNTOLD);
  });

  it('what a person asks for waits for it, once', async () => {
    await rule({ organisation: 'Acme' });
    expect(await policy.known()).toEqual({ ...OPEN, organisation: 'Acme' });
    silence();
    expect(await policy.known()).toEqual({ ...OPEN, organisation: 'Acme' });
  });

  it.each([['text'], [[]], [{}], [{ rules: 'none' }], [{ problems: [] }]])(
    'storage that holds %j counts as not told yet',
    async (stored) => {
      await fakeBrowser.storage.local.set({ policy: stored });
      expect(await policy.get()).toEqual(UNTOLD);
    },
  );
});

describe('the policy', () => {
  it('where nobody rules anything allows what the rep wants', async () => {
    expect(await told({})).toBe(true);
    expect(await policy.state()).toEqual({ policy: OPEN, isKnown: true, set: [], problems: [], toldAt: null });
  });

  it('is what the administrator says', async () => {
    await told({ readAtMove: false, roles: ['ae'], guard: true });
    const inForce = { ...OPEN, readAtMove: false, roles: ['ae'] };
    expect(await policy.state()).toEqual({
      policy: inForce,
      isKnown: true,
      set: ['readAtMove', 'guard', 'roles'],
      problems: [],
      toldAt: NOW,
    });
  });

  it('is answered from what is kept, without waiting for the browser', async () => {
    await told({ readAtMove: false });
    silence();
    expect(await policy.get()).toEqual({ ...OPEN, readAtMove: false });
  });

  it('says whether it changed, so that tabs hear of it once', async () => {
    expect([await told({ guard: false }), await told({ guard: false })]).toEqual([true, false]);
    expect([await told({ guard: true }), await told({ guard: true })]).toEqual([true, false]);
  });

  it('that came before with more in it, or is told with more, is read all the same', async () => {
    await told({ readAtMove: false, somethingNew: 7 });
    expect(await policy.get()).toEqual({ ...OPEN, readAtMove: false });
  });

  it('as the first versions of Handrail kept it still counts', async () => {
    await fakeBrowser.storage.local.set({ policy: { readAtMove: false } });
    expect(await policy.get()).toEqual({ ...OPEN, readAtMove: false });
    expect(await told({})).toBe(false);
    expect((await policy.state()).problems).toEqual([{ key: 'readAtMove', why: 'missing' }]);
  });
});

describe('what the policy closed stays closed', () => {
  const closed = { readAtMove: false, choosePacks: false };
  beforeEach(() => told(closed));

  it.each<[string, () => Promise<unknown>, string[]]>([
    ['a value is of the wrong type', () => rule({ readAtMove: 'no', choosePacks: false }), ['readAtMove malformed']],
    ['the browser has dropped a value', () => rule({ choosePacks: false }), ['readAtMove missing']],
    ['the whole policy is gone', () => rule({}), ['readAtMove missing', 'choosePacks missing']],
    ['the browser cannot tell', async () => vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('not now')), []],
  ])('when %s, and what could not be read is told', async (_when, happens, problems) => {
    await happens();
    expect(await policy.refresh(NOW + 1000)).toBe(false);
    const state = await policy.state();
    expect(state).toMatchObject({ policy: { ...OPEN, ...closed }, set: ['readAtMove', 'choosePacks'], toldAt: NOW });
    expect(state.problems.map(({ key, why }) => `${key} ${why}`)).toEqual(problems);
  });

  it('until the policy says otherwise', async () => {
    await told({ readAtMove: true, choosePacks: true }, NOW + 1000);
    expect(await policy.state()).toMatchObject({ policy: OPEN, problems: [], toldAt: NOW + 1000 });
  });

  it('and a mistake that is mended is told no more', async () => {
    await told({ readAtMove: 'no', choosePacks: false });
    await told(closed);
    expect((await policy.state()).problems).toEqual([]);
  });

  it('when everything is deleted, and when settings come from a backup', async () => {
    const db = new HandrailDb('deleted', { indexedDB: new IDBFactory(), IDBKeyRange });
    await deleteEverything(db, settings);
    await settings.set({ ...(await settings.get()), readAtMove: true });
    expect(await policy.get()).toEqual({ ...OPEN, ...closed });
    db.close();
  });
});

describe('a policy that changes while Handrail runs', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is applied a moment after the last of several steps, and told once', async () => {
    await rule({ guard: false });
    const changed = vi.fn(() => Promise.resolve());
    policy.follow(changed);
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
    const look = vi.spyOn(fakeBrowser.storage.managed, 'get');
    await rule({ guard: true });
    await fakeBrowser.storage.managed.set({ roles: ['ae'] });
    await vi.runAllTimersAsync();
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(2));
    expect(look).toHaveBeenCalledTimes(1);
    expect(await policy.get()).toEqual({ ...OPEN, roles: ['ae'] });
  });

  it('is shown where somebody looks at it', async () => {
    const seen = vi.fn();
    const end = policy.watch(seen);
    await told({ guard: false });
    expect(seen).toHaveBeenCalledTimes(1);
    end();
    await told({ guard: true });
    expect(seen).toHaveBeenCalledTimes(1);
  });

  it('goes on being followed when what follows from it fails', async () => {
    const changed = vi.fn(() => Promise.reject(new Error('no tab answers')));
    policy.follow(changed);
    await rule({ guard: false });
    await vi.runAllTimersAsync();
    await rule({ guard: true });
    await vi.runAllTimersAsync();
    expect(changed.mock.calls.length).toBeGreaterThan(1);
    expect(await policy.get()).toEqual(OPEN);
  });
});
