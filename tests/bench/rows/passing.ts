/** What a request that is no move pays for being looked at. */
import type { Page } from 'playwright-core';
import { addresses } from '../../lab/addresses';
import { OPPORTUNITIES } from '../../lab/salesforce/records';
import { installProbe } from '../page/probe';
import { openRecord } from '../page/record';
import { readOf, TELEMETRY, type Sent } from '../page/requests';
import { median, type Measurement, type Row } from '../row';
import { pause } from '../setting';

const PAIRS = 400;
const BUDGET = 1.05;

interface Pairs {
  wrapped: number[];
  native: number[];
  /** The time that the page's own script spends in open() and send(). Milliseconds, for ten requests. */
  inScript: { wrapped: number[]; native: number[] };
  said: string[];
}

/** Sends `pairs` requests each way, the other way first in every second pair. Runs in the page. */
async function sendPairs({ sent: { url, body }, pairs }: { sent: Sent; pairs: number }): Promise<Pairs> {
  const { bench } = window;
  const { open, send } = XMLHttpRequest.prototype;
  if (open === bench.open || send === bench.send) throw new Error('The gate is not there.');
  const before = bench.said.length;
  const result: Pairs = { wrapped: [], native: [], inScript: { wrapped: [], native: [] }, said: [] };
  for (let pair = 0; pair < pairs; pair++) {
    const ways = pair % 2 === 0 ? (['wrapped', 'native'] as const) : (['native', 'wrapped'] as const);
    for (const way of ways) {
      const start = performance.now();
      const xhr = new XMLHttpRequest();
      const done = new Promise((resolve) => (xhr.onloadend = resolve));
      if (way === 'wrapped') {
        xhr.open('POST', url);
        xhr.send(body);
      } else {
        Reflect.apply(bench.open, xhr, ['POST', url]);
        Reflect.apply(bench.send, xhr, [body]);
      }
      result.inScript[way].push(performance.now() - start);
      await done;
      result[way].push(performance.now() - start);
    }
  }
  // The watcher asks for what passed a moment later, if it does.
  await new Promise((resolve) => setTimeout(resolve, 600));
  result.said = bench.said.slice(before);
  return result;
}

function rowsOf(name: string, { wrapped, native, inScript, said }: Pairs): Row[] {
  const ratio = median(wrapped) / median(native);
  const asked = said.filter((word) => word === 'seen').length;
  const unasked = said.length - asked;
  return [
    { what: `${name}, wrapped`, unit: 'ms', samples: wrapped, by: 'median' },
    { what: `${name}, native`, unit: 'ms', samples: native, by: 'median' },
    { what: `${name}, wrapped over native`, unit: '×', samples: [ratio], by: 'median', budget: BUDGET },
    {
      what: `${name}, added to the page’s own call (mean)`,
      unit: 'ms',
      samples: [mean(inScript.wrapped) - mean(inScript.native)],
      by: 'median',
    },
    { what: `${name}, messages out of the MAIN world, unasked`, unit: 'count', samples: [unasked], by: 'median', budget: 0 },
    { what: `${name}, answers to the watcher, over all ${2 * wrapped.length} requests`, unit: 'count', samples: [asked], by: 'median' },
  ];
}

const mean = (samples: readonly number[]): number => samples.reduce((sum, sample) => sum + sample, 0) / samples.length;

export const passing: Measurement = {
  what: 'A request that is no move',
  budget: 'at most 1.05 × native at the median; no message leaves the MAIN world',
  how:
    'XMLHttpRequests to the lab, open() to loadend, in one page and in turns: through the gate, and through the natives that were put aside before the gate came. ' +
    'Messages are counted on the MessagePort; the watcher asks for answers that passed when the page moves, at most every 250 ms, and those replies are counted apart.',
  measure: (setting) =>
    setting.inBrowser({}, async ({ context }) => {
      await context.addInitScript(installProbe, false);
      const page: Page = await context.newPage();
      await openRecord(page, addresses.opportunity('acmeExpansion'));
      await pause(2000);
      const telemetry = await page.evaluate(sendPairs, { sent: TELEMETRY, pairs: PAIRS });
      const reads = await page.evaluate(sendPairs, { sent: readOf(OPPORTUNITIES.acmeExpansion), pairs: PAIRS });
      return [...rowsOf('telemetry', telemetry), ...rowsOf('reading a record', reads)];
    }),
};
