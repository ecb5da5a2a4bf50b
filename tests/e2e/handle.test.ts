/** The small in-page handle: a way into the panel that the rep can switch off. */
import { expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { OPPORTUNITIES } from '../lab/salesforce/records';
import { until, useBench } from './bench';
import { surface } from './surfaces';

const bench = useBench();
const path = surface('Salesforce Path');

async function panels(): Promise<number> {
  const worker = await bench.browser.worker();
  return worker.evaluate(async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length);
}

it('opens the side panel by a person’s click, with the worker asleep too', async () => {
  const page = await bench.tab();
  await path.open(page, OPPORTUNITIES.acmeExpansion);
  const layer = await layerOf(page);
  await bench.browser.killWorker();
  await layer.press('Open Handrail');
  await until(async () => (await panels()) === 1, 'The panel did not open.');
});

it('goes when it is switched off in the options, and leaves no node of ours in the page', async () => {
  const page = await bench.tab();
  await path.open(page, OPPORTUNITIES.acmeExpansion);
  await until(async () => (await page.locator('handrail-layer').count()) === 1, 'The handle is not there.');
  const options = await bench.browser.extensionPage('options.html');
  await options.getByRole('checkbox', { name: /handle/ }).click();
  await page.bringToFront();
  await until(async () => (await page.locator('handrail-layer').count()) === 0, 'The handle is still there.');
  expect(await page.locator('[class*=handrail], [id*=handrail], style[data-handrail]').count()).toBe(0);
  await options.close();
});
