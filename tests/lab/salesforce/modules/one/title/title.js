// The browser tab's title follows the page in view.
import { onRecordChange, peekRecord, recordName } from 'lds/records';

let page = null;

export function titlePage(next) {
  page = next;
  update();
}

onRecordChange(update);

function update() {
  if (page) document.title = `${titleOf(page)} | Salesforce`;
}

function titleOf({ kind, objectApiName, recordId }) {
  if (kind === 'list') return 'Recently Viewed | Opportunities';
  if (kind !== 'record') return 'Home';
  const record = peekRecord(recordId);
  return record ? `${recordName(record)} | ${objectApiName}` : 'Lightning Experience';
}
