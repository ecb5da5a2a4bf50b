/** Whether the side panel opens as fast on years of use as on the first day. */
import type { Page } from 'playwright-core';
import type { Booted } from '../../browser/extension';
import { addresses } from '../../lab/addresses';
import { OPPORTUNITIES } from '../../lab/salesforce/records';
import { fillDatabase } from '../make/database';
import { timeLoad, watchLoads } from '../page/panel';
import { openRecord } from '../page/record';
import { interleave, median, type Measurement } from '../row';

const ROUNDS = 12;
const BUDGET = 1.2;
const NAME = 'Acme - Expansion';
const SIZE = { records: 10_000, events: 100_000, own: `salesforce|acme.lightning.force.com|Opportunity|${OPPORTUNITIES.acmeExpansion}` };

async function panelOn(browser: Booted): Promise<Page> {
  const page = await browser.context.newPage();
  await openRecord(page, addresses.opportunity('acmeExpansion'));
  const panel = await browser.openPanel(page);
  await page.bringToFront();
  await panel.getByRole('heading', { name: NAME }).waitFor();
  await watchLoads(panel, NAME);
  for (let time = 0; time < 2; time++) await timeLoad(panel, NAME);
  return panel;
}

export const panelOpens: Measurement = {
  what: 'Side panel on 100,000 journal events and 10,000 records',
  budget: 'opens within 1.2 × of its time when empty',
  how:
    `two browsers with the same record in view, one with an empty database and one filled; their panels are loaded in turns, ${ROUNDS} times each: ` +
    'from the start of the panel’s load to the end of the frame that shows the SOP. The browser’s own time to make room for a panel is not in it.',
  measure: (setting) =>
    setting.inBrowser({}, (first) =>
      setting.inBrowser({}, async (second) => {
        await fillDatabase(second, SIZE);
        const [empty, full] = [
          { panel: await panelOn(first), samples: [] as number[] },
          { panel: await panelOn(second), samples: [] as number[] },
        ];
        await interleave([empty, full], ROUNDS, async ({ panel, samples }) => {
          samples.push(await timeLoad(panel, NAME));
        });
        return [
          { what: 'empty', unit: 'ms', samples: empty.samples, by: 'median' },
          { what: 'full', unit: 'ms', samples: full.samples, by: 'median' },
          { what: 'full over empty', unit: '×', samples: [median(full.samples) / median(empty.samples)], by: 'median', budget: BUDGET },
        ];
      }),
    ),
};
