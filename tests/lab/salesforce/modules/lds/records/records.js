// The page's one copy of each record: read once, shared by every component, refreshed after a save.
import { dispatchAction, dispatchComponentAction } from 'lds/network';

const SAVE_RECORD = 'serviceComponent://ui.force.components.controllers.recordGlobalValueProvider.RecordGvpController/ACTION$saveRecord';

const QUICK_ACTION = 'ActionsController.performUpdateRecordQuickAction';
const CONVERT_LEAD = 'serviceComponent://ui.lead.runtime.components.controllers.LeadConvertDesktopController/ACTION$convertLeadServer';

const records = new Map();
const listeners = new Set();

export function peekRecord(id) {
  return records.get(id);
}

/** What a record is called: cases have a number where others have a name. */
export function recordName({ fields }) {
  return (fields.Name ?? fields.CaseNumber).value;
}

/** Calls `listener(record)` after each change of any record. Returns the way to stop. */
export function onRecordChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export async function loadRecord(id) {
  keep(await dispatchAction('RecordUiController.getRecordWithFields', { recordId: id, fields: [] }));
}

/** What the lists of an object ask for; all fields where this does not say. The rest of a record comes with its page. */
const LIST_FIELDS = {
  Opportunity: ['Name', 'AccountId', 'StageName', 'Amount', 'CloseDate', 'NextStep', 'LeadSource'],
  Lead: ['Name', 'Company', 'Status', 'Email', 'LeadSource'],
};

export async function loadList(objectApiName, endpoint) {
  const optionalFields = (LIST_FIELDS[objectApiName] ?? []).map((name) => `${objectApiName}.${name}`);
  const params = { objectApiName, listViewApiName: 'AllOpportunities', optionalFields };
  const list = endpoint.includes('://') ? await dispatchComponentAction(endpoint, params) : await dispatchAction(endpoint, params);
  list.records.forEach(keep);
  return list.records.map(({ id }) => id);
}

/** Saves as the data service does: plain values. Forms say which object it is; others need not, the id is enough. */
export async function updateRecord(id, fields, apiName) {
  const { lastModifiedDate } = records.get(id);
  const saved = await dispatchAction('RecordUiController.updateRecord', {
    recordId: id,
    recordInput: { allowSaveOnDuplicate: false, apiName, fields: { Id: id, ...fields } },
    clientOptions: { ifUnmodifiedSince: lastModifiedDate },
  });
  keep(saved);
  refresh(id);
}

/** Saves as Aura's force:recordData does: `{value, displayValue}` pairs. */
export async function saveRecordRep(id, fields) {
  const pairs = Object.entries(fields).map(([name, value]) => [name, { value, displayValue: value }]);
  await dispatchComponentAction(SAVE_RECORD, {
    recordRep: { id, apiName: records.get(id).apiName, fields: Object.fromEntries(pairs) },
    recordSaveParams: {},
    refreshFields: [],
  });
  await refresh(id);
}

/** Resolves with the new record. */
export async function createRecord(apiName, fields) {
  const created = await dispatchAction('RecordUiController.createRecord', {
    recordInput: { allowSaveOnDuplicate: false, apiName, fields },
  });
  keep(created);
  return created;
}

/** Saves through an action of the record's page, with the UI API's body for it. */
export async function performQuickAction(actionApiName, id, fields) {
  const { apiName } = records.get(id);
  await dispatchAction(QUICK_ACTION, { actionApiName, performQuickActionInput: { apiName, contextId: id, fields } });
  await refresh(id);
}

/** Resolves with `{hasError, accountId, contactId, opportunityId}`: what cannot be converted is no error of the request. */
export async function convertLead(params) {
  return dispatchComponentAction(CONVERT_LEAD, params);
}

/** What Lightning asks for after a save. The record is saved whatever becomes of these, so their failures are nobody's business. */
function refresh(id) {
  return Promise.allSettled([
    loadRecord(id),
    dispatchAction('ActionsController.getRecordActions', { recordIds: [id] }),
    dispatchAction('RelatedListUiController.postRelatedListRecords', { parentRecordId: id }),
  ]);
}

function keep(told) {
  const record = { ...told, fields: { ...records.get(told.id)?.fields, ...told.fields } };
  records.set(record.id, record);
  for (const listener of [...listeners]) listener(record);
}
