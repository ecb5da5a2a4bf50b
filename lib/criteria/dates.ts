/** Days, instants and durations as plain numbers, so that comparing them needs no clock. A day is a whole number counted from 1970-01-01. */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A calendar day, or an instant in milliseconds since 1970. */
export type Moment = { day: number } | { at: number };

export interface Duration {
  weeks: number;
  days: number;
  hours: number;
  minutes: number;
}

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantPattern = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|([+-]\d{2}):?(\d{2}))$/;
const durationPattern = /^P(?=\d|T\d)(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,6})M)?)?$/;

/** `2026-11-22` as a day; null for anything else, `2026-02-30` included. */
export function parseDay(text: string): number | null {
  const match = dayPattern.exec(text);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, date);
  const back = new Date(time);
  const exists = back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === date;
  return exists ? time / dayMs : null;
}

/** An ISO day, or an ISO instant that names its offset (`Z`, `+02:00`, and `+0000` as Salesforce writes it); null for anything else. */
export function parseMoment(text: string): Moment | null {
  const day = parseDay(text);
  if (day !== null) return { day };
  const match = instantPattern.exec(text);
  if (!match) return null;
  const [, date = '', time = '', offset = '', hours, minutes] = match;
  if (parseDay(date) === null) return null;
  const at = Date.parse(`${date}${time}${offset === 'Z' ? 'Z' : `${hours}:${minutes}`}`);
  return Number.isNaN(at) ? null : { at };
}

/** An ISO 8601 duration of weeks, days, hours and minutes: `P14D`, `P2W`, `P1DT4H`, `PT90M`. Null for others: months differ in length. */
export function parseDuration(text: string): Duration | null {
  const match = durationPattern.exec(text);
  if (!match) return null;
  const part = (index: number): number => Number(match[index] ?? 0);
  return { weeks: part(1), days: part(2), hours: part(3), minutes: part(4) };
}

/** The length of a duration in whole days, or null when it has hours or minutes. */
export function wholeDays(duration: Duration): number | null {
  return duration.hours === 0 && duration.minutes === 0 ? duration.weeks * 7 + duration.days : null;
}

/** `P14D` as 14 days from today, `-P30D` as 30 days before it; null for anything but whole days and weeks. */
export function parseDaysFromToday(text: string): number | null {
  const back = text.startsWith('-');
  const duration = parseDuration(back ? text.slice(1) : text);
  const days = duration && wholeDays(duration);
  return days !== null && back && days !== 0 ? -days : days;
}

/** A date as packs name it: a day, an instant, `today`, or a duration from today. Null for anything else. */
export function parseDateOperand(text: string): Moment | { fromToday: number } | null {
  const fromToday = text === 'today' ? 0 : parseDaysFromToday(text);
  return fromToday === null ? parseMoment(text) : { fromToday };
}

/** The length of a duration in milliseconds, a day being 24 hours. */
export function milliseconds(duration: Duration): number {
  return (duration.weeks * 7 + duration.days) * dayMs + duration.hours * hourMs + duration.minutes * minuteMs;
}

/** Making a formatter costs a thousand times what using it does. Only zones that exist get in, so it stays small. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat | null {
  const kept = formatters.get(timeZone);
  if (kept) return kept;
  try {
    const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      era: 'short',
    });
    formatters.set(timeZone, made);
    return made;
  } catch {
    return null;
  }
}

/** The calendar day of an instant in an IANA time zone; null for a zone that does not exist or an instant outside the years 1 to 9999. */
export function dayIn(timeZone: string, at: number): number | null {
  const formatter = formatterOf(timeZone);
  if (!formatter || Number.isNaN(new Date(at).getTime())) return null;
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatter.formatToParts(at)) parts[type] = value;
  if (parts.era !== 'AD') return null;
  const pad = (text: string | undefined, length: number): string => (text ?? '').padStart(length, '0');
  return parseDay(`${pad(parts.year, 4)}-${pad(parts.month, 2)}-${pad(parts.day, 2)}`);
}

/** Whole packs are judged at one and the same instant: the last answer is kept, since asking Intl takes longer than the rest of a test. */
let last: { timeZone: string; now: number; day: number | null } | null = null;

/** `dayIn` for the one instant that is now. */
export function todayIn(timeZone: string, now: number): number | null {
  if (last?.timeZone !== timeZone || last.now !== now) last = { timeZone, now, day: dayIn(timeZone, now) };
  return last.day;
}
