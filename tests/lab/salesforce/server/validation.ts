/** The org's own rules: what it refuses to save, whoever asks. */
import type { ObjectInfo } from '../metadata';
import type { FieldValue } from '../records';
import type { RecordError } from './fault';

/** Everything wrong with a record as it would be after the save. Empty when it may be saved. */
export function validate(object: ObjectInfo, fields: Readonly<Record<string, FieldValue>>): RecordError[] {
  const missing = Object.entries(object.fields)
    .filter(([name, info]) => info.required === true && (fields[name] ?? '') === '')
    .map(([name, info]) => problem('REQUIRED_FIELD_MISSING', `Complete this field: ${info.label}`, name, info.label));
  const amount = fields['Amount'];
  const negative = typeof amount === 'number' && amount < 0;
  return negative ? [...missing, problem('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Amount must not be negative.')] : missing;
}

function problem(errorCode: string, message: string, field: string | null = null, fieldLabel: string | null = null): RecordError {
  return { constituentField: null, duplicateRecordError: null, errorCode, field, fieldLabel, message };
}
