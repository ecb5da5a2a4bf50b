/** Requests and answers in the shapes of facts/salesforce.md §3, for the tables of the wire tests. */
import type { Watch, WireRequest } from '../../../../../lib/crm/adapter';

export const OPPORTUNITY = '006Hs00001BzYwqIAF';
export const OTHER = '006Hs00001BzYwrIAF';
export const LEAD = '00QHs00000XyZabMAF';
export const CASE = '500Hs00001AbCdeIAF';
export const CUSTOM = 'a01Hs00001AbCdeIAF';

export const ORG = 'acme.lightning.force.com';
export const WATCH: Watch = { stageFields: ['StageName', 'Status', 'Stage__c'], fields: ['Amount', 'NextStep', 'AccountId', 'Industry'] };

export interface Action {
  id: string;
  descriptor: string;
  params: unknown;
}

export function action(id: string, name: string, params: unknown): Action {
  return { id, descriptor: `aura://RecordUiController/ACTION$${name}`, params };
}

/** What the page's own Aura client sends. */
export function boxcar(...actions: Action[]): WireRequest {
  const body =
    `message=${encodeURIComponent(JSON.stringify({ actions }))}&aura.context=%7B%22mode%22%3A%22PROD%22%7D` +
    `&aura.pageURI=%2Flightning%2Fr%2FOpportunity%2F${OPPORTUNITY}%2Fview&aura.token=eyJub25jZSI6%3D%3D`;
  return { method: 'POST', url: `https://${ORG}/aura?r=12&aura.RecordUi.updateRecord=1`, body };
}

export function update(id: string, fields: Record<string, unknown>): unknown {
  return { recordId: id, recordInput: { allowSaveOnDuplicate: false, fields: { Id: id, ...fields } }, clientOptions: {} };
}

/** A record as the UI API tells it. */
export function record(apiName: string, id: string, fields: Record<string, unknown>): unknown {
  return { apiName, id, lastModifiedDate: '2026-01-01T00:00:00.000Z', recordTypeId: null, fields };
}

export function answer(...actions: unknown[]): string {
  return JSON.stringify({ actions, context: { mode: 'PROD' }, perfSummary: {} });
}

export function success(id: string, returnValue: unknown): unknown {
  return { id, state: 'SUCCESS', returnValue, error: [] };
}
