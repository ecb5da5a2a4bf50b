/** Pack subscriptions in the real browser, against a static host and all that can go wrong with one. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signPack } from '../../lib/pack/signed/envelope';
import { makeKey } from '../../lib/signing/key';
import { startPackHost, type Answer } from '../lab/packs/host';
import { until, useBench } from './bench';

/** A host that lets any site read its files, or none: nobody can click on the browser's question here. */
const OPEN = 'packs.acme-sales.com';
/** A host that Handrail may read in any case, as one that somebody has allowed. */
const ALLOWED = 'packs.hubspot.com';
const openUrl = `https://${OPEN}/team.json`;
const allowedUrl = `https://${ALLOWED}/team.json`;

const openHost = await startPackHost(OPEN);
const allowedHost = await startPackHost(ALLOWED);
const bench = useBench({
  hosts: { [OPEN]: openHost.port, [ALLOWED]: allowedHost.port },
  certificates: [openHost.certificate, allowedHost.certificate],
});
afterAll(() => Promise.all([openHost.close(), allowedHost.close()]));

const STARTER = readFileSync(resolve(import.meta.dirname, '../../public/packs/bant.json'), 'utf8');
const packText = (version: string, change: object = {}): string =>
  JSON.stringify({ ...(JSON.parse(STARTER) as object), id: 'acme-team', version, title: 'Acme team rules', ...change });

let desk: Page;
beforeAll(async () => {
  desk = await bench.browser.extensionPage('options.html');
  // Until then it is not known whether people may subscribe to anything.
  await bench.policyTold();
});
beforeEach(() => {
  openHost.asked.length = 0;
  allowedHost.asked.length = 0;
});

type Row = Record<string, unknown>;

/** As the options page adds one, but for the browser's question. */
const subscribe = (url: string, change: Row = {}) =>
  put({ url, by: 'rep', layer: 'team', dueAt: 8e15, failures: 0, addedAt: Date.now(), ...change });

const put = (row: Row): Promise<void> => write({ row });
const remove = (url: string): Promise<void> => write({ url });

const write = (change: { row?: Row; url?: string }): Promise<void> =>
  desk.evaluate(
    ({ row, url }) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('handrail');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('subscriptions', 'readwrite');
          const rows = writing.objectStore('subscriptions');
          if (row) rows.put(row);
          if (url) rows.delete(url);
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
          writing.onerror = () => failed(new Error('The row was not written.'));
        };
      }),
    change,
  );

const ask = (handrail: string, data: unknown): Promise<Row> =>
  desk.evaluate(
    async (message) => {
      const reply: { done?: Row; failed?: string } = await chrome.runtime.sendMessage(message);
      return reply.failed === undefined ? (reply.done ?? {}) : { failed: reply.failed };
    },
    { handrail, data },
  );
const check = (url: string, trusts?: string): Promise<Row> => ask('check-now', { url, trusts });

/** As the options page asks, on the click itself. */
async function allowOnClick(origin: string): Promise<void> {
  await desk.bringToFront();
  await desk.evaluate(
    (origins) => {
      const button = document.createElement('button');
      button.textContent = 'Allow this host';
      button.addEventListener('click', () => void chrome.permissions.request({ origins }));
      document.body.prepend(button);
    },
    [origin],
  );
  await desk.getByRole('button', { name: 'Allow this host' }).click();
}

const subscription = async (url: string): Promise<Row> => (await bench.rows('subscriptions')).find((row) => row['url'] === url) ?? {};
const inUse = async (): Promise<string[]> =>
  (await bench.rows('packs')).filter(({ active, id }) => active === 1 && id === 'acme-team').map(({ version }) => String(version));

describe.each([
  ['that Handrail may read', allowedUrl, allowedHost],
  ['that lets any site read it', openUrl, openHost],
])('a host %s', (_what, url, host) => {
  const file = (version: string): Answer => ({ kind: 'file', text: packText(version), open: url === openUrl });
  const major = url === openUrl ? 2 : 1;

  it('gives its pack once; from then on it is asked whether there is a newer one, and answers 304', async () => {
    host.answer = file(`${major}.0.0`);
    await subscribe(url);
    expect(await check(url)).toMatchObject({ kind: 'taken', version: `${major}.0.0`, use: 'now' });
    expect(await inUse()).toEqual([`${major}.0.0`]);
    await check(url);
    await check(url);
    expect(host.asked.map(({ method, status }) => [method, status])).toEqual([
      ['GET', 200],
      ['GET', 304],
      ['GET', 304],
    ]);
    expect(await subscription(url)).toMatchObject({ failures: 0, pack: 'acme-team' });
    expect(await subscription(url)).not.toHaveProperty('trouble');
  });

  it('learns nothing of who asks', async () => {
    await bench.browser.context.addCookies([{ name: 'who', value: 'dana', url, sameSite: 'None', secure: true }]);
    await check(url);
    const [asked] = host.asked;
    expect(asked?.headers['if-none-match']).toMatch(/^".+"$/);
    for (const header of ['cookie', 'referer', 'authorization']) expect(asked?.headers).not.toHaveProperty(header);
    expect(asked?.path).toBe('/team.json');
  });

  it('gives the next version, which is used in place of the one before', async () => {
    host.answer = file(`${major}.1.0`);
    expect(await check(url)).toMatchObject({ kind: 'taken', version: `${major}.1.0`, use: 'now' });
    expect(await inUse()).toEqual([`${major}.1.0`]);
  });
});

describe('a host that fails changes nothing', () => {
  it.each<[string, Answer, Row]>([
    ['by having no such file', { kind: 'status', status: 404 }, { why: 'http', detail: '404' }],
    ['by an error of its own', { kind: 'status', status: 500 }, { why: 'http', detail: '500' }],
    ['by half a file', { kind: 'truncated', text: packText('9.0.0') }, { why: 'cut-off' }],
    ['by 64 MB without end', { kind: 'stream', bytes: 64_000_000 }, { why: 'too-big' }],
    ['by a file that unpacks to 64 MB', { kind: 'bomb', bytes: 64_000_000 }, { why: 'too-big' }],
    ['by sending on', { kind: 'status', status: 302, headers: { Location: openUrl } }, { why: 'unreachable' }],
    ['by a web page', { kind: 'file', text: '<h1>Sign in</h1>', type: 'text/html' }, { why: 'web-page' }],
    ['by something that is no text', { kind: 'file', text: Buffer.from([0xff, 0xfe, 0x00]) }, { why: 'not-text' }],
  ])('%s', async (_what, answer, trouble) => {
    const before = await inUse();
    const { freshAt } = await subscription(allowedUrl);
    allowedHost.answer = answer;
    expect(await check(allowedUrl)).toEqual({ kind: 'failed', trouble });
    expect(await subscription(allowedUrl)).toMatchObject({ freshAt, trouble });
    expect(await inUse()).toEqual(before);
    expect(openHost.asked).toEqual([]);
  });

  it('and is hung up on as soon as it has sent more than a pack may hold', async () => {
    allowedHost.answer = { kind: 'stream', bytes: 64_000_000 };
    await check(allowedUrl);
    await until(() => allowedHost.asked[0]?.aborted === true, 'The host was not hung up on.');
    expect(allowedHost.asked[0]?.sent).toBeLessThan(32_000_000);
  });

  it('by being away while this computer is offline, and is fresh again once it is back', async () => {
    allowedHost.answer = { kind: 'file', text: packText('1.1.0') };
    await bench.browser.context.setOffline(true);
    expect(await check(allowedUrl)).toEqual({ kind: 'failed', trouble: { why: 'offline' } });
    await bench.browser.context.setOffline(false);
    const { failures } = await subscription(allowedUrl);
    expect(failures).toBeGreaterThan(0);
    await check(allowedUrl);
    expect(await subscription(allowedUrl)).toMatchObject({ failures: 0 });
    expect(await subscription(allowedUrl)).not.toHaveProperty('trouble');
  });
});

describe('a host that lets no other site read its files', () => {
  const origin = `https://${OPEN}/*`;
  const allowed = async (): Promise<boolean> => desk.evaluate((origins) => chrome.permissions.contains({ origins }), [origin]);

  it('is told as such', async () => {
    openHost.answer = { kind: 'file', text: packText('2.2.0') };
    expect(await check(openUrl)).toEqual({ kind: 'failed', trouble: { why: 'no-permission' } });
    expect(await inUse()).not.toContain('2.2.0');
  });

  it('is read once the person allows that host, and no other, on a click', async () => {
    await bench.browser.sayYesTo(origin);
    expect(await allowed()).toBe(false);
    await allowOnClick(origin);
    await until(allowed, 'The permission was not given.');
    expect(await check(openUrl)).toMatchObject({ kind: 'taken', version: '2.2.0' });
    await check(openUrl);
    expect(openHost.asked.map(({ status }) => status)).toEqual([200, 304]);
    expect(await desk.evaluate(() => chrome.permissions.contains({ origins: ['https://elsewhere.example/*'] }))).toBe(false);
  });

  it('is allowed no longer once nothing is subscribed to there', async () => {
    await remove(openUrl);
    await ask('subscriptions-changed', null);
    expect(await allowed()).toBe(false);
    expect(await inUse()).toEqual(['2.2.0']);
  });
});

describe('a hostile pack changes nothing', () => {
  it.each<[string, string]>([
    ['no JSON', '{"id":"acme-team"'],
    ['another format', packText('9.0.0', { format: 99 })],
    ['keys that name the inner workings of objects', packText('9.0.0').replace('{', '{"__proto__":{"polluted":true},')],
    ['a link that is a script', packText('9.0.0', { description: '[click](javascript:alert(1))' })],
    ['a million levels', '['.repeat(1_000_000)],
    ['other content under a version that is known', packText('1.1.0', { title: 'Other rules' })],
  ])('%s', async (_what, text) => {
    const before = [await bench.rows('packs'), await inUse()];
    allowedHost.answer = { kind: 'file', text };
    expect(await check(allowedUrl)).toMatchObject({ kind: 'failed', trouble: { why: 'refused' } });
    expect([await bench.rows('packs'), await inUse()]).toEqual(before);
    expect(await desk.evaluate(() => 'polluted' in {})).toBe(false);
  });
});

describe('a signed pack', async () => {
  const url = `https://${ALLOWED}/signed.handrail`;
  const [key, other] = [await makeKey(), await makeKey()];
  const signed = (version: string, by = key, change: object = {}) =>
    signPack(packText(version, { id: 'acme-signed', ...change }), { issuedAt: Date.now() - 60_000, audience: 'Acme' }, by);
  const used = async () =>
    (await bench.rows('packs')).filter(({ id, active }) => id === 'acme-signed' && active === 1).map((row) => row['version']);

  it('waits until the person has compared its key, and is used once they trust it', async () => {
    await subscribe(url);
    allowedHost.answer = { kind: 'file', text: await signed('1.1.0') };
    expect(await check(url)).toMatchObject({ kind: 'ask', ask: { title: 'Acme team rules', claims: { key: key.id, audience: 'Acme' } } });
    expect(await subscription(url)).toMatchObject({ trouble: { why: 'new-key' } });
    expect(await used()).toEqual([]);
    expect(await check(url, key.id)).toMatchObject({ kind: 'taken', version: '1.1.0', use: 'now' });
    expect(await used()).toEqual(['1.1.0']);
    expect(await subscription(url)).not.toHaveProperty('trouble');
  });

  it.each<[string, () => Promise<string>, string]>([
    [
      'one changed letter',
      async () => (await signed('1.2.0')).replace(/"signature":"./, (start) => start.slice(0, -1) + (start.endsWith('A') ? 'B' : 'A')),
      'forged',
    ],
    ['another key', () => signed('1.2.0', other), 'other-key'],
    ['an older version', () => signed('1.0.0'), 'older'],
    ['other rules under the same version', () => signed('1.1.0', key, { title: 'Other rules' }), 'other-bytes'],
    ['no signature any more', async () => packText('1.2.0', { id: 'acme-signed' }), 'not-signed'],
  ])('is not replaced by one with %s', async (_what, text, why) => {
    const before = await bench.rows('trust');
    allowedHost.answer = { kind: 'file', text: await text() };
    expect(await check(url)).toMatchObject({ kind: 'failed', trouble: { why: 'refused', refusal: { why } } });
    expect(await used()).toEqual(['1.1.0']);
    expect(await bench.rows('trust')).toEqual(before);
  });

  it('is replaced by the next version of the same publisher, without a question', async () => {
    allowedHost.answer = { kind: 'file', text: await signed('1.2.0') };
    expect(await check(url)).toMatchObject({ kind: 'taken', version: '1.2.0', use: 'now' });
    expect(await used()).toEqual(['1.2.0']);
  });
});

describe('the worker', () => {
  it('that sleeps is woken when a subscription is due, and looks', async () => {
    allowedHost.answer = { kind: 'file', text: packText('1.2.0') };
    await subscribe(allowedUrl, { dueAt: Date.now() });
    await bench.browser.killWorker();
    await desk.evaluate(() => chrome.alarms.create('packs', { when: Date.now() + 100 }));
    await until(() => allowedHost.asked.length > 0, 'The worker was not woken.', 40_000);
    await until(async () => (await inUse()).includes('1.2.0'), 'The update was not taken.');
    const next = async () => Math.round((await desk.evaluate(() => chrome.alarms.get('packs')))?.scheduledTime ?? 0);
    const day = new Date().setHours(24, 0, 1, 0);
    const first = async () => Math.min(day, ...(await bench.rows('subscriptions')).map(({ dueAt }) => Number(dueAt)));
    await until(async () => (await next()) === (await first()), 'The alarm is not set for the next look.');
  });

  it('does not look, nor trust a key, for a script of the CRM’s page', async () => {
    const page = await bench.tab();
    await page.goto(`https://app.hubspot.com/contacts/1/record/0-3/2`);
    const session = await bench.browser.context.newCDPSession(page);
    const worlds: number[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (String(context.auxData?.['type']) === 'isolated') worlds.push(context.id);
    });
    await session.send('Runtime.enable');
    await until(() => worlds.length > 0, 'There is no watcher.');
    const replies: unknown[] = [];
    for (const contextId of worlds) {
      const expression = `chrome.runtime?.sendMessage({ handrail: 'check-now', data: { url: '${allowedUrl}', trusts: 'k' } })`;
      const { result } = await session.send('Runtime.evaluate', { contextId, expression, awaitPromise: true, returnByValue: true });
      replies.push(result.value);
    }
    expect(replies).toContainEqual({ failed: 'Only a page of the extension may ask this.' });
    expect(allowedHost.asked).toEqual([]);
  });
});
