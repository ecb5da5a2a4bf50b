/** Days as screens write them, to ISO text: `2026-11-22`. What could be two days is undefined. */

/** ISO text of a day that exists, in a year that a CRM could mean. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= 1900 && year < 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

/** True when `locale` writes the day before the month, false for the other way round; undefined where that depends on an unknown region. */
function isDayFirst(locale: string): boolean | undefined {
  try {
    const { language, region } = new Intl.Locale(locale);
    const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', year: 'numeric' });
    if ((language === 'en' && !region) || new Intl.Locale(format.resolvedOptions().locale).language !== language) return undefined;
    const types = format.formatToParts(0).map(({ type }) => type);
    return types.indexOf('day') < types.indexOf('month');
  } catch {
    return undefined;
  }
}

const yearFirst = /^(?<year>\d{4})(?:(?<mark>[-/.]) ?|[年년] ?)(?<month>\d{1,2})(?:\k<mark> ?|[月월] ?)(?<day>\d{1,2})[.日일]?$/;
const yearLast = /^(?<first>\d{1,2})(?<mark>[-/.]) ?(?<second>\d{1,2})\k<mark> ?(?<year>\d{4})\.?$/;

function numericDay(text: string, locale: string): string | undefined {
  const { year, month, day } = yearFirst.exec(text)?.groups ?? {};
  if (year) return isoDay(Number(year), Number(month), Number(day));
  const last = yearLast.exec(text)?.groups;
  if (!last) return undefined;
  const [first, second, end] = [Number(last.first), Number(last.second), Number(last.year)];
  if (first > 12 || first === second) return isoDay(end, second, first);
  if (second > 12) return isoDay(end, first, second);
  const dayFirst = isDayFirst(locale);
  // Full stops are written by those who put the day first.
  if (last.mark === '.') return dayFirst === false ? undefined : isoDay(end, second, first);
  if (dayFirst === undefined) return undefined;
  return dayFirst ? isoDay(end, second, first) : isoDay(end, first, second);
}

/** Lower case, without the full stop of a shortened word. */
const bare = (word: string) => word.toLowerCase().replace(/\.$/, '');

interface Names {
  /** By name, alone and as it stands beside a day: the month's number from 1. */
  months: Map<string, number>;
  weekdays: Set<string>;
}

function namesOf(locale: string): Names {
  const names: Names = { months: new Map(), weekdays: new Set() };
  for (const style of ['long', 'short'] as const) {
    for (const day of [undefined, 'numeric'] as const) {
      const format = new Intl.DateTimeFormat(locale, { month: style, day, timeZone: 'UTC' });
      for (let number = 1; number <= 12; number++) {
        const parts = format.formatToParts(Date.UTC(2026, number - 1, 15));
        names.months.set(bare(parts.find(({ type }) => type === 'month')?.value ?? ''), number);
      }
    }
    const format = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' });
    for (let day = 1; day <= 7; day++) names.weekdays.add(bare(format.format(Date.UTC(2026, 0, day))));
  }
  return names;
}

/** Working names out takes 3 ms, a third of what a verdict may take, and a person's screen has one locale. DESIGN §6. */
const known = new Map<string, Names>();

function rememberedNames(locale: string): Names {
  const names = known.get(locale) ?? namesOf(locale);
  if (known.size > 20) known.clear();
  known.set(locale, names);
  return names;
}

const joiners = new Set(['de', 'del', 'di', 'of', 'the', 'den', 'der']);

function namedDay(text: string, locale: string): string | undefined {
  const { months, weekdays } = rememberedNames(locale);
  const numbers: string[] = [];
  const named: number[] = [];
  for (const word of text.split(/[\s,-]+/).filter(Boolean)) {
    const digits = /^(\d{1,2}|\d{4})(st|nd|rd|th|er|º|\.)?$/.exec(word)?.[1];
    const month = months.get(bare(word));
    if (digits) numbers.push(digits);
    else if (month) named.push(month);
    else if (!joiners.has(bare(word)) && !weekdays.has(bare(word))) return undefined;
  }
  const year = numbers.find(({ length }) => length === 4);
  const day = numbers.find(({ length }) => length < 4);
  const [month, another] = named;
  return month && !another && year && day && numbers.length === 2 ? isoDay(Number(year), month, Number(day)) : undefined;
}

/** `text` is in plain form (./number.ts) and holds a day and nothing else. */
export function parseDay(text: string, locale: string): string | undefined {
  if (/^[\d/.\- 年月日년월일]+$/.test(text)) return numericDay(text, locale);
  for (const language of [locale, 'en']) {
    try {
      const day = namedDay(text, language);
      if (day) return day;
    } catch {
      // A tag that is no language: the English names are left.
    }
  }
  return undefined;
}
