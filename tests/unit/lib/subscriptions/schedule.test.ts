import { describe, expect, it } from 'vitest';
import { dueness, firstLook, nextLook, readRetryAfter, spreadLook } from '../../../../lib/subscriptions/schedule';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = Date.UTC(2026, 10, 24, 9);

describe('the next look', () => {
  it.each([
    ['comes after six hours, as a rule', 0, 0.5, 6 * HOUR],
    ['comes a fifth sooner by chance', 0, 0, 4.8 * HOUR],
    ['or a fifth later', 0, 1, 7.2 * HOUR],
    ['comes after a quarter of an hour where it failed', 1, 0.5, 15 * MINUTE],
    ['by chance too', 1, 0, 12 * MINUTE],
    ['after twice that where it failed again', 2, 0.5, 30 * MINUTE],
    ['and again', 6, 0.5, 8 * HOUR],
    ['but after a day at the latest', 8, 0.5, 24 * HOUR],
    ['however often it failed', 10_000, 0.5, 24 * HOUR],
  ])('%s', (_what, failures, random, wait) => {
    expect(nextLook(now, random, failures) - now).toBe(wait);
  });

  it.each([
    ['waits as long as the host asks', 1, 2 * HOUR, 2 * HOUR],
    ['not shorter than it would anyway', 3, 5_000, 48 * MINUTE],
    ['not longer than a day', 1, 900 * HOUR, 24 * HOUR],
  ])('%s', (_what, failures, retryAfter, wait) => {
    expect(nextLook(now, 0, failures, retryAfter) - now).toBe(wait);
  });

  it('of all those that a host sent away comes at different times', () => {
    const [first, last] = [0, 0.999].map((random) => nextLook(now, random, 1, HOUR) - now);
    expect(last! - first!).toBeGreaterThan(10 * MINUTE);
  });
});

describe('a subscription', () => {
  it.each([
    ['is due at its time', 0, 'now'],
    ['is due a little after it', -9 * MINUTE, 'now'],
    ['is not due before it', 1, 'later'],
    ['missed its time where the computer was off', -11 * MINUTE, 'missed'],
    ['is due where its time comes from a clock that ran ahead', 40 * HOUR, 'now'],
  ])('%s', (_what, dueIn, when) => {
    expect(dueness(now + dueIn, now)).toBe(when);
  });

  it('that was missed is looked at within twenty minutes, and one from a policy within five', () => {
    expect([0, 0.5, 0.999].map((random) => Math.round((spreadLook(now, random) - now) / MINUTE))).toEqual([0, 10, 20]);
    expect([0, 0.5, 0.999].map((random) => Math.round((firstLook(now, random) - now) / MINUTE))).toEqual([0, 3, 5]);
  });

  it('in a hundred thousand browsers asks the host for less than a hundred answers a second, on a Monday at nine', () => {
    const seconds = new Map<number, number>();
    for (let browser = 0; browser < 100_000; browser += 1) {
      const second = Math.floor(spreadLook(0, browser / 100_000) / 1000);
      seconds.set(second, (seconds.get(second) ?? 0) + 1);
    }
    expect(Math.max(...seconds.values())).toBeLessThan(100);
  });
});

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Tue, 24 Nov 2026 10:00:00 GMT', HOUR],
    ['Tue, 24 Nov 2026 08:00:00 GMT', 0],
    [null, undefined],
    ['', undefined],
    ['-5', undefined],
    ['1e9', undefined],
    ['soon', undefined],
  ])('%s is %s milliseconds', (value, wait) => {
    expect(readRetryAfter(value, now)).toBe(wait);
  });
});
