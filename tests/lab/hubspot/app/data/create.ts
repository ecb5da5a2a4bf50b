/** Creating a record from the object builder's frame (facts/hubspot.md §3.3g). */

import { send } from '../http/client';
import type { Values } from './records';

const PATH = '/api/chirp-frontend-app/v1/gateway/com.hubspot.crm.object.builder.rpc.ObjectBuilderRpc/createObjectAndAssociations';

/** Resolves when it is there; rejects as `send` does. Properties that were left blank go out too. */
export async function createRecord(objectTypeId: string, values: Values): Promise<void> {
  const properties = Object.entries(values).map(([name, value]) => ({ name, value, source: 'CRM_UI' }));
  const data = { createRequest: { objectTypeId, properties, associations: [], propertySource: 'CRM_UI' } };
  await send({ method: 'POST', path: PATH, app: 'object-builder-ui', data, isEdit: true }).answer;
}
