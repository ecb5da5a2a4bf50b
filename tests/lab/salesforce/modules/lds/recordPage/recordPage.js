// What a component that shows one record needs: its values and the object's description, now and after each change.
import { oneLine } from 'lds/errors';
import { describe } from 'lds/metadata';
import { loadRecord, onRecordChange, peekRecord } from 'lds/records';
import { showToast } from 'one/toast';

/** Calls `listener({record, info, picklists})` at once when known, then on each change. Returns the way to stop. */
export function watchRecord(objectApiName, id, listener) {
  let description = null;
  const tell = () => {
    const record = peekRecord(id);
    if (record && description && isWhole(record, description)) listener({ record, ...description });
  };
  const stop = onRecordChange((record) => {
    if (record.id === id) tell();
  });
  describe(objectApiName).then((found) => {
    description = found;
    const record = peekRecord(id);
    if (record && !isWhole(record, found)) loadOnce(id);
    tell();
  });
  if (!peekRecord(id)) loadOnce(id);
  return stop;
}

/** The same for a record that does not exist yet. */
export function blankRecord(objectApiName, listener) {
  let wanted = true;
  describe(objectApiName).then((description) => {
    const blank = ({ apiName, dataType }) => [apiName, { value: dataType === 'boolean' ? false : null, displayValue: null }];
    const fields = Object.fromEntries(Object.values(description.info.fields).map(blank));
    if (wanted) listener({ record: { id: null, apiName: objectApiName, fields }, ...description });
  });
  return () => (wanted = false);
}

/** A list tells only some of a record's fields. */
function isWhole({ fields }, { info }) {
  return Object.keys(info.fields).every((name) => name in fields);
}

const loading = new Set();

function loadOnce(id) {
  if (loading.has(id)) return;
  loading.add(id);
  loadRecord(id)
    .catch((error) => showToast('error', oneLine(error)))
    .finally(() => loading.delete(id));
}
