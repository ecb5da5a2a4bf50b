/** When to look at a subscription next: seldom, never all browsers at once, and ever less often where it fails. Times in milliseconds. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const USUAL = 6 * HOUR;
const FIRST_RETRY = 15 * MINUTE;
const LONGEST = 24 * HOUR;
/** Each wait is this much shorter or longer, by chance. */
const SWAY = 0.2;

/** A look that is later than this was missed: the computer was off or asleep, as were a hundred thousand others. */
const MISSED = 10 * MINUTE;
/** Those that missed one come back spread over this time. */
const SPREAD = 20 * MINUTE;
/** Where a policy brings a subscription, every browser hears of it at about the same time. */
const FIRST_SPREAD = 5 * MINUTE;

/** How long a look may take before it counts as broken off: the browser may stop the worker at any moment. */
export const LEASE = 2 * MINUTE;

/** `random`: from 0 up to 1. */
const sway = (wait: number, random: number): number => Math.round(wait * (1 - SWAY + 2 * SWAY * random));

/** @param failures how often in a row it failed @param retryAfter the wait that the host asked for; it counts up to a day. */
export function nextLook(now: number, random: number, failures = 0, retryAfter = 0): number {
  if (failures === 0) return now + sway(USUAL, random);
  // Past this many it is a day anyway.
  const backoff = sway(Math.min(LONGEST, FIRST_RETRY * 2 ** Math.min(failures - 1, 10)), random);
  const asked = Math.min(Math.max(retryAfter, 0), LONGEST) * (1 + SWAY * random);
  return now + Math.max(backoff, Math.round(asked));
}

/** When to look first at what a policy brings. */
export function firstLook(now: number, random: number): number {
  return now + Math.round(FIRST_SPREAD * random);
}

/**
 * `now`: look. `missed`: look at `spreadLook`, since all those that were switched on this morning would come now. A date beyond any that is ever
 * set comes from a clock that was put right since.
 */
export function dueness(dueAt: number, now: number): 'now' | 'missed' | 'later' {
  if (dueAt > now + LONGEST * (1 + SWAY)) return 'now';
  if (dueAt > now) return 'later';
  return now - dueAt > MISSED ? 'missed' : 'now';
}

export function spreadLook(now: number, random: number): number {
  return now + Math.round(SPREAD * random);
}

/** What a host says with `Retry-After` (RFC 9110 §10.2.3): seconds or a date. Undefined for anything else. */
export function readRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const at = value.endsWith(' GMT') ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
