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
