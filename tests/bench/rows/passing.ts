/** What a request that is no move pays for being looked at. */
import type { Page } from 'playwright-core';
import { addresses } from '../../lab/addresses';
import { OPPORTUNITIES } from '../../lab/salesforce/records';
import { installProbe } from '../page/probe';
import { openRecord } from '../page/record';
import { readOf, TELEMETRY, type Sent } from '../page/requests';
import { median, type Measurement, type Row } from '../row';
import { pause } from '../setting';

const TURNS = 300;
/** `again` is native a second time: how far the machine alone moves the ratio. */
const WAYS = ['wrapped', 'native', 'again'] as const;
type Way = (typeof WAYS)[number];
type By = 'XMLHttpRequest' | 'fetch';
const BUDGET = 1.05;

interface Turns {
  /** From the call to the end of the answer. Milliseconds. */
  whole: Record<Way, number[]>;
  /** The time that the page's own script spends in its calls. Milliseconds. */
  inScript: Record<Way, number[]>;
  said: string[];
}

interface Setup {
  sent: Sent;
  by: By;
  turns: number;
  ways: readonly Way[];
}

/** Sends a request each way in turns, in the opposite order every second time. Runs in the page. */
async function takeTurns({ sent: { url, body }, by, turns, ways }: Setup): Promise<Turns> {
  const { bench } = window;
  const { open, send } = XMLHttpRequest.prototype;
  if (open === bench.open || send === bench.send || window.fetch === bench.fetch) throw new Error('The gate is not there.');
  const before = bench.said.length;
  const whole: Turns['whole'] = { wrapped: [], native: [], again: [] };
  const inScript: Turns['inScript'] = { wrapped: [], native: [], again: [] };

  /** Begins a request; returns what resolves at its end. */
  function begin(way: Way): Promise<unknown> {
    if (by === 'fetch') return (way === 'wrapped' ? window.fetch : bench.fetch)(url, { method: 'POST', body });
    const xhr = new XMLHttpRequest();
    const done = new Promise((resolve) => (xhr.onloadend = resolve));
    if (way === 'wrapped') {
      xhr.open('POST', url);
      xhr.send(body);
    } else {
      Reflect.apply(bench.open, xhr, ['POST', url]);
      Reflect.apply(bench.send, xhr, [body]);
    }
    return done;
  }

  for (let turn = 0; turn < turns; turn++) {
    for (const way of turn % 2 === 0 ? ways : [...ways].reverse()) {
      const start = performance.now();
      const done = begin(way);
      inScript[way].push(performance.now() - start);
      const response = await done;
      if (response instanceof Response) await response.text();
      whole[way].push(performance.now() - start);
    }
  }
  // The watcher asks for what passed a moment later, if it does.
  await new Promise((resolve) => setTimeout(resolve, 600));
  return { whole, inScript, said: bench.said.slice(before) };
}

function rowsOf(name: string, { whole: { wrapped, native, again }, inScript, said }: Turns): Row[] {
  const over = (samples: readonly number[]): number[] => [median(samples) / median(native)];
  const asked = said.filter((word) => word === 'seen').length;
  const unasked = said.length - asked;
  const added = mean(inScript.wrapped) - mean(inScript.native);
  return [
    { what: `${name}, wrapped`, unit: 'ms', samples: wrapped, by: 'median' },
    { what: `${name}, native`, unit: 'ms', samples: native, by: 'median' },
    { what: `${name}, wrapped over native`, unit: '×', samples: over(wrapped), by: 'median', budget: BUDGET },
    { what: `${name}, native over native (the machine’s noise)`, unit: '×', samples: over(again), by: 'median' },
    { what: `${name}, added to the page’s own call, mean`, unit: 'ms', samples: [added], by: 'median' },
    { what: `${name}, messages out of the MAIN world`, unit: 'count', samples: [unasked], by: 'median', budget: 0 },
    { what: `${name}, answers to the watcher, all ${TURNS * WAYS.length} requests`, unit: 'count', samples: [asked], by: 'median' },
  ];
}

const mean = (samples: readonly number[]): number => samples.reduce((sum, sample) => sum + sample, 0) / samples.length;

export const passing: Measurement = {
  what: 'A request that is no move',
  budget: 'at most 1.05 × native at the median; no message leaves the MAIN world',
  how:
    'requests to the lab, from the call to the end of the answer, in one page and in turns: through the gate, and through the natives that were put aside before the gate came. ' +
    'Messages are counted on the MessagePort; the watcher asks for answers that passed when the page moves, at most every 250 ms, and those replies are counted apart.',
  measure: (setting) =>
    setting.inBrowser({}, async ({ context }) => {
      await context.addInitScript(installProbe, false);
      const page: Page = await context.newPage();
      await openRecord(page, addresses.opportunity('acmeExpansion'));
      await pause(2000);
      const rows: Row[] = [];
      for (const by of ['XMLHttpRequest', 'fetch'] as const) {
        for (const [name, sent] of [['telemetry', TELEMETRY] as const, ['reading a record', readOf(OPPORTUNITIES.acmeExpansion)] as const])
          rows.push(...rowsOf(`${name} by ${by}`, await page.evaluate(takeTurns, { sent, by, turns: TURNS, ways: WAYS })));
      }
      return rows;
    }),
};
