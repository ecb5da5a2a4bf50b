/** Promises 1 and 3: whatever happens to the extension, the CRM's save goes through and what was shown as saved is kept. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { DEALS } from '../lab/hubspot/records';
import { OPPORTUNITIES } from '../lab/salesforce/records';
import { until, useBench } from './bench';
import { savedStage, surface } from './surfaces';

const bench = useBench();
const path = surface('Salesforce Path');
const dropdown = surface('HubSpot stage dropdown');

describe.each([path, dropdown])('$name', (way) => {
  const { record, to } = way.ask;

  it('works with the service worker stopped before each step', async () => {
    const { browser } = bench;
    const page = await bench.tab();
    await browser.killWorker();
    await way.open(page, record);
    await browser.killWorker();
    const panel = await browser.openPanel(page);
    await panel.getByText('Stage 1 of 5').waitFor();
    await browser.killWorker();
    await panel.getByRole('checkbox', { name: /^Research the account/ }).click();
    await panel.getByText(/^1 of 2 required/).waitFor();
    await browser.killWorker();
    await page.bringToFront();
    await way.move(page, record, to);
    const layer = await layerOf(page);
    await layer.says('open before Discovery');
    await browser.killWorker();
    await layer.choose('My manager agreed to it');
    await layer.type('Note', 'Agreed on Friday.');
    await browser.killWorker();
    await layer.press('Go on with this reason');
    await until(() => savedStage(bench.lab, way, record) === to, 'The move was not saved.');
    const mine = (await bench.rows('journal')).filter((event) => String(event['record']).includes(record)).map(({ type }) => type);
    expect(mine.filter((type) => type === 'move-on')).toHaveLength(1);
    expect(mine).not.toContain('check-missed');
    await panel.getByText('Overridden').first().waitFor();
  });
});

describe('a service worker that is busy', () => {
  it('does not keep the save: it goes through after the time limit, and the miss is journalled and shown', async () => {
    const page = await bench.tab();
    await dropdown.open(page, DEALS.birchwood);
    const panel = await bench.browser.openPanel(page);
    await panel.getByRole('heading', { name: 'Birchwood Clinics rollout' }).waitFor();
    const worker = await bench.browser.worker();
    const busy = worker.evaluate(() => {
      const end = Date.now() + 4000;
      while (Date.now() < end);
    });
    await dropdown.move(page, DEALS.birchwood, 'qualifiedtobuy');
    await until(() => bench.lab.hubspot.valueOf('0-3', DEALS.birchwood, 'dealstage') === 'qualifiedtobuy', 'The save was kept.', 3000);
    await busy;
    const misses = async () =>
      (await bench.rows('journal')).filter(({ type, record }) => type === 'check-missed' && String(record).endsWith(DEALS.birchwood));
    await until(async () => (await misses()).length > 0, 'The miss is not in the journal.');
    expect(await misses()).toMatchObject([{ why: 'late' }]);
    const layer = await layerOf(page);
    expect(await layer.text()).not.toContain('open before');
    await panel.getByRole('region', { name: /without a check$/ }).waitFor();
  });
});

/** Reloads the extension as an update would, with tabs open. */
async function reloadExtension(): Promise<void> {
  const worker = await bench.browser.worker();
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
}

async function openDealAndMove(page: Page): Promise<void> {
  await dropdown.open(page, DEALS.alder);
  await dropdown.move(page, DEALS.alder, 'qualifiedtobuy');
}

describe('an update under an open tab', () => {
  it('releases a held save, takes the guard away, and lets later saves through at once', async () => {
    const page = await bench.tab();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await openDealAndMove(page);
    const layer = await layerOf(page);
    await layer.says('open before Discovery');
    await reloadExtension();
    await until(
      () => bench.lab.hubspot.valueOf('0-3', DEALS.alder, 'dealstage') === 'qualifiedtobuy',
      'The held save was never released.',
      6000,
    );
    await layer.gone();
    await dropdown.move(page, DEALS.alder, 'appointmentscheduled');
    await until(
      () => bench.lab.hubspot.valueOf('0-3', DEALS.alder, 'dealstage') === 'appointmentscheduled',
      'The orphaned tab cannot save.',
    );
    await page.locator('[data-test-id="property-input-dealstage"]', { hasText: 'Appointment Scheduled' }).waitFor();
    await page.locator('[data-test-id="property-input-dealstage"]').click();
    await page.locator('[role=option]', { hasText: 'Contract Sent' }).click();
    await until(() => bench.lab.hubspot.valueOf('0-3', DEALS.alder, 'dealstage') === 'contractsent', 'The orphaned tab cannot save.');
    expect(await layer.text()).not.toContain('open before');
    expect(problems).toEqual([]);
    const panel = await bench.browser.openPanel(page);
    await panel.getByRole('heading', { name: 'Refresh this tab' }).waitFor();
  });

  it('guards again once the tab is refreshed, and kept everything', async () => {
    const page = await bench.tab();
    await path.open(page, OPPORTUNITIES.acmeExpansion);
    await path.move(page, OPPORTUNITIES.acmeExpansion, 'Needs Analysis');
    const layer = await layerOf(page);
    await layer.says('open before Discovery');
    await page.keyboard.press('Escape');
    await layer.gone();
    expect((await bench.rows('ticks')).length).toBeGreaterThan(0);
  });
});
