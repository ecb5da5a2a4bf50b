// A list view as the base table takes it: its columns, and its records as rows.
import { recordUrl } from 'one/router';

const COLUMNS = ['Name', 'AccountId', 'StageName', 'Amount', 'CloseDate', 'NextStep', 'Company', 'Status', 'Email', 'LeadSource'];
const WIDTHS = { Name: 220, AccountId: 160, StageName: 180, Amount: 130, CloseDate: 130 };
const TYPES = { currency: 'currency', date: 'date-local', email: 'email', picklist: 'listPicklist' };
const ATTRIBUTES = {
  currency: () => ({ currencyCode: 'USD', minimumFractionDigits: 2 }),
  picklist: ({ apiName }, picklists) => ({
    fieldApiName: apiName,
    options: picklists[apiName].map(({ label, value }) => ({ label, value })),
  }),
};

export function listColumns({ info, picklists }) {
  return COLUMNS.filter((name) => name in info.fields).map((name) => {
    const field = info.fields[name];
    const column = { label: field.label, fieldName: name, initialWidth: WIDTHS[name] };
    if (isLink(field)) return { ...column, type: 'listLink', typeAttributes: { label: { fieldName: `${name}.label` } } };
    const typeAttributes = { ...ATTRIBUTES[field.dataType]?.(field, picklists), required: field.required };
    return { ...column, type: TYPES[field.dataType] ?? 'text', typeAttributes, editable: field.updateable };
  });
}

export function listRow(record, { info }) {
  const row = { id: record.id };
  for (const name of COLUMNS.filter((column) => column in info.fields)) {
    const { value, displayValue } = record.fields[name];
    if (!isLink(info.fields[name])) row[name] = value;
    else {
      row[name] = name === 'Name' ? recordUrl(record.apiName, record.id) : value && recordUrl('Account', value);
      row[`${name}.label`] = displayValue ?? value;
    }
  }
  return row;
}

function isLink({ apiName, dataType }) {
  return apiName === 'Name' || dataType === 'reference';
}
