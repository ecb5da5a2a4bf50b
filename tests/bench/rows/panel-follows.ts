/** How fast the open panel follows the page to another record. */
import type { Page } from 'playwright-core';
import type { Booted } from '../../browser/extension';
import { addresses } from '../../lab/addresses';
import { whenShown } from '../page/panel';
import { openRecord } from '../page/record';
import type { Measurement, Row } from '../row';
import { pause } from '../setting';

const TIMES = 20;
const BUDGET = 150;
/** A rep looks at a record before going on to the next. Milliseconds. */
const REST_MS = 350;

interface Place {
  path: string;
  name: string;
}

const path = (address: string): string => new URL(address).pathname;

const SALESFORCE: readonly Place[] = [
  { path: path(addresses.opportunity('acmeExpansion')), name: 'Acme - Expansion' },
  { path: path(addresses.opportunity('brightwaterPlatform')), name: 'Brightwater Labs - Platform' },
  { path: path(addresses.opportunity('cobaltTracking')), name: 'Cobalt Freight - Tracking' },
];
const HUBSPOT: readonly Place[] = [
  { path: path(addresses.deal('alder')), name: 'Alder Brook pilot' },
  { path: path(addresses.deal('dune')), name: 'Dune Robotics platform' },
];

/** Moves the app as its own links do, without a load; resolves with the time of the change, in milliseconds since 1970. */
async function goTo(page: Page, to: string): Promise<number> {
  return page.evaluate((where) => {
    const at = Date.now();
    history.pushState(null, '', where);
    dispatchEvent(new PopStateEvent('popstate'));
    return at;
  }, to);
}

async function follow(browser: Booted, start: string, places: readonly Place[]): Promise<number[]> {
  const page = await browser.context.newPage();
  await openRecord(page, start);
  const panel = await browser.openPanel(page);
  await page.bringToFront();
  const samples: number[] = [];
  for (let time = 0; time < TIMES + places.length; time++) {
    const place = places[(time + 1) % places.length];
    if (!place) throw new Error('There is nowhere to go.');
    await pause(REST_MS);
    const shown = await whenShown(panel, place.name);
    const left = await goTo(page, place.path);
    const took = (await shown()) - left;
    // The first visit to each record waits for the CRM's own answers.
    if (time >= places.length) samples.push(took);
  }
  return samples;
}

async function measureIn(browser: Booted): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [crm, start, places] of [
    ['Salesforce', addresses.opportunity('acmeExpansion'), SALESFORCE],
    ['HubSpot', addresses.deal('alder'), HUBSPOT],
  ] as const) {
    rows.push({
      what: `${crm}, known records in turns`,
      unit: 'ms',
      samples: await follow(browser, start, places),
      by: 'p95',
      budget: BUDGET,
    });
  }
  return rows;
}

export const panelFollows: Measurement = {
  what: 'View changed to the panel showing the right SOP',
  budget: '150 ms at the 95th percentile',
  how:
    'from history.pushState() in the page to the end of the frame in which the panel shows the new record’s name and its stage; clocks of one machine, to the millisecond. ' +
    'The page’s own time to draw the new record is a part of it. Records were visited once before.',
  measure: (setting) => setting.inBrowser({}, measureIn),
};
