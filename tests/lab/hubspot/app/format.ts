/** How values look on screen. */

import type { Property } from './data/metadata';
import type { Values } from './data/records';

const EMPTY = '--';
const AMOUNT = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 2, minimumFractionDigits: 0 });
const DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** An amount of money; `--` when empty. */
export function money(value: string | undefined): string {
  return value ? AMOUNT.format(Number(value)) : EMPTY;
}

/** A property's value as its row, cell or card shows it; `--` when empty. */
export function displayed(property: Pick<Property, 'name' | 'fieldType' | 'options'>, value: string | undefined): string {
  if (!value) return EMPTY;
  if (property.name === 'amount') return money(value);
  switch (property.fieldType) {
    case 'date':
      return DATE.format(Number(value));
    case 'booleancheckbox':
      return value === 'true' ? 'Yes' : 'No';
    case 'select':
      return property.options.find((option) => option.value === value)?.label ?? value;
    default:
      return value;
  }
}

/** A record's name, whatever its type. */
export function nameOf(values: Values | undefined): string {
  if (!values) return '';
  const person = [values.firstname, values.lastname].filter(Boolean).join(' ');
  return values.dealname || values.name || values.subject || values.hs_lead_name || person || values.email || '';
}

/** Milliseconds since 1970 as text, for a date input and back. */
export const dateInput = {
  show: (value: string): string => (value ? new Date(Number(value)).toISOString().slice(0, 10) : ''),
  read: (text: string): string => (text ? String(Date.parse(`${text}T00:00:00Z`)) : ''),
};
