/** Days, instants and durations. */
import { describe, expect, it } from 'vitest';
import {
  dayIn,
  milliseconds,
  parseDateOperand,
  parseDay,
  parseDaysFromToday,
  parseDuration,
  parseMoment,
  todayIn,
  wholeDays,
} from '../../../../lib/criteria/dates';

describe('parseDay', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2024-02-29', 19782],
    ['9999-12-31', 2932896],
  ])('counts %s from 1970 on: %i', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '22.11.2026',
    '',
    ' 2026-11-22',
    '2026-11-22T00:00:00Z',
    '0026-01-01',
  ])('refuses "%s"', (text) => {
    expect(parseDay(text)).toBeNull();
  });
});

describe('parseMoment', () => {
  it.each([
    ['2026-11-22', { day: 20779 }],
    ['2026-11-22T09:30Z', { at: Date.UTC(2026, 10, 22, 9, 30) }],
    ['2026-11-22T09:30:15.250Z', { at: Date.UTC(2026, 10, 22, 9, 30, 15, 250) }],
    ['2026-11-22T09:30:00+02:00', { at: Date.UTC(2026, 10, 22, 7, 30) }],
    ['2026-11-22T09:30:00.000+0000', { at: Date.UTC(2026, 10, 22, 9, 30) }],
    ['2026-11-22T09:30:00-0530', { at: Date.UTC(2026, 10, 22, 15, 0) }],
  ])('reads %s', (text, moment) => {
    expect(parseMoment(text)).toEqual(moment);
  });

  it.each(['2026-11-22T09:30', '2026-11-22 09:30Z', '2026-02-30T09:30Z', '2026-11-22T25:00Z', 'today', '1763800000000'])(
    'refuses "%s"',
    (text) => {
      expect(parseMoment(text)).toBeNull();
    },
  );
});

describe('parseDuration', () => {
  it.each([
    ['P14D', 14, 14 * 24 * 60],
    ['P2W', 14, 14 * 24 * 60],
    ['P1W2D', 9, 9 * 24 * 60],
    ['P0D', 0, 0],
    ['PT2H', null, 120],
    ['PT90M', null, 90],
    ['PT1H30M', null, 90],
    ['P1DT4H', null, 28 * 60],
  ])('reads %s as %j whole days and %i minutes', (text, days, minutes) => {
    const duration = parseDuration(text);
    expect(duration && wholeDays(duration)).toBe(days);
    expect(duration && milliseconds(duration)).toBe(minutes * 60_000);
  });

  it.each(['P', 'PT', 'P1DT', 'P1M', 'P1Y', 'PT30S', '-P1D', 'P1.5D', '14D', 'p14d', '2 hours', '', 'P1D2W', 'P999999D'])(
    'refuses "%s"',
    (text) => {
      expect(parseDuration(text)).toBeNull();
    },
  );
});

describe('parseDaysFromToday', () => {
  it.each<[string, number | null]>([
    ['P14D', 14],
    ['-P2W', -14],
    ['-P1W1D', -8],
    ['P0D', 0],
    ['-P0D', 0],
    ['PT4H', null],
    ['-PT4H', null],
    ['--P1D', null],
    ['+P1D', null],
    ['-', null],
    ['today', null],
  ])('reads %s as %j', (text, days) => {
    expect(parseDaysFromToday(text)).toBe(days);
  });
});

describe('parseDateOperand', () => {
  it.each([
    ['today', { fromToday: 0 }],
    ['-P30D', { fromToday: -30 }],
    ['2026-11-22', { day: 20779 }],
    ['1970-01-01T00:00Z', { at: 0 }],
    ['yesterday', null],
    ['PT2H', null],
  ])('reads %s as %j', (text, operand) => {
    expect(parseDateOperand(text)).toEqual(operand);
  });
});

describe('dayIn', () => {
  it.each([
    ['Europe/Berlin', '2026-11-22T22:59:59Z', '2026-11-22'],
    ['Europe/Berlin', '2026-11-22T23:00:00Z', '2026-11-23'],
    ['Europe/Berlin', '2026-06-22T22:00:00Z', '2026-06-23'],
    ['America/Los_Angeles', '2026-11-22T07:59:00Z', '2026-11-21'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
    ['Asia/Kathmandu', '2026-11-22T18:15:00Z', '2026-11-23'],
    ['UTC', '1969-12-31T23:59:59Z', '1969-12-31'],
  ])('in %s at %s is %s', (timeZone, at, day) => {
    expect(dayIn(timeZone, Date.parse(at))).toBe(parseDay(day));
    expect(todayIn(timeZone, Date.parse(at))).toBe(parseDay(day));
  });

  it.each([
    ['Mars/Olympus', 0],
    ['', 0],
    ['UTC', NaN],
    ['UTC', Infinity],
    ['UTC', -1e15],
    ['UTC', Date.UTC(-499, 0, 1)],
    ['UTC', 8.64e15],
  ])('is nothing in "%s" at %d', (timeZone, at) => {
    expect(dayIn(timeZone, at)).toBeNull();
  });

  it('todayIn follows the clock and the zone', () => {
    const at = Date.parse('2026-11-22T23:00:00Z');
    const days = [todayIn('UTC', at), todayIn('Europe/Berlin', at), todayIn('UTC', at), todayIn('UTC', at + 3_600_000)];
    expect(days).toEqual(['2026-11-22', '2026-11-23', '2026-11-22', '2026-11-23'].map(parseDay));
  });
});
