/** Every vector of signed packs in a real Chromium, by its own cryptography: the same as in Node. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { boot, type Booted } from '../browser/extension';
import { startHost, type Host } from '../compliance/harness/host';

let host: Host;
let browser: Booted;
beforeAll(async () => {
  host = await startHost(join(import.meta.dirname, '../vectors/signed/page.ts'));
  browser = await boot({ port: host.port, extension: null });
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

it('each has its outcome in Chromium', async () => {
  const page = await browser.context.newPage();
  await page.goto('https://app.hubspot.com/contacts/4242/');
  const tried = await page.evaluate(() => window.trySignedVectors());
  expect(tried.length).toBeGreaterThan(100);
  expect(tried.filter(({ outcome, expected }) => outcome !== expected)).toEqual([]);
});
