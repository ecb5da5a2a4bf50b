/** Every way of changing a stage in the practice HubSpot, as a person does it. */
import type { Page } from 'playwright-core';
import { addresses } from '../../lab/addresses';
import { DEALS } from '../../lab/hubspot/records';
import { drag, REFUSED, type Surface } from './surface';

const deal = {
  crm: 'hubspot',
  object: '0-3',
  field: 'dealstage',
  allow: { record: DEALS.dune, to: 'qualifiedtobuy' },
  ask: { record: DEALS.alder, to: 'qualifiedtobuy', from: 'Qualification', before: 'Discovery', criterion: 'meddicc-four-of-seven' },
} as const;

const LABELS: Record<string, string> = {
  qualifiedtobuy: 'Qualified To Buy',
  closedlost: 'Closed Lost',
  appointmentscheduled: 'Appointment Scheduled',
  presentationscheduled: 'Presentation Scheduled',
};

async function openDeal(page: Page, record: string): Promise<void> {
  const name = (Object.keys(DEALS) as (keyof typeof DEALS)[]).find((key) => DEALS[key] === record) ?? 'alder';
  await page.goto(addresses.deal(name));
  await page.locator('[data-test-id="property-input-dealstage"]').waitFor();
}

export const hubspotSurfaces: readonly Surface[] = [
  {
    ...deal,
    name: 'HubSpot stage dropdown',
    open: openDeal,
    async move(page, _record, to) {
      await page.locator('[data-test-id="property-input-dealstage"]').click();
      await page.locator('[role=option]', { hasText: LABELS[to] ?? to }).click();
    },
    async reverted(page, _record, from) {
      await page.locator('[role=alert]', { hasText: REFUSED }).waitFor();
      await page.locator('[data-test-id="property-input-dealstage"]', { hasText: LABELS[from] ?? from }).waitFor();
    },
  },
  {
    ...deal,
    name: 'HubSpot board drop',
    async open(page) {
      await page.goto(addresses.board());
      await page.locator('[data-test-id="cdb-column-item"]').first().waitFor();
    },
    async move(page, record, to) {
      await drag(
        page,
        page.locator(`[data-test-id="cdb-column-item"][data-selenium-id="${record}"]`),
        page.locator(`[data-rbd-droppable-id="${to}"]`),
      );
    },
    async reverted(page, record, from) {
      await page.locator('[role=alert]', { hasText: REFUSED }).waitFor();
      await page.locator(`[data-rbd-droppable-id="${from}"] [data-selenium-id="${record}"]`).waitFor();
    },
  },
  {
    ...deal,
    name: 'HubSpot table edit',
    async open(page, record) {
      await page.goto(addresses.table());
      await page.locator(`tr[data-test-id="row-${record}"]`).waitFor();
    },
    async move(page, record, to) {
      await page.locator(`tr[data-test-id="row-${record}"] td[data-table-external-id*="dealstage"] button`).first().click();
      await page.locator('[role=option]', { hasText: LABELS[to] ?? to }).click();
    },
    async reverted(page, record, from) {
      await page.locator('[role=alert]', { hasText: REFUSED }).waitFor();
      await page
        .locator(`tr[data-test-id="row-${record}"] td[data-table-external-id*="dealstage"]`, { hasText: LABELS[from] ?? from })
        .waitFor();
    },
  },
];
