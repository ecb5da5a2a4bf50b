/** Promise 4: nothing leaves the browser, and no CRM value is kept. */
import { expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { OPPORTUNITIES } from '../lab/salesforce/records';
import { until, useBench } from './bench';
import { savedStage, surface } from './surfaces';

const bench = useBench();
const path = surface('Salesforce Path');

it('makes no request of its own on a whole journey, and stores no field value', async () => {
  const asked: string[] = [];
  bench.browser.context.on('request', (request) => {
    if (request.serviceWorker() || request.frame().url().startsWith('chrome-extension:')) asked.push(request.url());
  });
  const page = await bench.tab();
  const { record, to } = path.ask;
  await path.open(page, record);
  const panel = await bench.browser.openPanel(page);
  await panel.getByRole('heading', { name: 'Acme - Expansion' }).waitFor();
  await panel.getByRole('checkbox', { name: /^Research the account/ }).click();
  await page.bringToFront();
  await path.move(page, record, to);
  const layer = await layerOf(page);
  await layer.says('open before Discovery');
  await layer.goOn('My manager agreed to it', 'Agreed on Friday.');
  await until(() => savedStage(bench.lab, path, record) === to, 'The move was not saved.');

  expect(asked.filter((url) => !url.startsWith('chrome-extension:'))).toEqual([]);
  expect(bench.lab.log.filter(({ host }) => !['acme.lightning.force.com', 'app.hubspot.com'].includes(host))).toEqual([]);
  const tables = await Promise.all(['ticks', 'answers', 'journal', 'debts', 'seen'].map((table) => bench.rows(table)));
  const kept = JSON.stringify(tables);
  expect(kept).toContain(OPPORTUNITIES.acmeExpansion);
  for (const value of ['Acme', '120000', '120,000', 'nine days', 'Partner Referral', '2026-12-18']) expect(kept).not.toContain(value);
});
