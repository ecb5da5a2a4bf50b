/** Promise 1, at its last: the extension is removed while it holds a save. */
import { expect, it } from 'vitest';
import { layerOf } from '../browser/layer';
import { until, useBench } from './bench';
import { savedStage, surface } from './surfaces';

const bench = useBench();
const path = surface('Salesforce Path');

it('releases the save, and leaves nothing in the page', async () => {
  const page = await bench.tab();
  const { record, to } = path.ask;
  await path.open(page, record);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await path.move(page, record, to);
  const layer = await layerOf(page);
  await layer.says('open before Discovery');
  const own = await bench.browser.extensionPage('options.html');
  // The page goes with its extension, often before it can answer.
  await own.evaluate(() => void chrome.management.uninstallSelf()).catch(() => undefined);
  await until(() => savedStage(bench.lab, path, record) === to, 'The held save was never released.', 6000);
  await layer.gone();
  expect(await layer.text()).toBe('');
  expect(problems).toEqual([]);
});
