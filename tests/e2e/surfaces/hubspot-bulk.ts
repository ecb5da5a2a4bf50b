/** The bulk edit of the practice HubSpot's table: of chosen records, and of all that match. */
import type { Page } from 'playwright-core';
import { DEALS } from '../../lab/hubspot/records';
import { alertOf, cell, choose, deal, dropdown, labelOf, openTable, portal } from './hubspot-parts';
import type { Surface } from './surface';

/** Sets the stage of what is selected, in the window of the bulk edit. */
export async function bulkStage(page: Page, to: string): Promise<void> {
  await page.getByRole('toolbar').getByRole('button', { name: 'Edit' }).click();
  const form = page.getByRole('dialog', { name: /^Edit/ });
  await dropdown(form, 'bulk-property').click();
  await page.getByRole('option', { name: 'Deal Stage', exact: true }).click();
  await dropdown(form, 'dealstage').click();
  await choose(page, to);
  await form.getByRole('button', { name: 'Update', exact: true }).click();
}

/** Selects all that match the table's search, however many pages they fill. */
export async function selectAll(page: Page): Promise<void> {
  const box = page.getByLabel('Select all on this page');
  await box.uncheck();
  await box.check();
  await page.getByRole('button', { name: /^Select all \d+ deals$/ }).click();
}

const bulk = {
  ...deal,
  open: openTable,
  async reverted(page, record, from) {
    await alertOf(page);
    await cell(page, record, 'dealstage')
      .filter({ hasText: labelOf(from) })
      .waitFor();
  },
} satisfies Omit<Surface, 'name' | 'move'>;

export const bulkSurfaces: readonly Surface[] = [
  {
    ...bulk,
    name: 'HubSpot bulk edit',
    async move(page, record, to) {
      await page.locator(`tr[data-test-id="row-${record}"] input[type=checkbox]`).check();
      await bulkStage(page, to);
    },
  },
  {
    ...bulk,
    name: 'HubSpot bulk edit, all that match',
    prepare(lab) {
      portal().prepare(lab);
      lab.hubspot.fill(214);
    },
    // Where they come from cannot be seen: only the first stage asks for nothing.
    allow: { record: DEALS.cobalt, to: 'appointmentscheduled' },
    ask: { record: DEALS.cobalt, to: 'closedlost', from: null, before: 'Lost', criterion: 'loss-reason' },
    owes: false,
    async move(page, _record, to) {
      await selectAll(page);
      await bulkStage(page, to);
    },
  },
];
