// A record's layout as the form draws it: sections of rows of items.
import { inputOf, outputOf } from 'records/fieldModel';

/** `form` is `{editing, drafts, fieldErrors}`. Rows are keyed by their fields. */
export function sectionsOf(page, form) {
  const { info } = page;
  return info.layout.sections.map(({ heading, rows }) => ({
    heading,
    rows: rows.map((names) => ({ key: names.join(), items: names.map((name) => itemOf(page, info.fields[name], form)) })),
  }));
}

function itemOf(page, field, { editing, drafts, fieldErrors }) {
  const editable = field.updateable;
  return {
    apiName: field.apiName,
    label: field.label,
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
