/** Days as a date input has them, and the moments that they end. In the manager's own time zone. */

/** `2026-11-24`. */
export function dayOf(at: number): string {
  const { year, month, day } = partsOf(new Date(at));
  return `${year}-${month}-${day}`;
}

/** So many days on, whatever the clocks do in between. */
export function daysOn(at: number, days: number): string {
  const then = new Date(at);
  then.setHours(12, 0, 0, 0);
  then.setDate(then.getDate() + days);
  return dayOf(then.getTime());
}

/** The last second of that day, in milliseconds since 1970; null for what is no day. */
export function endOf(day: string): number | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (year === undefined) return null;
  const end = new Date(Number(year), Number(month) - 1, Number(date), 23, 59, 59);
  return dayOf(end.getTime()) === day ? end.getTime() : null;
}

function partsOf(date: Date): { year: string; month: string; day: string } {
  const two = (number: number): string => String(number).padStart(2, '0');
  return { year: String(date.getFullYear()).padStart(4, '0'), month: two(date.getMonth() + 1), day: two(date.getDate()) };
}
