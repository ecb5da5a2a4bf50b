// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HandrailDb } from '../../../../lib/progress/db';
import type { PackRow, SubscriptionRow } from '../../../../lib/progress/rows';
import { addSubscription, removeSubscription } from '../../../../lib/progress/subscriptions';
import { type Around, checkNow, refreshDue, wakeWhenDue } from '../../../../lib/subscriptions/refresh';
import type { Admission, Origin, TrustAsk } from '../../../../lib/worker/admission';
import { startPackHost, type PackHost } from '../../../lab/packs/host';
import { newDb, pack, stamp } from '../progress/fixtures';

const HOUR = 3_600_000;
const URL_HERE = 'https://packs.acme.com/sales.json';
const OTHER = 'https://packs.acme.com/other.json';
const text = JSON.stringify(pack());
const taken: Admission = { kind: 'taken', pack: 'acme-sales', version: '1.0.0', title: 'Acme sales', isNew: true, use: 'now' };
const ask: TrustAsk = {
  claims: { key: 'k', pack: 'acme-sales', version: '1.0.0', publisher: 'Acme', audience: null, issuedAt: 1, expiresAt: null, revokes: [] },
  publicKey: 'p',
  fingerprint: 'lusab-babad',
  title: 'Acme sales',
};

let host: PackHost;
let db: HandrailDb;
let clock: number;
let admitted: { text: string; origin: Origin }[];
let says: Admission | Error;
let wakes: (number | null)[];
let rules: { choosePacks: boolean; privateAddresses: boolean };

beforeAll(async () => {
  host = await startPackHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  db = newDb();
  clock = Date.UTC(2026, 10, 24, 9);
  [admitted, wakes, says] = [[], [], taken];
  rules = { choosePacks: true, privateAddresses: false };
  host.answer = { kind: 'file', text };
  host.asked.length = 0;
});

const around: Around = {
  fetch: (url, init) => fetch(url.replace('https://packs.acme.com', `http://127.0.0.1:${host.port}`), init),
  isOnline: () => true,
  now: () => clock,
  random: () => 0.5,
  isAllowed: async (origin) => origin === 'https://packs.acme.com/*',
  policy: async () => rules,
  // Stands in for the way in for packs, which has its own tests: keeps what it takes, as that does.
  admit: async (from, origin) => {
    admitted.push({ text: from, origin });
    if (says instanceof Error) throw says;
    if (says.kind === 'taken') {
      const row: PackRow = {
        ...{ id: 'acme-sales', version: says.version, pack: pack(), source: 'subscription', layer: 'team' },
        ...{ url: origin.url, addedAt: clock, active: 1 },
      };
      await db.packs.put(row);
    }
    return says;
  },
  wakeAt: async (time) => void wakes.push(time),
};

const add = (change: Partial<SubscriptionRow> = {}) =>
  addSubscription(db, { ...{ url: URL_HERE, by: 'rep', layer: 'team', dueAt: clock }, ...change }, stamp(clock));
const row = async (url = URL_HERE) => (await db.subscriptions.get(url))!;

describe('a subscription', () => {
  it('is added once, and journalled as its end is', async () => {
    expect([await add(), await add()]).toEqual([true, false]);
    await removeSubscription(db, URL_HERE, stamp());
    await removeSubscription(db, URL_HERE, stamp());
    expect((await db.journal.toArray()).map(({ type }) => type)).toEqual(['subscription-added', 'subscription-removed']);
    expect(await db.subscriptions.count()).toBe(0);
  });

  it('that is due brings its pack, and is looked at again in six hours', async () => {
    await add();
    expect(await refreshDue(db, around)).toBe(true);
    expect(admitted).toEqual([{ text, origin: { source: 'subscription', url: URL_HERE, layer: 'team' } }]);
    expect(await row()).toMatchObject({ pack: 'acme-sales', checkedAt: clock, freshAt: clock, failures: 0, dueAt: clock + 6 * HOUR });
    expect(wakes.at(-1)).toBe(clock + 6 * HOUR);
  });

  it('costs its host a 304 from then on, and tells that the pack is fresh', async () => {
    await add();
    await refreshDue(db, around);
    clock += 6 * HOUR;
    expect(await refreshDue(db, around)).toBe(false);
    expect(host.asked.map(({ status }) => status)).toEqual([200, 304]);
    expect(admitted).toHaveLength(1);
    expect(await row()).toMatchObject({ checkedAt: clock, freshAt: clock });
  });

  it('brings the next version when there is one', async () => {
    await add();
    await refreshDue(db, around);
    clock += 6 * HOUR;
    host.answer = { kind: 'file', text: `${text} ` };
    says = { ...taken, version: '1.1.0' };
    expect(await refreshDue(db, around)).toBe(true);
    expect(admitted).toHaveLength(2);
  });

  it('asks for the whole pack where it is not here any more', async () => {
    await add();
    await refreshDue(db, around);
    await db.packs.clear();
    await checkNow(db, URL_HERE, around);
    expect(host.asked.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('that the policy brings has its pack count as the policy says, whoever brought it before', async () => {
    await add({ by: 'policy', layer: 'company' });
    await refreshDue(db, around);
    expect((await db.packs.toArray()).map(({ layer }) => layer)).toEqual(['company']);
  });

  it('that changes nothing in use tells so', async () => {
    await add();
    says = { ...taken, use: 'later', from: '2026-12-01' };
    expect(await refreshDue(db, around)).toBe(false);
  });

  it('that is not due is left alone, and so is its host', async () => {
    await add({ dueAt: clock + 1 });
    await refreshDue(db, around);
    expect(host.asked).toEqual([]);
    expect(wakes).toEqual([clock + 1]);
  });

  it('that was missed while the computer was off waits a little, since all others come back now too', async () => {
    await add({ dueAt: clock - 9 * HOUR });
    await refreshDue(db, around);
    expect(host.asked).toEqual([]);
    expect(wakes.at(-1)).toBe(clock + 600_000);
    clock += 600_000;
    await refreshDue(db, around);
    expect(host.asked).toHaveLength(1);
  });
});

describe('what goes wrong changes nothing that is in use', () => {
  it('and is looked at again soon, then ever less often, until it is well again', async () => {
    await add();
    await refreshDue(db, around);
    const before = await row();
    host.answer = { kind: 'status', status: 500 };
    const waits: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      clock = (await row()).dueAt;
      await refreshDue(db, around);
      waits.push((await row()).dueAt - clock);
    }
    expect(waits).toEqual([HOUR / 4, HOUR / 2, HOUR]);
    expect(await row()).toMatchObject({
      ...before,
      checkedAt: clock,
      dueAt: clock + HOUR,
      failures: 3,
      trouble: { why: 'http', detail: '500' },
    });
    expect(await db.packs.where('active').equals(1).count()).toBe(1);
    host.answer = { kind: 'file', text };
    clock = (await row()).dueAt;
    await refreshDue(db, around);
    expect(host.asked.at(-1)!.status).toBe(304);
    expect(await row()).toMatchObject({ failures: 0, freshAt: clock });
    expect(await row()).not.toHaveProperty('trouble');
  });

  it('a computer that is offline looks again each quarter of an hour, however long that lasts', async () => {
    await add();
    const offline: Around = { ...around, fetch: () => Promise.reject(new TypeError('Failed to fetch')), isOnline: () => false };
    for (let time = 0; time < 20; time += 1) {
      clock = (await row()).dueAt;
      await refreshDue(db, offline);
    }
    expect(await row()).toMatchObject({ dueAt: clock + HOUR / 4, trouble: { why: 'offline' } });
    clock += HOUR / 4;
    expect(await refreshDue(db, around)).toBe(true);
  });

  it('a host that asks for more time gets it', async () => {
    await add();
    host.answer = { kind: 'status', status: 503, headers: { 'Retry-After': '7200' } };
    await refreshDue(db, around);
    expect((await row()).dueAt - clock).toBeGreaterThanOrEqual(2 * HOUR);
  });

  it.each<[string, Admission, object]>([
    ['a refused file', { kind: 'refused', refusal: { why: 'forged' } }, { why: 'refused', refusal: { why: 'forged' } }],
    ['a key that nobody has trusted yet', { kind: 'ask', ask }, { why: 'new-key' }],
  ])('%s is told, looked at again at the usual time, and wanted in whole', async (_what, admission, trouble) => {
    await add();
    await refreshDue(db, around);
    const before = await row();
    [says, host.answer] = [admission, { kind: 'file', text: `${text} ` }];
    clock += 6 * HOUR;
    await refreshDue(db, around);
    expect(await row()).toEqual({ ...before, checkedAt: clock, dueAt: clock + 6 * HOUR, trouble });
    clock += 6 * HOUR;
    await refreshDue(db, around);
    expect(host.asked.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('a pack that cannot be kept is told in words', async () => {
    await add();
    says = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    await refreshDue(db, around);
    expect(await row()).toMatchObject({ trouble: { why: 'not-kept', detail: expect.stringContaining('no room') as string } });
    expect((await row()).etag).toBeUndefined();
  });

  it('an address that is not allowed is not asked', async () => {
    await add({ url: 'https://10.0.0.7/p' });
    await refreshDue(db, around);
    expect(await row('https://10.0.0.7/p')).toMatchObject({ trouble: { why: 'inside' }, failures: 1 });
    expect(host.asked).toEqual([]);
  });

  it('one that fails does not keep the next from being looked at', async () => {
    await add({ url: 'https://10.0.0.7/p', dueAt: clock - 1 });
    await add();
    expect(await refreshDue(db, around)).toBe(true);
  });
});

describe('the worker may be stopped at any moment', () => {
  it('a look that was broken off comes again: the alarm is set before it begins', async () => {
    await add();
    const stopped = { ...around, fetch: () => new Promise<Response>(() => undefined) };
    void refreshDue(db, stopped);
    await expect.poll(() => wakes, { timeout: 5000 }).toEqual([clock + 120_000]);
    clock += 120_000;
    expect(await refreshDue(db, around)).toBe(true);
  });

  it('two that look at the same time do not both ask the host', async () => {
    await add();
    await Promise.all([refreshDue(db, around), refreshDue(db, around)]);
    expect(host.asked).toHaveLength(1);
  });

  it('is woken for nothing where there is nothing to look at', async () => {
    await wakeWhenDue(db, around);
    expect(wakes).toEqual([null]);
  });
});

describe('looking now', () => {
  it('looks whether it is due or not, and answers what came of it', async () => {
    await add({ dueAt: clock + HOUR });
    expect(await checkNow(db, URL_HERE, around)).toEqual(taken);
    expect(await checkNow(db, URL_HERE, around)).toEqual({ kind: 'same' });
    host.answer = { kind: 'status', status: 404 };
    expect(await checkNow(db, URL_HERE, around)).toEqual({ kind: 'failed', trouble: { why: 'http', detail: '404' } });
  });

  it('hands on the key that the person has just decided to trust', async () => {
    await add();
    says = { kind: 'ask', ask };
    expect(await checkNow(db, URL_HERE, around)).toEqual({ kind: 'ask', ask });
    says = taken;
    expect(await checkNow(db, URL_HERE, around, 'k')).toEqual(taken);
    expect(admitted.map(({ origin }) => origin.trusts)).toEqual([undefined, 'k']);
    expect(await row()).not.toHaveProperty('trouble');
  });

  it('is refused for an address that nobody has subscribed to', async () => {
    await expect(checkNow(db, URL_HERE, around)).rejects.toThrow('not here any more');
  });
});

describe('where the policy lets people use no packs of their own', () => {
  beforeEach(() => {
    rules.choosePacks = false;
  });

  it('only the policy’s subscriptions are looked at, and the worker is woken for no other', async () => {
    await add();
    await add({ url: OTHER, by: 'policy', layer: 'company' });
    await refreshDue(db, around);
    expect(admitted.map(({ origin }) => origin)).toEqual([{ source: 'subscription', url: OTHER, layer: 'company' }]);
    expect(wakes.at(-1)).toBe(clock + 6 * HOUR);
    await expect(checkNow(db, URL_HERE, around)).rejects.toThrow('does not allow');
  });
});
