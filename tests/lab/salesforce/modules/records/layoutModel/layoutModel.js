// A record's layout as the form draws it: sections of rows of items.
import { inputOf, outputOf } from 'records/fieldModel';

/** `form` is `{editing, drafts, fieldErrors}`. Rows are keyed by their fields, columns by their place. A quick action has its own fields. */
export function sectionsOf(page, form, actionApiName) {
  const { info } = page;
  const action = info.quickActions.find(({ apiName }) => apiName === actionApiName);
  const sections = action ? [{ heading: null, rows: action.fields.map((name) => [name]) }] : info.layout.sections;
  return sections.map(({ heading, rows }) => {
    const items = rows.map((names) => names.map((name) => itemOf(page, info.fields[name], form)));
    return {
      key: heading ?? actionApiName,
      heading,
      rows: items.map((row) => ({ key: row.map(({ apiName }) => apiName).join(), items: row })),
      columns: [0, 1].map((at) => ({ key: at, items: items.flatMap((row) => row[at] ?? []) })),
    };
  });
}

function itemOf(page, field, { editing, drafts, fieldErrors }) {
  const editable = field.updateable;
  return {
    apiName: field.apiName,
    label: field.label,
    // As the App Builder names a field's place on a page: one underscore of `__c` is lost.
    placeId: `Record${field.apiName.replace('__', '_')}Field`,
    target: `sfdc:RecordField.${page.info.apiName}.${field.apiName}`,
    required: field.required,
    editable,
    editing: editing && editable,
    dirty: field.apiName in drafts,
    error: (fieldErrors[field.apiName] ?? []).join(' '),
    output: outputOf(page.record, field),
    input: inputOf(page, field, drafts),
  };
}
