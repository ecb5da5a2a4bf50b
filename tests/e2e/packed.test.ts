/** The packed build, installed by a policy of the browser and updated by the organisation's own server: everything is kept, and open tabs are told. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfBuild, mayWritePolicies, policyFile, updateServer } from '../browser/enterprise';
import { layerOf } from '../browser/layer';
import { DEALS } from '../lab/hubspot/records';
import { until, useBench } from './bench';
import { surface } from './surfaces';

const dropdown = surface('HubSpot stage dropdown');
const deal = DEALS.alder;
/** A team's own pack for the same deals. */
const own = {
  ...(JSON.parse(readFileSync(resolve(import.meta.dirname, '../../public/packs/b2b-sales-cycle.json'), 'utf8')) as object),
  id: 'acme-deals',
};

const copy = await copyOfBuild();
const file = policyFile(copy.id);
const server = await updateServer(copy.id);
const NEXT = '99.0.0';

/** A pack signed by a publisher whom this browser trusts: what an update must not forget. */
const trusted = {
  key: 'LXEWQrcmsEQBYnyp-6wy9chTD7GQPMTbAiWHF5IaSIE',
  publicKey: 'LXEWQrcmsEQBYnyp-6wy9chTD7GQPMTbAiWHF5IaSIE',
  publisher: 'Acme',
  audience: null,
  how: 'first-use',
  at: 1,
};

async function putTrust(page: Page): Promise<void> {
  await page.evaluate(
    (row) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('handrail');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('trust', 'readwrite');
          writing.objectStore('trust').put(row);
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
          writing.onerror = () => failed(new Error('The row was not written.'));
        };
      }),
    trusted,
  );
}

describe.skipIf(!mayWritePolicies())('a packed build that a policy installs', () => {
  beforeAll(async () => {
    server.offer('0.1.0', await copy.pack());
    await file.write({
      // Without it no test could look inside.
      DeveloperToolsAvailability: 1,
      ExtensionSettings: {
        [copy.id]: {
          installation_mode: 'force_installed',
          toolbar_pin: 'force_pinned',
          update_url: server.url,
          override_update_url: true,
        },
      },
    });
  });
  afterAll(async () => {
    await file.remove();
    await server.close();
    await copy.remove();
  });

  const bench = useBench({ installed: copy.id });
  const version = async () => (await bench.browser.worker()).evaluate(() => chrome.runtime.getManifest().version);
  const settings = async () =>
    (await bench.browser.worker()).evaluate(async () => (await chrome.storage.local.get('settings'))['settings']);
  const tables = async () => ({
    ticks: await bench.rows('ticks'),
    packs: (await bench.rows('packs')).map(({ id, version, active, layer }) => ({ id, version, active, layer })),
    trust: await bench.rows('trust'),
    journal: (await bench.rows('journal')).map(({ id }) => id),
  });

  it('opens no welcome page, since nobody asked for one', async () => {
    expect(await (await bench.browser.worker()).evaluate(async () => (await chrome.management.getSelf()).installType)).toBe('admin');
    expect(bench.browser.context.pages().filter((page) => page.url().includes('welcome'))).toEqual([]);
  });

  it('keeps ticks, packs, trust and settings through an update, and an open tab saves on, is told to be refreshed, and is guarded again then', async () => {
    const options = await bench.browser.extensionPage('options.html');
    const chosen = { name: 'acme-deals.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(own)) };
    await options.locator('input[type=file]').first().setInputFiles(chosen);
    const inUse = async () => (await bench.rows('packs')).some((row) => row['id'] === own.id && row['active'] === 1);
    await until(inUse, 'The pack is not in use.', 15_000);
    await options.getByRole('textbox', { name: 'Your name', exact: true }).fill('Robin Vega');
    await options.getByRole('checkbox', { name: /handle/ }).click();
    await until(async () => JSON.stringify(await settings()).includes('"handle":false'), 'The setting was not kept.');
    await putTrust(options);
    await options.close();

    const page = await bench.tab();
    await dropdown.open(page, deal);
    const panel = await bench.browser.openPanel(page);
    await panel.getByRole('checkbox', { name: /^Research the account/ }).click();
    await until(async () => (await bench.rows('ticks')).length === 1, 'The tick was not kept.');
    const [kept, keptSettings] = [await tables(), await settings()];
    expect(keptSettings).toMatchObject({ name: 'Robin Vega', handle: false });

    await copy.becomes(NEXT);
    server.offer(NEXT, await copy.pack());
    const extensions = await bench.browser.context.newPage();
    await extensions.goto('chrome://extensions');
    await extensions.evaluate(
      () =>
        new Promise<void>((done) => {
          const { developerPrivate } = chrome as unknown as { developerPrivate: { autoUpdate(done: () => void): void } };
          developerPrivate.autoUpdate(done);
        }),
    );
    await until(async () => (await version().catch(() => '')) === NEXT, 'The update was not applied.', 20_000);
    await extensions.close();

    expect(await tables()).toEqual(kept);
    expect(await settings()).toEqual(keptSettings);

    await page.bringToFront();
    await dropdown.move(page, deal, 'qualifiedtobuy');
    await until(() => bench.lab.hubspot.valueOf('0-3', deal, 'dealstage') === 'qualifiedtobuy', 'The old tab cannot save.');
    const after = await bench.browser.openPanel(page);
    await after.getByRole('heading', { name: 'Refresh this tab' }).waitFor();

    await dropdown.open(page, DEALS.birchwood);
    await dropdown.move(page, DEALS.birchwood, 'contractsent');
    await (await layerOf(page)).says(/open before/);
  });
});
