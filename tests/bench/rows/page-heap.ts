/** What our scripts keep of the page's memory, and what they add to its document, while nothing happens. */
import type { Page } from 'playwright-core';
import { addresses } from '../../lab/addresses';
import type { Variant } from '../make/extensions';
import { openRecord } from '../page/record';
import { eachVariant } from '../page/variant';
import type { Measurement, Row } from '../row';
import { pause, type Setting } from '../setting';

const ROUNDS = 2;
const SETTLE_MS = 1500;
const HEAP_BUDGET_KB = 400;
const PAGES: { crm: string; address: string; without: Variant['name'][] }[] = [
  { crm: 'Salesforce', address: addresses.opportunity('acmeExpansion'), without: ['naive'] },
  { crm: 'HubSpot', address: addresses.deal('alder'), without: ['naive', 'empty', 'peer'] },
];

interface Weight {
  /** kB, after garbage collection. */
  heap: number;
  frames: number;
  /** Elements of the page's document that a page script can find. */
  elements: number;
  nodes: number;
  listeners: number;
}

async function weigh(page: Page, address: string): Promise<Weight> {
  await openRecord(page, address);
  await pause(SETTLE_MS);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? NaN;
  return {
    heap: metric('JSHeapUsedSize') / 1000,
    frames: metric('Frames'),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    elements: await page.evaluate(() => document.querySelectorAll('html > :not(head, body), iframe, frame').length),
  };
}

async function weighAll(setting: Setting, address: string, without: readonly Variant['name'][]): Promise<Map<Variant['name'], Weight[]>> {
  const found = new Map<Variant['name'], Weight[]>();
  await eachVariant(setting, without, ROUNDS, async (name, page) => {
    found.set(name, [...(found.get(name) ?? []), await weigh(page, address)]);
  });
  return found;
}

export const pageHeap: Measurement = {
  what: 'Page heap and document at rest',
  budget: 'at most 0.4 MB more than without the extension; no frame, no node',
  how:
    `JSHeapUsedSize after three collections, less the same without any extension in the same round, ${ROUNDS} rounds; counts likewise. ` +
    'The in-page handle is on, as it is by default: its one element is all that may be found.',
  async measure(setting) {
    const rows: Row[] = [];
    for (const { crm, address, without } of PAGES) {
      const found = await weighAll(setting, address, without);
      const bare = found.get('none') ?? [];
      const more = (name: Variant['name'], of: keyof Weight): number[] =>
        (found.get(name) ?? []).map((weight, round) => weight[of] - (bare[round]?.[of] ?? NaN));
      for (const name of found.keys()) {
        if (name === 'none') continue;
        const budget = name === 'ours' ? { budget: HEAP_BUDGET_KB } : {};
        rows.push({ what: `${crm}, heap, ${name}`, unit: 'kB', samples: more(name, 'heap'), by: 'median', ...budget });
      }
      rows.push({ what: `${crm}, frames, ours`, unit: 'count', samples: more('ours', 'frames'), by: 'median', budget: 0 });
      rows.push({
        what: `${crm}, elements beside head and body, ours`,
        unit: 'count',
        samples: more('ours', 'elements'),
        by: 'median',
        budget: 1,
      });
      rows.push({
        what: `${crm}, nodes with those in the handle’s closed root, ours`,
        unit: 'count',
        samples: more('ours', 'nodes'),
        by: 'median',
      });
      rows.push({ what: `${crm}, listeners, ours`, unit: 'count', samples: more('ours', 'listeners'), by: 'median' });
    }
    return rows;
  },
};
