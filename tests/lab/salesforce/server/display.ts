/** How the org writes a value for an American user. */
import type { FieldInfo } from '../metadata';
import type { FieldValue } from '../records';

const CURRENCY = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const DATE = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat('en-US');

/** The display text beside a value, or null where the value is its own text. A reference is named by its caller. */
export function displayValue({ type, labels }: FieldInfo, value: FieldValue): string | null {
  if (value === null) return null;
  switch (type) {
    case 'currency':
      return CURRENCY.format(Number(value));
    case 'percent':
      return `${NUMBER.format(Number(value))}%`;
    case 'date':
      return DATE.format(new Date(`${String(value)}T00:00:00Z`));
    case 'picklist':
      return labels?.[String(value)] ?? String(value);
    case 'string':
    case 'boolean':
    case 'reference':
    case 'email':
    case 'phone':
      return null;
  }
}
