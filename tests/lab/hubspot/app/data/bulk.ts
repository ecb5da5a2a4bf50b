/** One change to many records (facts/hubspot.md §3.3e): by their ids, or by the search that the table shows. */

import { showAlert, showNotice } from '../alerts';
import { send } from '../http/client';
import { putRecord } from './records';
import type { Search } from './load';
import type { Values } from './records';
import { messageOf } from './save';

/** `ids` null: all that match the search. Shown when the answer is there; true when it was done. */
export async function updateMany(search: Search, ids: readonly string[] | null, changes: Values): Promise<boolean> {
  const { objectTypeId } = search;
  const properties = Object.entries(changes).map(([name, value]) => ({ name, value }));
  const common = { type: 'UPDATE', objectTypeId, properties };
  // HubSpot calls it "all" only where there is no search at all.
  const applyToAll = search.query === '' && search.filterGroups.length === 0;
  const data = ids ? { ...common, objectIdList: ids } : { applyToAll, ...common, crmSearchRequestProxyEgg: search };
  try {
    await send({ method: 'POST', path: '/api/inbounddb-objects/v2/batch-mutation/dynamic-search', app: 'crm-index-ui', data, isEdit: true })
      .answer;
    for (const objectId of ids ?? []) putRecord({ objectTypeId, objectId }, changes);
    showNotice(ids?.length === 1 ? '1 record was updated.' : 'The records are being updated.');
    return true;
  } catch (error) {
    showAlert(messageOf(error));
    return false;
  }
}
