/** Stage changes on the practice HubSpot's boards: both generations, every form of the save, and the preview beside them. */
import type { Locator, Page } from 'playwright-core';
import { addresses } from '../../lab/addresses';
import { alertOf, changeRow, deal, portal, preview } from './hubspot-parts';
import { drag, type Surface } from './surface';

const card = (root: Page | Locator, record: string): Locator =>
  root.locator(`[data-test-id="cdb-column-item"][data-selenium-id="${record}"]`);

const drop = (zone: (stage: string) => string): Pick<Surface, 'open' | 'move' | 'reverted'> => ({
  async open(page) {
    await page.goto(addresses.board());
    await page.locator('[data-test-id="cdb-column-item"]').first().waitFor();
  },
  move: (page, record, to) => drag(page, card(page, record), page.locator(zone(to))),
  async reverted(page, record, from) {
    await alertOf(page);
    await card(page.locator(zone(from)), record).waitFor();
  },
});

const older = drop((stage) => `[data-rbd-droppable-id="${stage}"]`);
const newer = drop((stage) => `[data-column-id="${stage}"] [data-droppable-id]`);

export const boardSurfaces: readonly Surface[] = [
  { ...deal, ...older, name: 'HubSpot board drop' },
  { ...deal, ...newer, ...portal({ board: 'framework' }), name: 'HubSpot newer board drop' },
  { ...deal, ...newer, ...portal({ board: 'framework', boardSaves: 'graphql' }), name: 'HubSpot newer board drop, GraphQL' },
  { ...deal, ...newer, ...portal({ board: 'framework', boardSaves: 'rpc' }), name: 'HubSpot newer board drop, remote call' },
  {
    ...deal,
    ...older,
    name: 'HubSpot preview on a board',
    async move(page, record, to) {
      await changeRow(page, await preview(page, card(page, record)), 'dealstage', to);
    },
  },
];
