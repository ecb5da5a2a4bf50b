/** A field's value as people write it: in a list of fields, or in the middle of an e-mail. Whole, and without quotation marks. */
import { contentOf } from '../criteria/field-test';
import { parseMoment } from '../criteria/dates';
import type { KnownValue } from '../criteria/facts';
import { values } from '../criteria/messages';
import type { PackField } from './schema';

/** How numbers and dates are written: a language tag, and the reader's IANA time zone. */
export interface Manner {
  language: string;
  timeZone: string;
}

const dayMs = 86_400_000;

/** The words of a value, or null where it is not seen, is seen to be empty, or cannot be read. Total. */
export function valueWords(known: KnownValue | undefined, field: PackField, manner: Manner): string | null {
  if (!known || contentOf(known.value) !== 'filled') return null;
  const label = known.label?.trim();
  return label ? label : written(known.value, field, manner);
}

function written(value: KnownValue['value'], field: PackField, manner: Manner): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? values.yes() : values.no();
  if (typeof value === 'number') return numberWords(value, field, manner);
  if (typeof value === 'string') return momentWords(value, field, manner) ?? choiceLabel(value, field);
  return value.map((item) => choiceLabel(item, field)).join(', ');
}

function numberWords(value: number, { type }: PackField, { language }: Manner): string {
  const cents = type === 'currency' && !Number.isInteger(value);
  const number = value.toLocaleString(spoken(language), { minimumFractionDigits: cents ? 2 : 0, maximumFractionDigits: 10 });
  return type === 'percent' ? values.percent(number) : number;
}

function momentWords(text: string, { type }: PackField, { language, timeZone }: Manner): string | null {
  const moment = type === 'date' || type === 'datetime' ? parseMoment(text.trim()) : null;
  if (!moment) return null;
  return 'day' in moment
    ? new Date(moment.day * dayMs).toLocaleDateString(spoken(language), { dateStyle: 'medium', timeZone: 'UTC' })
    : new Date(moment.at).toLocaleString(spoken(language), { dateStyle: 'medium', timeStyle: 'short', timeZone });
}

function choiceLabel(value: string, { values: listed }: PackField): string {
  const text = value.trim();
  const choice = listed?.find(({ in: crm }) => crm?.salesforce?.includes(text) === true || crm?.hubspot?.includes(text) === true);
  return choice?.label ?? text;
}

/** A tag that the pack's format lets through may still be none that dates can be written in. */
function spoken(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
