// Object descriptions and picklist values, asked for once.
import { dispatchAction } from 'lds/network';

const known = new Map();

/** `{info, picklists}`: picklists by field name, each a list of `{label, value, attributes: {closed, won}}`. */
export function describe(objectApiName) {
  if (!known.has(objectApiName)) {
    const info = dispatchAction('RecordUiController.getObjectInfo', { objectApiName });
    const values = dispatchAction('RecordUiController.getPicklistValuesByRecordType', {
      objectApiName,
      recordTypeId: '012000000000000AAA',
    });
    known.set(
      objectApiName,
      Promise.all([info, values]).then(([description, { picklistFieldValues }]) => ({
        info: description,
        picklists: Object.fromEntries(Object.entries(picklistFieldValues).map(([field, { values: list }]) => [field, list])),
      })),
    );
  }
  return known.get(objectApiName);
}
