/** Times for the screen, in the browser's language and zone. All are milliseconds since 1970. */

/** "10:42" today, "12 Nov, 10:42" before. */
export function timeWords(at: number, now: number): string {
  const then = new Date(at);
  const time = then.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
  return then.toDateString() === new Date(now).toDateString() ? time : `${dayWords(at, now)}, ${time}`;
}

/** "10:42:07" today, "12 Nov, 10:42:07" before. */
export function momentWords(at: number, now: number): string {
  const then = new Date(at);
  const time = then.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return then.toDateString() === new Date(now).toDateString() ? time : `${dayWords(at, now)}, ${time}`;
}

/** "12 Nov", with the year where it is another one. */
export function dayWords(at: number, now: number): string {
  const then = new Date(at);
  const sameYear = then.getFullYear() === new Date(now).getFullYear();
  return then.toLocaleDateString(undefined, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "2 hours ago", "in 5 minutes", "now". For what lies within days; longer ago is told by its day. */
export function agoWords(at: number, now: number): string {
  const away = at - now;
  const words = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
  const size = Math.abs(away);
  if (size < MINUTE_MS) return words.format(0, 'second');
  if (size < HOUR_MS) return words.format(Math.round(away / MINUTE_MS), 'minute');
  if (size < DAY_MS) return words.format(Math.round(away / HOUR_MS), 'hour');
  if (size < 14 * DAY_MS) return words.format(Math.round(away / DAY_MS), 'day');
  return `on ${dayWords(at, now)}`;
}
