/** Field values to the types that a pack gives them: from text as a screen shows it, and from values as they are on the wire. */
import type { FieldType } from '../criteria/facts';
import type { Crm, Value } from './adapter';
import { parseCurrency } from './values/currency';
import { isoDay } from './values/day';
import { parseDate, parseDatetime } from './values/moment';
import { plain, signed } from './values/number';
import { parseBoolean } from './values/truth';

/** Longer than any number or date that a screen shows. */
const maxLength = 80;

const list = (text: string) =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * Text as the screen of a `locale` (a language tag) shows it, to a typed value: numbers, `true` and `false`, ISO days and instants, lists.
 * A percentage is its number: 15 for "15 %". Undefined where the meaning is not certain; never zero or empty instead. Never throws.
 */
export function parseValue(text: string, type: FieldType, locale: string): Value | undefined {
  const tag = locale.replaceAll('_', '-');
  const isProse = type === 'text' || type === 'picklist' || type === 'reference' || type === 'multi-picklist';
  if (!text.trim() || (!isProse && text.length > maxLength)) return undefined;
  switch (type) {
    case 'number':
      return signed(plain(text), tag, 'decimal');
    case 'currency':
      return parseCurrency(text, tag);
    case 'percent':
      return signed(plain(text).replace(/^% ?(?=[^%]*$)| ?%$/, ''), tag, 'decimal');
    case 'date':
      return parseDate(text, tag);
    case 'datetime':
      return parseDatetime(text, tag);
    case 'boolean':
      return parseBoolean(text, tag);
    case 'multi-picklist': {
      const values = list(text);
      return values.length ? values : undefined;
    }
    case 'text':
    case 'picklist':
    case 'reference':
      return text;
  }
}

/** HubSpot's times are milliseconds since 1970, as text. facts/hubspot.md §3.6. */
function instantOf(value: string | number, crm: Crm): Date | undefined {
  if (crm === 'hubspot' && /^-?\d{1,16}$/.test(String(value))) return new Date(Number(value));
  // Salesforce writes its offsets without a colon: 2026-11-22T10:00:00.000+0000.
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|([+-]\d\d):?(\d\d))$/.exec(String(value));
  return match?.[1] ? new Date(match[1] + (match[3] ? `${match[3]}:${match[4]}` : 'Z')) : undefined;
}

function exactDay(value: string | number, crm: Crm): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value)) ?? [];
  if (year) return isoDay(Number(year), Number(month), Number(day));
  const instant = instantOf(value, crm);
  // A date is midnight in UTC on the wire.
  return instant && isoDay(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate());
}

function exactNumber(value: string | number | boolean): number | undefined {
  const number = typeof value === 'number' || /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(String(value)) ? Number(value) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

/**
 * A value as it is on the wire, to the type that the pack gives its field: HubSpot sends everything as text, Salesforce sends JSON's types.
 * Blank text is null, seen to be empty. Undefined where the value does not fit the type. Never throws.
 */
export function exactValue(value: Value, type: FieldType, crm: Crm): Value | undefined {
  if (value === null || (typeof value === 'string' && !value.trim())) return null;
  if (Array.isArray(value)) return type === 'multi-picklist' ? value : undefined;
  switch (type) {
    case 'number':
    case 'currency':
    case 'percent':
      return exactNumber(value);
    case 'boolean':
      if (typeof value === 'boolean') return value;
      return value === 'true' ? true : value === 'false' ? false : undefined;
    case 'date':
      return typeof value === 'boolean' ? undefined : exactDay(value, crm);
    case 'datetime': {
      const instant = typeof value === 'boolean' ? undefined : instantOf(value, crm);
      return instant && !Number.isNaN(instant.getTime()) ? instant.toISOString() : undefined;
    }
    case 'multi-picklist':
      return list(String(value));
    case 'text':
    case 'picklist':
    case 'reference':
      return String(value);
  }
}
