/** Days with a time of day as screens write them. */
import { parseDay } from './day';
import { plain } from './number';

const clock =
  /\b(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?: ?(?<half>[apAP])\.?[mM]\.?)?(?: ?(?<zone>Z|(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?|[A-Z]{3,4}))?$/;

interface Moment {
  day: string;
  /** Milliseconds after midnight, and the zone as it is written, '' where it is not; null where no time is shown. */
  time: { at: number; zone: string } | null;
}

function momentOf(text: string, locale: string): Moment | undefined {
  const shown = plain(text);
  // `T` of ISO text is no word of its own to the pattern.
  const iso = shown.replace(/^(\d{4}-\d\d-\d\d)T/, '$1 ');
  const match = clock.exec(iso);
  const day = parseDay(iso.slice(0, match?.index).replace(/(,| at| um| à| às)* ?$/, ''), locale);
  if (!day) return undefined;
  if (!match?.groups) return { day, time: null };
  const { half, zone = '' } = match.groups;
  const [shownHour, minute, second] = [Number(match.groups.hour), Number(match.groups.minute), Number(match.groups.second ?? 0)];
  const hour = half ? (shownHour % 12) + (/p/i.test(half) ? 12 : 0) : shownHour;
  if (hour > 23 || minute > 59 || second > 59 || (half && (shownHour < 1 || shownHour > 12))) return undefined;
  return { day, time: { at: ((hour * 60 + minute) * 60 + second) * 1000, zone } };
}

/** Milliseconds that a zone is ahead of UTC; undefined for names such as EST, which mean more than one zone. */
function ahead(zone: string): number | undefined {
  if (/^(Z|GMT|UTC)$/.test(zone)) return 0;
  const [, sign, hours = '', minutes = '0'] = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  if (!sign || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The day that is shown, as ISO text; a time beside it is left out. */
export function parseDate(text: string, locale: string): string | undefined {
  return momentOf(text, locale)?.day;
}

/** An ISO instant in UTC. Undefined without a zone: a screen's time is local to a zone that the text does not tell. */
export function parseDatetime(text: string, locale: string): string | undefined {
  const { day, time } = momentOf(text, locale) ?? {};
  const offset = time ? ahead(time.zone) : undefined;
  return day && time && offset !== undefined ? new Date(Date.parse(day) + time.at - offset).toISOString() : undefined;
}
