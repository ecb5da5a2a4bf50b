/** Every way of changing a stage in the practice HubSpot, as a person does it. */
import type { Surface } from './surface';
import { boardSurfaces } from './hubspot-board';
import { bulkSurfaces } from './hubspot-bulk';
import { createSurfaces } from './hubspot-create';
import { recordSurfaces } from './hubspot-record';
import { tableSurfaces } from './hubspot-table';

export const hubspotSurfaces: readonly Surface[] = [
  ...recordSurfaces,
  ...boardSurfaces,
  ...tableSurfaces,
  ...bulkSurfaces,
  ...createSurfaces,
];
