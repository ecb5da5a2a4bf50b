/** How long a save that may go is held. */
import type { Page } from 'playwright-core';
import type { Booted } from '../../browser/extension';
import { addresses } from '../../lab/addresses';
import { OPPORTUNITIES } from '../../lab/salesforce/records';
import { usePack } from '../make/database';
import { bigPack } from '../make/pack';
import { sleepWorker } from '../page/cold';
import { installProbe } from '../page/probe';
import { openRecord } from '../page/record';
import { moveOf, type Sent } from '../page/requests';
import type { Measurement, Row } from '../row';
import { pause } from '../setting';

const WARM = 120;
const COLD = 20;
const COLD_BIG = 10;
const BUDGET = { warm: 10, cold: 100 };

/** Sends a save through the gate and resolves with the milliseconds until the gate lets it go. Nothing reaches the lab. Runs in the page. */
async function timeHold({ url, body }: Sent): Promise<number> {
  const { bench } = window;
  const xhr = new XMLHttpRequest();
  xhr.open('POST', url);
  const left = new Promise<number>((resolve) => bench.caught.set(xhr, resolve));
  const start = performance.now();
  xhr.send(body);
  return (await left) - start;
}

/** One after the other, since the rep has one pair of hands. `before` makes ready, untimed. */
async function holds(page: Page, label: string, count: number, before: () => Promise<void>): Promise<number[]> {
  const samples: number[] = [];
  const said = () => page.evaluate(() => window.bench.said.filter((word) => word === 'hold' || word === 'miss'));
  const start = (await said()).length;
  for (let time = 0; time < count; time++) {
    await before();
    samples.push(await page.evaluate(timeHold, moveOf(OPPORTUNITIES.delmarPilot, 'Qualification', `${label} ${time}`)));
  }
  const words = (await said()).slice(start);
  if (words.length !== count || words.includes('miss')) throw new Error(`Of ${count} saves the gate said: ${words.join(', ')}.`);
  return samples;
}

/** A message that nobody answers, there and back: what is left when nothing is recognised, looked up or judged. */
async function bareTrips({ extensionPage }: Booted, count: number, before: () => Promise<void>): Promise<number[]> {
  const desk = await extensionPage('options.html');
  const samples: number[] = [];
  for (let time = 0; time < count; time++) {
    await before();
    const took = await desk.evaluate(async () => {
      const start = performance.now();
      await chrome.runtime.sendMessage({ handrail: 'nobody answers this' }).catch(() => undefined);
      return performance.now() - start;
    });
    samples.push(took);
  }
  await desk.close();
  return samples;
}

async function measureIn(browser: Booted): Promise<Row[]> {
  await browser.context.addInitScript(installProbe, true);
  const page = await browser.context.newPage();
  await openRecord(page, addresses.opportunity('delmarPilot'));
  await pause(2000);
  await holds(page, 'first', 5, () => pause(20));
  const warm = await holds(page, 'warm', WARM, () => pause(20));
  const cold = await holds(page, 'cold', COLD, () => sleepWorker(browser));
  const bare = await bareTrips(browser, WARM / 3, () => pause(20));
  const bareCold = await bareTrips(browser, COLD_BIG, () => sleepWorker(browser));

  await usePack(browser, await bigPack());
  await page.bringToFront();
  await page.reload();
  await pause(2500);
  const bigWarm = await holds(page, 'big', WARM / 3, () => pause(20));
  const bigCold = await holds(page, 'big cold', COLD_BIG, () => sleepWorker(browser));
  return [
    { what: 'starter pack, worker awake', unit: 'ms', samples: warm, by: 'p95', budget: BUDGET.warm },
    { what: 'starter pack, worker asleep', unit: 'ms', samples: cold, by: 'p95', budget: BUDGET.cold },
    { what: 'a bare message to the worker and back, awake', unit: 'ms', samples: bare, by: 'p95' },
    { what: 'a bare message to the worker and back, asleep', unit: 'ms', samples: bareCold, by: 'p95' },
    { what: '1,000 SOPs, worker awake', unit: 'ms', samples: bigWarm, by: 'p95', budget: BUDGET.warm },
    { what: '1,000 SOPs, worker asleep', unit: 'ms', samples: bigCold, by: 'p95', budget: BUDGET.cold },
  ];
}

export const held: Measurement = {
  what: 'Held request, recognised to verdict',
  budget: '10 ms at the 95th percentile, 100 ms with the worker asleep',
  how:
    'in the page: from the call of send() with a stage change that may go (Prospecting to Qualification) to the moment the gate calls the native send(); ' +
    'that is recognition, gate to watcher to worker, the verdict and the way back. Asleep: the worker was stopped before each one. ' +
    'A debugger is attached to the worker, which makes it wake a little later than it would by itself.',
  measure: (setting) => setting.inBrowser({}, measureIn),
};
