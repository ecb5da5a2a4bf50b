/** The public API's first version, which pages of HubSpot still call here and there (facts/hubspot.md §3.3f). */

import type { LabRequest, LabResponse } from '../../site';
import { listOf, objectOf, parseJson, textOf } from '../json';
import { COMPANY, CONTACT, DEAL, PORTAL_ID } from '../records';
import { json, notFound } from './answers';
import { changesOf, save } from './save';
import type { Store } from './store';
import { restProperties } from './wire';

/** The answer for a path such as `deals/v1/deal/7`, or null for one that is not of this API. */
export function handleLegacy(store: Store, { method, body }: LabRequest, path: readonly string[], source: string): LabResponse | null {
  const request = objectOf(parseJson(body));
  const route = `${method} ${path.slice(0, 3).join('/')}`;
  const change = (typeId: string, id: string, idName: string, key: 'name' | 'property' = 'name'): LabResponse => {
    const record = store.find(typeId, id);
    if (!record) return notFound('This record');
    const refusal = save(store, [{ record, changes: changesOf(listOf(request.properties), key) }], source);
    if (refusal) return refusal;
    // A contact's update is answered with nothing at all.
    if (typeId === CONTACT) return { status: 204, body: '' };
    return json({ portalId: Number(PORTAL_ID), [idName]: Number(id), properties: restProperties(record) });
  };
  if (route === 'PUT deals/v1/deal') return change(DEAL, path[3] ?? textOf(request.dealId), 'dealId');
  if (route === 'PUT companies/v2/companies') return change(COMPANY, path[3] ?? '', 'companyId');
  if (route === 'POST contacts/v1/contact' && path[3] === 'vid') return change(CONTACT, path[4] ?? '', 'vid', 'property');
  return null;
}
