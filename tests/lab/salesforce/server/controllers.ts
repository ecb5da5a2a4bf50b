/** The Aura controllers that the practice pages call, by descriptor (facts/salesforce.md §3.2 and §3.3). */
import { objectInfo } from '../metadata';
import type { ObjectInfo } from '../metadata';
import { executeApex } from './apex';
import { convertLead } from './convert';
import { notFound } from './fault';
import { executeGraphQL } from './graphql';
import { isObject, listAt, objectAt, textAt } from './json';
import type { JsonObject } from './json';
import { objectRepresentation, picklistRepresentation, recordRepresentation } from './representation';
import { askedFor } from './selection';
import type { SavedRecord, Store } from './store';

type Controller = (params: JsonObject, store: Store) => unknown;

const RECORD_UI = 'aura://RecordUiController/ACTION$';
const COMPONENTS = 'serviceComponent://ui.force.components.controllers.';

const CONTROLLERS: Readonly<Record<string, Controller>> = {
  [`${RECORD_UI}getRecordWithFields`]: readRecord,
  [`${RECORD_UI}getRecordWithLayouts`]: readRecord,
  [`${RECORD_UI}getRecordsWithFields`]: (params, store) => ({
    hasErrors: false,
    results: listAt(params, 'recordIds').map((id) => ({
      statusCode: 200,
      result: askedFor(store, existing(store, String(id)), params),
    })),
  }),
  [`${RECORD_UI}updateRecord`]: (params, store) => {
    const fields = objectAt(objectAt(params, 'recordInput'), 'fields');
    return recordRepresentation(store, store.update(textAt(params, 'recordId'), fields));
  },
  [`${RECORD_UI}createRecord`]: (params, store) => {
    const input = objectAt(params, 'recordInput');
    return recordRepresentation(store, store.create(textAt(input, 'apiName'), objectAt(input, 'fields')));
  },
  [`${RECORD_UI}getObjectInfo`]: (params) => objectRepresentation(known(textAt(params, 'objectApiName'))),
  [`${RECORD_UI}getPicklistValuesByRecordType`]: (params) => picklistRepresentation(known(textAt(params, 'objectApiName'))),
  [`${RECORD_UI}executeGraphQL`]: (params, store) => executeGraphQL(objectAt(params, 'queryInput'), store),
  'aura://ApexActionController/ACTION$execute': executeApex,
  'aura://ActionsController/ACTION$getRecordActions': () => ({ actions: {} }),
  // The UI API's body (`PATCH /ui-api/actions/perform-quick-action/{actionApiName}`); its action's name in Aura is not published.
  'aura://ActionsController/ACTION$performUpdateRecordQuickAction': (params, store) => {
    const input = objectAt(params, 'performQuickActionInput');
    const { id } = store.update(textAt(input, 'contextId'), objectAt(input, 'fields'));
    return { contextId: id, feedItemIds: null, id, isCreated: false, isSuccess: true };
  },
  'serviceComponent://ui.lead.runtime.components.controllers.LeadConvertDesktopController/ACTION$convertLeadServer': convertLead,
  'aura://RelatedListUiController/ACTION$postRelatedListRecords': () => ({ count: 0, records: [] }),
  'aura://ListUiController/ACTION$postListRecordsByName': readList,
  [`${COMPONENTS}lists.listViewDataManager.ListViewDataManagerController/ACTION$getItems`]: readList,
  [`${COMPONENTS}recordGlobalValueProvider.RecordGvpController/ACTION$saveRecord`]: saveRecordRep,
};

/** The action's return value. Throws an AuraFault. */
export function callController(descriptor: string, params: JsonObject, store: Store): unknown {
  const controller = CONTROLLERS[descriptor];
  if (!controller) throw notFound(descriptor);
  return controller(params, store);
}

function readRecord(params: JsonObject, store: Store): unknown {
  return askedFor(store, existing(store, textAt(params, 'recordId')), params);
}

function readList(params: JsonObject, store: Store): unknown {
  const records = store.list(known(textAt(params, 'objectApiName')).apiName);
  return { count: records.length, records: records.map((record) => askedFor(store, record, params)) };
}

/** Aura's force:recordData sends `{value, displayValue}` for each field; a null id makes a new record. */
function saveRecordRep(params: JsonObject, store: Store): unknown {
  const rep = objectAt(params, 'recordRep');
  const values: JsonObject = {};
  for (const [name, field] of Object.entries(objectAt(rep, 'fields'))) values[name] = isObject(field) ? field['value'] : field;
  const id = textAt(rep, 'id');
  return recordRepresentation(store, id === '' ? store.create(textAt(rep, 'apiName'), values) : store.update(id, values));
}

function existing(store: Store, id: string): SavedRecord {
  const record = store.find(id);
  if (!record) throw notFound(id);
  return record;
}

function known(apiName: string): ObjectInfo {
  const object = objectInfo(apiName);
  if (!object) throw notFound(apiName);
  return object;
}
