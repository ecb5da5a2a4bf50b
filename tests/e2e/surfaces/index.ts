/** Every way of changing a stage that the guard must hold. One row of the table in surfaces.test.ts each. */
import { hubspotSurfaces } from './hubspot';
import { salesforceSurfaces } from './salesforce';
import { salesforceListSurfaces } from './salesforce-lists';
import { salesforcePageSurfaces } from './salesforce-pages';
import type { Surface } from './surface';

export { savedStage, stageWrites, type Surface } from './surface';

export const surfaces: readonly Surface[] = [
  ...salesforceSurfaces,
  ...salesforcePageSurfaces,
  ...salesforceListSurfaces,
  ...hubspotSurfaces,
];

/** The surface of that name. */
export function surface(name: string): Surface {
  const found = surfaces.find((each) => each.name === name);
  if (!found) throw new Error(`There is no surface “${name}”.`);
  return found;
}
