/** Stage changes in the practice HubSpot's table: in a cell, in every form of the save, and in the preview beside it. */
import { alertOf, cell, changeCell, changeRow, deal, labelOf, openTable, portal, preview } from './hubspot-parts';
import type { Surface } from './surface';

const table = {
  ...deal,
  open: openTable,
  move: (page, record, to) => changeCell(page, record, 'dealstage', to),
  async reverted(page, record, from) {
    await alertOf(page);
    await cell(page, record, 'dealstage')
      .filter({ hasText: labelOf(from) })
      .waitFor();
  },
} satisfies Omit<Surface, 'name'>;

export const tableSurfaces: readonly Surface[] = [
  { ...table, name: 'HubSpot table edit' },
  { ...table, ...portal({ tableSaves: 'many' }), name: 'HubSpot table edit, one of many' },
  { ...table, ...portal({ tableSaves: 'v1' }), name: 'HubSpot table edit, old deals API' },
  {
    ...table,
    name: 'HubSpot preview on a table',
    async move(page, record, to) {
      await changeRow(page, await preview(page, page.locator(`tr[data-test-id="row-${record}"]`)), 'dealstage', to);
    },
  },
];
