/** A new record in the practice HubSpot: its form is in a frame of the same origin, the guard in the page around it. */
import type { FrameLocator, Page } from 'playwright-core';
import { addresses } from '../../lab/addresses';
import { deal, labelOf } from './hubspot-parts';
import { REFUSED, type Surface } from './surface';

const form = (page: Page): FrameLocator => page.frameLocator('iframe[src*="/object-builder/"]');

export const createSurfaces: readonly Surface[] = [
  {
    ...deal,
    name: 'HubSpot create form',
    // A record that is not there yet goes by its name.
    allow: { record: 'Quarry Lane pilot', to: 'appointmentscheduled' },
    ask: { record: 'Saltmarsh trial', to: 'closedlost', from: null, before: 'Lost', criterion: 'loss-reason' },
    owes: false,
    find: ({ hubspot }, name) => hubspot.idWith('0-3', 'dealname', name),
    async open(page) {
      await page.goto(addresses.table());
      await page.getByRole('button', { name: 'Create deal' }).click();
      await form(page).getByLabel('Deal Name').waitFor();
    },
    async move(page, name, to) {
      await form(page).getByLabel('Deal Name').fill(name);
      await form(page).getByRole('button', { name: 'Deal Stage' }).click();
      await form(page)
        .getByRole('option', { name: labelOf(to), exact: true })
        .click();
      // The frame stays, so that what was sent from it can be sent again.
      await form(page).getByRole('button', { name: 'Create and add another' }).click();
    },
    async reverted(page) {
      await form(page).locator('[role=alert]', { hasText: REFUSED }).waitFor();
      await form(page)
        .locator('button:enabled', { hasText: /^Create$/ })
        .waitFor();
    },
  },
];
