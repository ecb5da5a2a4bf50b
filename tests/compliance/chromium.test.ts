/** Each behaviour in a real Chromium: a page with the gate of the production build in it, and the same page without. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boot, type Booted } from '../browser/extension';
import { behaviours } from './harness/all';
import { NATIVE, type Behaviour, type Outcome } from './harness/behaviour';
import { startHost, type Host } from './harness/host';

const PAGES = { hubspot: 'https://app.hubspot.com/contacts/4242/', salesforce: 'https://acme.lightning.force.com/lightning/page/home' };

let host: Host;
let browser: Booted;
let page: Page;
beforeAll(async () => {
  host = await startHost(join(import.meta.dirname, 'harness/page.ts'));
  browser = await boot({ port: host.port, extension: null });
  page = await browser.context.newPage();
  await page.exposeFunction('received', () => host.received);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

/** The browser makes up a new boundary for each form. */
const even = (text: string) => text.replace(/----WebKitFormBoundary\w+/g, 'boundary');

async function outcomeOf({ name, crm = 'hubspot' }: Behaviour, gated: boolean): Promise<Outcome> {
  host.gated = gated;
  await browser.context.clearCookies();
  await page.goto(PAGES[crm]);
  host.received.length = 0;
  const outcome = await page.evaluate((args) => window.playBehaviour(args.name, args.gated), { name, gated });
  const received = outcome.received.map(({ method, url, headers, body }) => ({
    method,
    url,
    headers: Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, even(value)])),
    body: even(body),
  }));
  return { ...outcome, received };
}

describe('in Chromium', () => {
  it.each(behaviours)('$name', async (behaviour) => {
    const through = await outcomeOf(behaviour, true);
    const { sees, holds, leaves } = behaviour;
    const native = sees === NATIVE ? await outcomeOf(behaviour, false) : null;
    expect(through.observed).toEqual(native ? native.observed : sees);
    expect(through.holds).toBe(holds);
    if (leaves === undefined) expect(through.received).toEqual(native?.received);
    else expect(through.received).toHaveLength(leaves);
  });
});
