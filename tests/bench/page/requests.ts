/** Requests as the practice Salesforce sends them. */

export interface Sent {
  url: string;
  body: string;
}

function boxcar(name: string, descriptor: string, params: object): Sent {
  const form = new URLSearchParams();
  form.set('message', JSON.stringify({ actions: [{ id: '1;a', descriptor, callingDescriptor: 'UNKNOWN', params }] }));
  form.set('aura.context', JSON.stringify({ mode: 'PROD', app: 'one:one' }));
  form.set('aura.token', 'practice-token');
  return { url: `/aura?r=1&${name}=1`, body: form.toString() };
}

/** Reading a record: no move, but an answer that the gate keeps for the watcher. */
export function readOf(recordId: string): Sent {
  const descriptor = 'aura://RecordUiController/ACTION$getRecordWithFields';
  return boxcar('aura.RecordUi.getRecordWithFields', descriptor, { recordId, fields: [] });
}

/** Some telemetry: neither a move nor an answer to keep. */
export const TELEMETRY: Sent = {
  url: '/none',
  body: JSON.stringify({ marks: Array.from({ length: 100 }, (_, at) => ({ at, name: `mark ${at}` })) }),
};

/** Each is a save of its own: the gate lets the very same save pass for some seconds after it was allowed once. */
export function moveOf(recordId: string, to: string, note: string): Sent {
  const fields = { Id: recordId, StageName: to, NextStep: note };
  const descriptor = 'aura://RecordUiController/ACTION$updateRecord';
  return boxcar('aura.RecordUi.updateRecord', descriptor, { recordId, recordInput: { apiName: 'Opportunity', fields }, clientOptions: {} });
}
