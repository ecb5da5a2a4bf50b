/** Nothing that the practice CRMs' pages send while somebody only looks is taken for a move, though much of it names a stage. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Wire } from '../../lib/crm/adapter';
import { hubspotWire } from '../../lib/crm/hubspot/wire';
import { salesforceWire } from '../../lib/crm/salesforce/wire';
import { addresses } from '../lab/addresses';
import { useBench } from './bench';

const bench = useBench();
const ACTIVE = '.windowViewMode-normal.active';
const STAGES = ['StageName', 'Status', 'dealstage', 'hs_pipeline_stage', 'lifecyclestage', 'hs_lead_status'];

interface Tour {
  wire: Wire;
  /** Addresses, and what is there once the page has loaded; some are looked around in. */
  stops: readonly { url: string; shows: string; around?: (page: Page) => Promise<void> }[];
}

async function toBoard(page: Page): Promise<void> {
  await page.locator(`${ACTIVE} lst-list-view-manager-display-switcher button`).click();
  await page.locator(`${ACTIVE} lightning-menu-item[data-value=kanban] a`).click();
  await page.locator(`${ACTIVE} .pipelineViewCard`).first().waitFor();
}

const tours: Record<string, Tour> = {
  Salesforce: {
    wire: salesforceWire,
    stops: [
      { url: addresses.opportunity('acmeExpansion'), shows: `${ACTIVE} li.slds-is-current` },
      { url: addresses.lead('priyaRaman'), shows: `${ACTIVE} li.slds-is-current` },
      { url: addresses.opportunities(), shows: `${ACTIVE} td[data-label=Stage]`, around: toBoard },
      { url: addresses.stageTools(), shows: 'c-stage-tools tr[data-record-id]' },
      { url: addresses.partners(), shows: 'tr[data-record-id]' },
    ],
  },
  HubSpot: {
    wire: hubspotWire,
    stops: [
      { url: addresses.deal('alder'), shows: '[data-test-id="property-input-dealstage"]' },
      { url: addresses.board(), shows: '[data-test-id="cdb-column-item"]' },
      { url: addresses.table(), shows: 'tr[data-test-id^="row-"]' },
    ],
  },
};

it.each(Object.entries(tours))('%s', async (_, { wire, stops }) => {
  const page = await bench.tab();
  for (const { url, shows, around } of stops) {
    await page.goto(url);
    await page.locator(shows).first().waitFor();
    await around?.(page);
    // What a page asks for late, too.
    await page.waitForLoadState('networkidle');
  }
  const posted = bench.lab.log.filter(({ method, body }) => method !== 'GET' && STAGES.some((field) => body.includes(field)));
  expect(posted.length).toBeGreaterThanOrEqual(stops.length - 1);
  const taken = posted.filter(({ method, url, body }) => wire.movesIn({ method, url, body }, { stageFields: STAGES }).length > 0);
  expect(taken.map(({ url, body }) => `${url} ${body}`)).toEqual([]);
});
