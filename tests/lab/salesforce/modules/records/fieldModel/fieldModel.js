// A field as a layout draws it: its text in view, its input in edit.
import { recordUrl } from 'one/router';

const HREF = {
  reference: (value) => recordUrl('Account', value),
  email: (value) => `mailto:${value}`,
  phone: (value) => `tel:${value}`,
};
const INPUT_TYPE = {
  currency: 'number',
  percent: 'number',
  date: 'date',
  boolean: 'checkbox',
  email: 'email',
  phone: 'tel',
  string: 'text',
};
const STAGES = ['StageName'];

/** `{apiName, text, href, checked, isCheckbox, isStage}` of a record's field in view. */
export function outputOf(record, { apiName, dataType }) {
  const { value, displayValue } = record.fields[apiName];
  const empty = value === null || value === '';
  return {
    apiName,
    text: empty ? '' : (displayValue ?? String(value)),
    href: empty ? undefined : HREF[dataType]?.(value),
    checked: value === true,
    isCheckbox: dataType === 'boolean',
    isStage: STAGES.includes(apiName),
  };
}

/** The input of a field: `value` is the draft where there is one. */
export function inputOf(page, { apiName, dataType, label, required }, drafts) {
  const value = apiName in drafts ? drafts[apiName] : page.record.fields[apiName].value;
  const options = page.picklists[apiName];
  return {
    apiName,
    label,
    required,
    value: value ?? '',
    checked: value === true,
    type: INPUT_TYPE[dataType],
    formatter: { currency: 'currency', percent: 'percent-fixed' }[dataType],
    step: dataType === 'currency' || dataType === 'percent' ? '0.01' : undefined,
    isStage: STAGES.includes(apiName),
    isPicklist: options !== undefined,
    isCheckbox: dataType === 'boolean',
    options: options && [
      ...(required ? [] : [{ label: '--None--', value: '' }]),
      ...options.map((option) => ({ label: option.label, value: option.value })),
    ],
  };
}

/** An input's text as the field's type holds it. */
export function typed({ dataType }, value) {
  if (dataType === 'boolean') return value;
  if (value === '' || value === null || value === undefined) return null;
  return dataType === 'currency' || dataType === 'percent' ? Number(value) : value;
}
