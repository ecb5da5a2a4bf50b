/** Values as a person reads them, by the type of their field. Total: what does not fit its type is shown as the text it is. */
import type { Operand } from './condition';
import type { FieldType } from './facts';
import { parseMoment } from './dates';
import { language, values } from './messages';

const number = new Intl.NumberFormat(language, { maximumFractionDigits: 10 });
const cents = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 10 });
const date = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const dateAndTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** Longer texts are cut: a sentence is for reading at a glance. */
const longest = 60;
const dayMs = 86_400_000;

/** `label` is the display text beside an exact value; where there is one, it is what a person knows. */
export function formatValue(value: unknown, type: FieldType | undefined, label?: unknown): string {
  if (typeof label === 'string' && label.trim() !== '') return values.text(cut(label));
  if (typeof value === 'boolean') return value ? values.yes() : values.no();
  if (typeof value === 'number') return formatNumber(value, type);
  if (typeof value === 'string') return isMoment(type) ? formatMoment(value) : values.text(cut(value));
  return Array.isArray(value) ? values.list(value.map((item) => formatValue(item, 'text'))) : '';
}

/** What a test compares with: a pack may say `today` where a date is meant. */
export function formatOperand(operand: Operand, type: FieldType | undefined): string {
  return operand === 'today' && isMoment(type) ? values.today() : formatValue(operand, type);
}

function isMoment(type: FieldType | undefined): boolean {
  return type === 'date' || type === 'datetime';
}

function formatMoment(text: string): string {
  const moment = parseMoment(text.trim());
  if (!moment) return values.text(cut(text));
  return 'day' in moment ? date.format(moment.day * dayMs) : values.instant(dateAndTime.format(moment.at));
}

function formatNumber(value: number, type: FieldType | undefined): string {
  if (type === 'percent') return values.percent(number.format(value));
  return type === 'currency' && !Number.isInteger(value) ? cents.format(value) : number.format(value);
}

function cut(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}
