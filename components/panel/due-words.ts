/** "due in 5 min", "due 14:30", "late by 2 h", "due 5 minutes after Lead assigned". */
import { parseDuration } from '../../lib/criteria/dates';
import { values } from '../../lib/criteria/messages';
import type { Due } from '../../lib/guard/due';
import type { Step } from '../../lib/pack/schema';
import { timeWords } from '../ui/time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `rule` is what the pack says; it is told while the event has no time yet. */
export function dueWords(due: Due, rule: NonNullable<Step['due']>, now: number): string {
  if ('waiting' in due) return `due ${ruleWords(rule)} ${due.waiting}`;
  if (due.late) return `late by ${spanWords(now - due.at)}`;
  return due.at - now < HOUR ? `due in ${spanWords(due.at - now)}` : `due ${timeWords(due.at, now)}`;
}

/** "5 minutes after", "2 hours of working time before". */
function ruleWords(rule: NonNullable<Step['due']>): string {
  const [span, side] = 'after' in rule ? [rule.after, 'after'] : [rule.before, 'before'];
  const duration = parseDuration(span);
  return [duration ? values.duration(duration) : span, rule.calendar === undefined ? [] : 'of working time', side].flat().join(' ');
}

/** In the largest unit of which there are enough to be exact about: minutes to the hour, hours to the second day. */
function spanWords(milliseconds: number): string {
  if (milliseconds < HOUR) return `${Math.max(1, Math.floor(milliseconds / MINUTE))} min`;
  if (milliseconds < 2 * DAY) return `${Math.floor(milliseconds / HOUR)} h`;
  return `${Math.floor(milliseconds / DAY)} days`;
}
