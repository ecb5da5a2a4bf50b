/** Deadlines, in plain time and in the open hours of a calendar. Expected instants are worked out by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadline } from '../../../../lib/criteria/calendar';
import { parseDuration, type Duration } from '../../../../lib/criteria/dates';
import type { Calendar } from '../../../../lib/criteria/facts';

type Week = Calendar['hours'];

const none: Week[number] = [];
const office = [[9 * 60, 17 * 60]] as const;
const weekdays: Week = [none, office, office, office, office, office, none];
const everyDay = (...spans: (readonly [number, number])[]): Week => Array.from({ length: 7 }, () => spans);

function calendar(hours: Week, holidays: string[] = [], timeZone: string | null = null): Calendar {
  return { title: 'Hours', timeZone, hours, holidays: new Set(holidays) };
}

const business = calendar(weekdays);
const withLunch = calendar(everyDay([9 * 60, 12 * 60 + 30], [13 * 60 + 30, 17 * 60]));
/** Monday to Thursday till 17:00, Friday from 10:00 to 13:00, Saturday from 08:00 to 12:00. */
const uneven = calendar([none, office, office, office, office, [[600, 780]], [[480, 720]]]);
/** Open till 17:00, but for lunch on Fridays. */
const fridayLunch = calendar([
  none,
  office,
  office,
  office,
  office,
  [
    [540, 720],
    [780, 1020],
  ],
  none,
]);
const aroundTheClock = calendar(everyDay([0, 1440]));
const night = calendar(everyDay([0, 5 * 60]));
const brokenNight = calendar(everyDay([0, 150], [180, 300]));
/** The clocks of Berlin leap over, or repeat, the time between 2:00 and 3:00. */
const leapingHours = calendar(everyDay([0, 2 * 60 + 30], [2 * 60 + 30, 5 * 60]));

function due(since: string, span: string, hours: Calendar | null, timeZone: string, direction?: 'after' | 'before'): string | null {
  const at = deadline(Date.parse(since), duration(span), hours, timeZone, direction);
  return at === null ? null : new Date(at).toISOString();
}

function duration(span: string): Duration {
  const parsed = parseDuration(span);
  if (!parsed) throw new Error(`no duration: ${span}`);
  return parsed;
}

describe('plain time', () => {
  it.each([
    ['PT90M', 'after', '2026-11-20T11:30:00.000Z'],
    ['P1D', 'after', '2026-11-21T10:00:00.000Z'],
    ['P1W1DT1H', 'after', '2026-11-28T11:00:00.000Z'],
    ['PT0M', 'after', '2026-11-20T10:00:00.000Z'],
    ['PT90M', 'before', '2026-11-20T08:30:00.000Z'],
    ['P1D', 'before', '2026-11-19T10:00:00.000Z'],
  ] as const)('%s %s', (span, direction, at) => {
    expect(due('2026-11-20T10:00:00Z', span, null, 'Europe/Berlin', direction)).toBe(at);
  });

  it('counts a day as 24 hours across daylight saving, and needs no zone', () => {
    expect(due('2026-03-28T12:00:00Z', 'P1D', null, 'Europe/Berlin')).toBe('2026-03-29T12:00:00.000Z');
    expect(due('2026-03-28T12:00:00Z', 'P1D', null, 'Nowhere/Land')).toBe('2026-03-29T12:00:00.000Z');
  });
});

// 2026-11-20 is a Friday.
describe('hours and minutes pass while the calendar is open', () => {
  it.each<[string, string, Calendar, string, string, string]>([
    ['within a day', 'Europe/Berlin', business, '2026-11-20T10:00:00Z', 'PT2H', '2026-11-20T12:00:00.000Z'],
    ['up to the closing', 'Europe/Berlin', business, '2026-11-20T14:00:00Z', 'PT2H', '2026-11-20T16:00:00.000Z'],
    ['over a weekend', 'Europe/Berlin', business, '2026-11-20T15:00:00Z', 'PT2H', '2026-11-23T09:00:00.000Z'],
    ['from before the opening', 'Europe/Berlin', business, '2026-11-20T02:00:00Z', 'PT2H', '2026-11-20T10:00:00.000Z'],
    ['from the closing', 'Europe/Berlin', business, '2026-11-20T16:00:00Z', 'PT30M', '2026-11-23T08:30:00.000Z'],
    ['from a weekend', 'Europe/Berlin', business, '2026-11-21T11:00:00Z', 'PT2H', '2026-11-23T10:00:00.000Z'],
    ['no time, from the closing', 'Europe/Berlin', business, '2026-11-20T16:00:00Z', 'PT0M', '2026-11-23T08:00:00.000Z'],
    ['no time, from a weekend', 'Europe/Berlin', business, '2026-11-21T11:00:00Z', 'PT0M', '2026-11-23T08:00:00.000Z'],
    ['over several days', 'Europe/Berlin', business, '2026-11-20T10:00:00Z', 'PT20H', '2026-11-24T14:00:00.000Z'],
    ['over lunch', 'Europe/Berlin', withLunch, '2026-11-20T11:00:00Z', 'PT1H', '2026-11-20T13:00:00.000Z'],
    ['from lunch', 'Europe/Berlin', withLunch, '2026-11-20T12:00:00Z', 'PT1H', '2026-11-20T13:30:00.000Z'],
    ['to 24:00 and on', 'Europe/Berlin', aroundTheClock, '2026-11-20T22:00:00Z', 'PT3H', '2026-11-21T01:00:00.000Z'],
    ['in New York', 'America/New_York', business, '2026-11-20T21:00:00Z', 'PT2H', '2026-11-23T15:00:00.000Z'],
    ['in London', 'Europe/London', business, '2026-11-20T16:30:00Z', 'PT1H', '2026-11-23T09:30:00.000Z'],
    ['in Kolkata, half an hour off', 'Asia/Kolkata', business, '2026-11-20T11:00:00Z', 'PT1H', '2026-11-23T04:00:00.000Z'],
    ['in Sydney, where it is tomorrow', 'Australia/Sydney', business, '2026-11-19T22:30:00Z', 'PT8H', '2026-11-22T22:30:00.000Z'],
    ['in Kiritimati, 14 hours ahead', 'Pacific/Kiritimati', business, '2026-11-19T18:00:00Z', 'PT2H', '2026-11-19T21:00:00.000Z'],
    ['in Honolulu, 10 hours behind', 'Pacific/Honolulu', business, '2026-11-21T02:00:00Z', 'PT2H', '2026-11-23T20:00:00.000Z'],
  ])('%s', (_, timeZone, hours, since, span, at) => {
    expect(due(since, span, hours, timeZone)).toBe(at);
  });

  it('skips holidays', () => {
    const holidays = calendar(weekdays, ['2026-11-23', '2026-11-24']);
    expect(due('2026-11-20T15:00:00Z', 'PT2H', holidays, 'Europe/Berlin')).toBe('2026-11-25T09:00:00.000Z');
    expect(due('2026-11-23T10:00:00Z', 'PT2H', holidays, 'Europe/Berlin')).toBe('2026-11-25T10:00:00.000Z');
  });

  it('goes by the calendar’s own zone where it names one', () => {
    const berlin = calendar(weekdays, [], 'Europe/Berlin');
    expect(due('2026-11-20T15:00:00Z', 'PT2H', berlin, 'America/New_York')).toBe('2026-11-23T09:00:00.000Z');
  });
});

describe('days are working days, and a week is as many as the calendar’s week has', () => {
  it.each<[string, Calendar, string, string, string]>([
    ['a day is the same time on the next working day', business, '2026-11-20T13:15:00Z', 'P1D', '2026-11-23T13:15:00.000Z'],
    ['from a weekend, so from the opening on Monday', business, '2026-11-21T11:00:00Z', 'P1D', '2026-11-24T08:00:00.000Z'],
    ['a week is the same weekday of the next week', business, '2026-11-18T10:00:00Z', 'P1W', '2026-11-25T10:00:00.000Z'],
    ['a week of six days', uneven, '2026-11-18T10:00:00Z', 'P1W', '2026-11-25T10:00:00.000Z'],
    ['days come before hours', business, '2026-11-19T15:00:00Z', 'P1DT2H', '2026-11-23T09:00:00.000Z'],
    ['the last open moment where it has closed by then', uneven, '2026-11-19T15:00:00Z', 'P1D', '2026-11-20T12:00:00.000Z'],
    ['the last open moment before lunch', fridayLunch, '2026-11-19T11:30:00Z', 'P1D', '2026-11-20T11:00:00.000Z'],
    ['the opening itself is open', fridayLunch, '2026-11-19T12:00:00Z', 'P1D', '2026-11-20T12:00:00.000Z'],
    ['the opening where it is not open yet', uneven, '2026-11-19T08:30:00Z', 'P1D', '2026-11-20T09:00:00.000Z'],
    ['three weeks over a change of clocks', business, '2026-10-16T08:00:00Z', 'P3W', '2026-11-06T09:00:00.000Z'],
  ])('%s', (_, hours, since, span, at) => {
    expect(due(since, span, hours, 'Europe/Berlin')).toBe(at);
  });

  it('skips holidays', () => {
    expect(due('2026-11-20T10:00:00Z', 'P1D', calendar(weekdays, ['2026-11-23']), 'Europe/Berlin')).toBe('2026-11-24T10:00:00.000Z');
  });
});

describe('daylight saving', () => {
  it.each<[string, string, Calendar, string, string, string]>([
    [
      'Berlin leaps from 2 to 3: the night is an hour short',
      'Europe/Berlin',
      night,
      '2026-03-28T23:00:00Z',
      'PT4H30M',
      '2026-03-29T22:30:00.000Z',
    ],
    [
      'Berlin repeats 2 to 3: the night is an hour long',
      'Europe/Berlin',
      night,
      '2026-10-24T22:00:00Z',
      'PT6H',
      '2026-10-25T04:00:00.000Z',
    ],
    ['New York leaps from 2 to 3', 'America/New_York', night, '2026-03-08T05:00:00Z', 'PT4H30M', '2026-03-09T04:30:00.000Z'],
    ['New York repeats 1 to 2', 'America/New_York', night, '2026-11-01T04:00:00Z', 'PT6H', '2026-11-01T10:00:00.000Z'],
    ['London leaps from 1 to 2', 'Europe/London', night, '2026-03-29T00:00:00Z', 'PT4H30M', '2026-03-29T23:30:00.000Z'],
    ['London repeats 1 to 2', 'Europe/London', night, '2026-10-24T23:00:00Z', 'PT6H', '2026-10-25T05:00:00.000Z'],
    ['Sydney repeats 2 to 3 in April', 'Australia/Sydney', night, '2026-04-04T13:00:00Z', 'PT6H', '2026-04-04T19:00:00.000Z'],
    ['Sydney leaps from 2 to 3 in October', 'Australia/Sydney', night, '2026-10-03T14:00:00Z', 'PT4H30M', '2026-10-04T13:30:00.000Z'],
    ['Kolkata changes no clocks', 'Asia/Kolkata', night, '2026-03-28T18:30:00Z', 'PT5H', '2026-03-28T23:30:00.000Z'],
    ['Beirut goes from 24:00 back to 23:00', 'Asia/Beirut', aroundTheClock, '2026-10-24T20:30:00Z', 'PT1H', '2026-10-24T21:30:00.000Z'],
    ['a closing and opening inside the leap', 'Europe/Berlin', leapingHours, '2026-03-28T23:00:00Z', 'PT3H', '2026-03-29T02:00:00.000Z'],
    [
      'a closing time that comes twice is the first',
      'Europe/Berlin',
      brokenNight,
      '2026-10-24T22:00:00Z',
      'PT3H',
      '2026-10-25T02:30:00.000Z',
    ],
    ['office hours keep to the clock on the wall', 'Europe/Berlin', business, '2026-03-27T15:00:00Z', 'PT2H', '2026-03-30T08:00:00.000Z'],
    ['and so do days', 'Europe/Berlin', business, '2026-10-23T14:00:00Z', 'P1D', '2026-10-26T15:00:00.000Z'],
    ['a time of day that is leapt over is the leap', 'Europe/Berlin', night, '2026-03-28T01:30:00Z', 'P1D', '2026-03-29T01:00:00.000Z'],
  ])('%s', (_, timeZone, hours, since, span, at) => {
    expect(due(since, span, hours, timeZone)).toBe(at);
  });
});

describe('backwards', () => {
  it.each<[string, Calendar, string, string, string]>([
    ['half an hour before', business, '2026-11-20T10:00:00Z', 'PT30M', '2026-11-20T09:30:00.000Z'],
    ['over a weekend', business, '2026-11-23T09:00:00Z', 'PT2H', '2026-11-20T15:00:00.000Z'],
    ['from a weekend, so from the last closing', business, '2026-11-22T09:00:00Z', 'PT2H', '2026-11-20T14:00:00.000Z'],
    ['from before the opening', business, '2026-11-23T07:00:00Z', 'PT1H', '2026-11-20T15:00:00.000Z'],
    ['a working day', business, '2026-11-23T10:00:00Z', 'P1D', '2026-11-20T10:00:00.000Z'],
    ['a working day, to an early closing', uneven, '2026-11-23T15:00:00Z', 'P2D', '2026-11-20T12:00:00.000Z'],
    ['a week', business, '2026-11-25T10:00:00Z', 'P1W', '2026-11-18T10:00:00.000Z'],
    ['hours first, then days', business, '2026-11-23T09:00:00Z', 'P1DT2H', '2026-11-19T15:00:00.000Z'],
    ['from midnight', aroundTheClock, '2026-11-20T23:00:00Z', 'PT1H', '2026-11-20T22:00:00.000Z'],
    ['over a leap of the clocks', aroundTheClock, '2026-03-29T03:00:00Z', 'PT3H', '2026-03-29T00:00:00.000Z'],
  ])('%s', (_, hours, since, span, at) => {
    expect(due(since, span, hours, 'Europe/Berlin', 'before')).toBe(at);
  });
});

describe('no deadline can be found', () => {
  it.each<[string, Calendar | null, string, string, string]>([
    ['the calendar is never open', calendar(everyDay()), 'Europe/Berlin', '2026-11-20T10:00:00Z', 'PT1H'],
    ['the zone does not exist', business, 'Nowhere/Land', '2026-11-20T10:00:00Z', 'PT1H'],
    ['the calendar’s own zone does not exist', calendar(weekdays, [], 'Nowhere/Land'), 'Europe/Berlin', '2026-11-20T10:00:00Z', 'PT1H'],
    ['it is more than ten years away', business, 'Europe/Berlin', '2026-11-20T10:00:00Z', 'P9999D'],
    ['its hours take more than ten years', business, 'Europe/Berlin', '2026-11-20T10:00:00Z', 'PT99999H'],
    ['it begins at no time', business, 'Europe/Berlin', 'not a time', 'PT1H'],
    ['it begins at no time, in plain time', null, 'Europe/Berlin', 'not a time', 'PT1H'],
  ])('%s', (_, hours, timeZone, since, span) => {
    expect(due(since, span, hours, timeZone)).toBeNull();
  });

  it('finds the only open hour of years of holidays', () => {
    const holidays = Array.from({ length: 3000 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10));
    expect(due('2026-01-01T10:00:00Z', 'PT1H', calendar(everyDay([540, 600]), holidays), 'UTC')).toBe('2034-03-20T10:00:00.000Z');
  });
});

describe('properties', () => {
  const zone = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Europe/London',
    'Asia/Kolkata',
    'Australia/Sydney',
    'Asia/Beirut',
    'UTC',
  );
  const instant = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) });
  const cuts = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 });
  const spansOfDay = cuts.map((quarters) => {
    const sorted = quarters.sort((left, right) => left - right).map((quarter) => quarter * 15);
    return sorted.flatMap((from, index): (readonly [number, number])[] => {
      const to = sorted[index + 1];
      return index % 2 === 0 && to !== undefined ? [[from, to]] : [];
    });
  });
  const holiday = fc.integer({ min: 0, max: 1100 }).map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));
  const anyCalendar = fc
    .tuple(fc.array(spansOfDay, { minLength: 7, maxLength: 7 }), fc.array(holiday, { maxLength: 5 }))
    .map(([hours, holidays]) => calendar(hours, holidays));
  const time = fc.record({ weeks: fc.constant(0), days: fc.constant(0), hours: fc.nat(60), minutes: fc.nat(90) });
  const days = fc.record({ weeks: fc.nat(3), days: fc.nat(12), hours: fc.nat(20), minutes: fc.nat(90) });

  it('a longer duration never ends sooner', () => {
    fc.assert(
      fc.property(
        instant,
        days,
        fc.constantFrom('weeks', 'days', 'hours', 'minutes'),
        anyCalendar,
        zone,
        (since, short, part, hours, timeZone) => {
          const [first, later] = [short, { ...short, [part]: short[part] + 1 }].map((span) => deadline(since, span, hours, timeZone));
          expect(later === null || first === null || later! >= first!).toBe(true);
        },
      ),
    );
  });

  it('it begins later or ends later, never the other way round', () => {
    fc.assert(
      fc.property(instant, fc.nat(5 * 86_400_000), days, anyCalendar, zone, (since, on, span, hours, timeZone) => {
        const [first, later] = [since, since + on].map((from) => deadline(from, span, hours, timeZone));
        expect(first === null || later === null || later! >= first!).toBe(true);
      }),
    );
  });

  it('it ends in open time, and not before it begins', () => {
    fc.assert(
      fc.property(instant, days, anyCalendar, zone, (since, span, hours, timeZone) => {
        const at = deadline(since, span, hours, timeZone);
        if (at === null) return;
        expect(at).toBeGreaterThanOrEqual(since);
        const opensBefore = deadline(at, duration('PT0M'), hours, timeZone, 'before');
        const opensAfter = deadline(at, duration('PT0M'), hours, timeZone, 'after');
        expect([opensBefore, opensAfter]).toContain(at);
      }),
    );
  });

  it('so much time after, and as much before that, is where it began, for a beginning in open time', () => {
    fc.assert(
      fc.property(instant, time, anyCalendar, zone, (from, span, hours, timeZone) => {
        const since = deadline(from, duration('PT0M'), hours, timeZone);
        const at = since === null ? null : deadline(since, span, hours, timeZone);
        if (since === null || at === null || at === since) return;
        expect(deadline(at, span, hours, timeZone, 'before')).toBe(since);
      }),
    );
  });

  it('the same holds for days where all days are open alike and clocks are not changed', () => {
    fc.assert(
      fc.property(instant, days, fc.array(holiday, { maxLength: 5 }), (from, span, holidays) => {
        const hours = calendar(weekdays, holidays);
        const since = deadline(from, duration('PT0M'), hours, 'Asia/Kolkata');
        const at = since === null ? null : deadline(since, span, hours, 'Asia/Kolkata');
        if (since === null || at === null) throw new Error('business hours always come');
        if (at !== since) expect(sameOpenTime(deadline(at, span, hours, 'Asia/Kolkata', 'before'), since, hours)).toBe(true);
      }),
    );
  });

  /** A closing and the next opening are the same moment of open time. */
  function sameOpenTime(left: number | null, right: number, hours: Calendar): boolean {
    return (
      left !== null && deadline(left, duration('PT0M'), hours, 'Asia/Kolkata') === deadline(right, duration('PT0M'), hours, 'Asia/Kolkata')
    );
  }

  it('never throws, whatever it is asked', () => {
    const number = fc.oneof(fc.double(), fc.nat(99_999));
    const anyDuration = fc.record({ weeks: fc.nat(9999), days: fc.nat(99_999), hours: fc.nat(99_999), minutes: fc.nat(999_999) });
    const direction = fc.constantFrom<'after' | 'before'>('after', 'before');
    fc.assert(
      fc.property(
        number,
        anyDuration,
        fc.option(anyCalendar),
        fc.oneof(zone, fc.string()),
        direction,
        (since, span, hours, timeZone, way) => {
          const at = deadline(since, span, hours, timeZone, way);
          expect(at === null || !Number.isNaN(new Date(at).getTime())).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
