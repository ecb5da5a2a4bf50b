/** When a step is due: so long after an event of the record, or before one. Pure. */
import { deadline } from '../criteria/calendar';
import { parseDuration } from '../criteria/dates';
import type { Facts } from '../criteria/facts';
import { own } from '../criteria/own';
import type { PackIndex } from '../pack/load';
import type { Step } from '../pack/schema';

/** `at` in milliseconds since 1970. `waiting`: the label of the event that the time counts from, and that has no time yet. */
export type Due = { at: number; late: boolean } | { waiting: string };

/** Null for a step without a due time, and for one whose time cannot be worked out: a calendar without a working hour, say. */
export function dueOf({ due }: Step, { words }: Pick<PackIndex, 'words'>, { events, now, timeZone }: Facts): Due | null {
  if (!due) return null;
  const since = own(events, due.event);
  if (since === undefined) return { waiting: own(words.events, due.event)?.label ?? due.event };
  const [span, direction] = 'after' in due ? ([due.after, 'after'] as const) : ([due.before, 'before'] as const);
  const duration = parseDuration(span);
  const calendar = due.calendar === undefined ? null : own(words.calendars, due.calendar);
  if (!duration || calendar === undefined) return null;
  const at = deadline(since, duration, calendar, timeZone, direction);
  return at === null ? null : { at, late: now > at };
}
