// The browser tab's title follows the page in view.
import { onRecordChange, peekRecord } from 'lds/records';

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
  const name = peekRecord(recordId)?.fields.Name.value;
  return name ? `${name} | ${objectApiName}` : 'Lightning Experience';
}
