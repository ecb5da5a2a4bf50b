/** Every surface of the guard, held at once: 20 seconds of thinking, an update and a removal under them. The table stands at the end of the run. */
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { layerOf, type Layer } from '../browser/layer';
import { until, useBench } from './bench';
import { newTable, TOGETHER, type Together } from './matrix/table';
import { usePack } from './packs';
import { savedStage, stageWrites, surfaces, type Surface } from './surfaces';

const bench = useBench();
const table = newTable(
  surfaces.map(({ name }) => name),
  TOGETHER,
);
afterAll(() => table.print());

const HELD = 'Nothing has been saved yet.';
const writes = (surface: Surface) => stageWrites(bench.lab, surface).length;
const isSaved = (surface: Surface) => () => savedStage(bench.lab, surface, surface.ask.record) === surface.ask.to;

/** Every surface in a tab of its own, all of them held. */
async function allHeld(situation: Together): Promise<{ surface: Surface; layer: Layer; page: Page }[]> {
  const tabs = [];
  for (const surface of surfaces) {
    await usePack(bench, surface.pack);
    surface.prepare?.(bench.lab);
    const page = await bench.tab();
    await surface.open(page, surface.ask.record);
    const layer = await layerOf(page);
    await table.check(surface.name, situation, async () => {
      await surface.move(page, surface.ask.record, surface.ask.to);
      // Where a page tells no stage, and none was seen before, it is held for just that.
      await layer.says(HELD);
    });
    tabs.push({ surface, layer, page });
  }
  return tabs;
}

describe('all surfaces, held at once', () => {
  it('stay held for 20 s of thinking, and are released when the extension is reloaded under them', async () => {
    const tabs = await allHeld('20 s of thinking');
    await tabs[0]?.page.waitForTimeout(20_000);
    for (const { surface, layer } of tabs)
      await table.check(surface.name, '20 s of thinking', async () => {
        expect(await layer.text()).toContain(HELD);
        expect(writes(surface)).toBe(0);
      });
    const worker = await bench.browser.worker();
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await released(tabs, 'extension reloaded');
  }, 180_000);

  it('are released when the extension is removed', async () => {
    const tabs = await allHeld('extension removed');
    const own = await bench.browser.extensionPage('options.html');
    await own.evaluate(() => void chrome.management.uninstallSelf()).catch(() => undefined);
    await released(tabs, 'extension removed');
  }, 180_000);
});

async function released(tabs: Awaited<ReturnType<typeof allHeld>>, situation: Together): Promise<void> {
  for (const { surface, layer } of tabs)
    await table.check(surface.name, situation, async () => {
      await until(isSaved(surface), `${surface.name}: the held save was never released.`, 8000);
      await layer.gone();
    });
}
