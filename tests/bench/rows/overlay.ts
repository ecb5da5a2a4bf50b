/** How long it takes until the rep sees why a save is held. */
import type { Page } from 'playwright-core';
import type { Booted } from '../../browser/extension';
import { addresses } from '../../lab/addresses';
import { OPPORTUNITIES } from '../../lab/salesforce/records';
import { sleepWorker } from '../page/cold';
import { openRecord } from '../page/record';
import { moveOf, type Sent } from '../page/requests';
import type { Measurement, Row } from '../row';
import { pause } from '../setting';

const WARM = 60;
const COLD = 20;
const BUDGET = { warm: 50, cold: 150 };

/** Sends a save that must be held, waits until the guard is painted, and gives the save up. Milliseconds. Runs in the page. */
async function timeGuard({ url, body }: Sent): Promise<number> {
  const isLayer = (node: Node): boolean => node.nodeName === 'HANDRAIL-LAYER';
  const painted = new Promise<number>((resolve) => {
    const observer = new MutationObserver((records) => {
      if (!records.some(({ addedNodes }) => [...addedNodes].some(isLayer))) return;
      observer.disconnect();
      // A message sent from a frame's callback arrives once that frame is drawn.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });
    observer.observe(document.documentElement, { childList: true });
  });
  const layers = document.querySelectorAll('handrail-layer').length;
  const xhr = new XMLHttpRequest();
  xhr.open('POST', url);
  const start = performance.now();
  xhr.send(body);
  const took = (await painted) - start;
  xhr.abort();
  while (document.querySelectorAll('handrail-layer').length > layers) await new Promise(requestAnimationFrame);
  return took;
}

async function guards(page: Page, label: string, count: number, before: () => Promise<void>): Promise<number[]> {
  const samples: number[] = [];
  for (let time = 0; time < count; time++) {
    await before();
    samples.push(await page.evaluate(timeGuard, moveOf(OPPORTUNITIES.acmeExpansion, 'Needs Analysis', `${label} ${time}`)));
  }
  return samples;
}

async function measureIn(browser: Booted): Promise<Row[]> {
  const page = await browser.context.newPage();
  await openRecord(page, addresses.opportunity('acmeExpansion'));
  await page.bringToFront();
  await pause(2000);
  await guards(page, 'first', 3, () => pause(20));
  const warm = await guards(page, 'warm', WARM, () => pause(30));
  const cold = await guards(page, 'cold', COLD, () => sleepWorker(browser));
  return [
    { what: 'worker awake', unit: 'ms', samples: warm, by: 'p95', budget: BUDGET.warm },
    { what: 'worker asleep', unit: 'ms', samples: cold, by: 'p95', budget: BUDGET.cold },
  ];
}

export const overlay: Measurement = {
  what: 'Move recognised to overlay painted',
  budget: '50 ms at the 95th percentile, 150 ms with the worker asleep',
  how:
    'in the page: from the call of send() with a stage change that skips something to the end of the frame that first shows the guard. ' +
    'Up to 17 ms of it are the wait for the screen’s next frame. The save is then aborted, which takes the guard away.',
  measure: (setting) => setting.inBrowser({}, measureIn),
};
