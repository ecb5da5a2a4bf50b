/** When a time runs out: so long after an instant or before one, in plain time or in the open hours of a calendar. Pure. */
import { milliseconds, type Duration } from './dates';
import type { Calendar } from './facts';
import { zoneOf, type Zone } from './wall-clock';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** How far one duration may reach: ten years. A calendar that has no open time until then has none. */
const mostDays = 3660;
/** Ten years away from it is still a date. */
const farthest = 8e15;

/** Open time: instants, from the first to before the second. */
type Span = readonly [from: number, to: number];
type OpenOn = (day: number) => readonly Span[];
/** An instant in open time, and the day whose open time it is. */
interface Place {
  at: number;
  day: number;
}

/**
 * The instant that lies `duration` after `since`, or before it, in milliseconds since 1970.
 *
 * Without a calendar a day is 24 hours. In a calendar only its open time counts: hours and minutes pass while it is open; so many days on is
 * the same time of day so many working days later, and a week is as many working days as the calendar's week has. Where the calendar is not
 * open at that time of day, it is the last open moment before it, or else the opening of that day. A time that begins while it is closed
 * begins with the next opening; counted backwards, with the last closing.
 *
 * Null where no such instant can be found: a calendar that never opens, a zone that does not exist, a time more than ten years away.
 * @param timeZone the zone of a calendar that names none
 */
export function deadline(
  since: number,
  duration: Duration,
  calendar: Calendar | null,
  timeZone: string,
  direction: 'after' | 'before' = 'after',
): number | null {
  if (!(Math.abs(since) <= farthest)) return null;
  const sign = direction === 'after' ? 1 : -1;
  if (calendar === null) return since + sign * milliseconds(duration);
  const zone = zoneOf(calendar.timeZone ?? timeZone);
  if (!zone) return null;
  const openOn: OpenOn = (day) => openTime(calendar, zone, day);
  const days = duration.weeks * calendar.hours.filter((spans) => spans.length > 0).length + duration.days;
  const time = milliseconds({ ...duration, weeks: 0, days: 0 });

  // Backwards it undoes what forwards does, so it takes the time first.
  const start = passTime(openOn, since, sign > 0 ? 0 : time, sign);
  const place = start && passDays(openOn, zone, start, days, sign);
  const end = place && sign > 0 && time > 0 ? passTime(openOn, place.at, time, sign) : place;
  return end && end.at;
}

/** Where so much open time has passed; for none, the first open moment. */
function passTime(openOn: OpenOn, since: number, time: number, sign: 1 | -1): Place | null {
  let left = time;
  // The day that a zone has is at most one off that of UTC.
  const first = Math.floor(since / dayMs) - sign;
  for (let walked = 0; walked <= mostDays; walked += 1) {
    const day = first + sign * walked;
    const spans = openOn(day);
    for (const [from, to] of sign > 0 ? spans : [...spans].reverse()) {
      const start = sign > 0 ? Math.max(since, from) : Math.min(since, to);
      const room = sign > 0 ? to - start : start - from;
      if (room <= 0) continue;
      if (left <= room) return { at: start + sign * left, day };
      left -= room;
    }
  }
  return null;
}

/** The same time of day so many working days on. */
function passDays(openOn: OpenOn, zone: Zone, start: Place, days: number, sign: 1 | -1): Place | null {
  if (days === 0) return start;
  const timeOfDay = start.at + zone.offsetAt(start.at) - start.day * dayMs;
  let left = days;
  for (let walked = 1; walked <= mostDays; walked += 1) {
    const day = start.day + sign * walked;
    const spans = openOn(day);
    if (spans.length > 0) left -= 1;
    if (left === 0) return { at: openMoment(spans, zone.instantOf(day * dayMs + timeOfDay)), day };
  }
  return null;
}

/** The instant itself in open time, or else the last closing before it, or else the first opening. */
function openMoment(spans: readonly Span[], at: number): number {
  const before = spans.filter(([from]) => from <= at).at(-1);
  return before ? Math.min(at, before[1]) : (spans[0]?.[0] ?? at);
}

/** What is open on a day of the calendar; nothing on holidays, and nothing of a time that clocks leap over. */
function openTime({ hours, holidays }: Calendar, zone: Zone, day: number): Span[] {
  // The first day of 1970 was a Thursday.
  const spans = hours[(((day + 4) % 7) + 7) % 7] ?? [];
  if (spans.length === 0 || holidays.has(new Date(day * dayMs).toISOString().slice(0, 10))) return [];
  const instant = (minutes: number): number => zone.instantOf(day * dayMs + minutes * minuteMs);
  return spans.map(([from, to]): Span => [instant(from), instant(to)]).filter(([from, to]) => from < to);
}
