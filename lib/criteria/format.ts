/** Values as a person reads them, by the type of their field. Total: what does not fit its type is shown as the text it is. */
import type { Operand } from './condition';
import type { FieldType, Subject } from './facts';
import { choiceNamed } from './choices';
import { parseDateOperand, parseDuration } from './dates';
import { language, values } from './messages';

const number = new Intl.NumberFormat(language, { maximumFractionDigits: 10 });
const cents = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 10 });
const date = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Longer texts are cut: a sentence is for reading at a glance. */
const longest = 60;
const dayMs = 86_400_000;

/** What is known of a value. `label` is the display text beside an exact value; `timeZone` is the rep's, or null where nobody's is known. */
export function formatValue(value: unknown, subject: Subject | undefined, timeZone: string | null, label?: unknown): string {
  const choice = typeof value === 'string' ? choiceNamed(subject?.choices, value) : undefined;
  if (choice) return values.text(cut(choice.label));
  if (typeof label === 'string' && label.trim() !== '') return values.text(cut(label));
  if (typeof value === 'boolean') return value ? values.yes() : values.no();
  if (typeof value === 'number') return formatNumber(value, subject?.type);
  if (typeof value === 'string') return isMoment(subject?.type) ? formatMoment(value, timeZone) : values.text(cut(value));
  return Array.isArray(value) ? values.list(value.map((item) => formatItem(item, subject))) : '';
}

/** What a test compares with. */
export function formatOperand(operand: Operand, subject: Subject | undefined, timeZone: string | null): string {
  return typeof operand === 'string' && isMoment(subject?.type) ? formatDate(operand, timeZone) : formatValue(operand, subject, timeZone);
}

/** A date as a pack names it: "today", "14 days from today", "1 Dec 2026". */
export function formatDate(operand: string, timeZone: string | null): string {
  const parsed = parseDateOperand(operand);
  if (!parsed || !('fromToday' in parsed)) return formatMoment(operand, timeZone);
  return parsed.fromToday === 0 ? values.today() : values.fromToday(formatSpan(operand), parsed.fromToday < 0);
}

/** A duration without its sign: "2 weeks". */
export function formatSpan(duration: string): string {
  const parsed = parseDuration(duration.replace(/^-/, ''));
  return parsed ? values.duration(parsed) : duration;
}

function formatItem(item: unknown, subject: Subject | undefined): string {
  if (typeof item !== 'string') return '';
  return values.text(cut(choiceNamed(subject?.choices, item)?.label ?? item));
}

function isMoment(type: FieldType | undefined): boolean {
  return type === 'date' || type === 'datetime';
}

function formatMoment(text: string, timeZone: string | null): string {
  const moment = parseDateOperand(text.trim());
  if (moment && 'day' in moment) return date.format(moment.day * dayMs);
  return moment && 'at' in moment ? formatInstant(moment.at, timeZone) : values.text(cut(text));
}

/** Making a formatter takes long. Only zones that exist get in, so it stays small. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatInstant(at: number, timeZone: string | null): string {
  const own = timeZone === null ? null : formatterOf(timeZone);
  return own ? own.format(at) : values.utc(formatterOf('UTC')?.format(at) ?? '');
}

function formatterOf(timeZone: string): Intl.DateTimeFormat | null {
  const kept = formatters.get(timeZone);
  if (kept) return kept;
  try {
    const made = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
    formatters.set(timeZone, made);
    return made;
  } catch {
    return null;
  }
}

function formatNumber(value: number, type: FieldType | undefined): string {
  if (type === 'percent') return values.percent(number.format(value));
  return type === 'currency' && !Number.isInteger(value) ? cents.format(value) : number.format(value);
}

function cut(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}
