/** What the clocks on the wall of a time zone say, and when they say it: across daylight saving, without a library. */

export interface Zone {
  /** How far its clocks are ahead of UTC at an instant, in milliseconds. */
  offsetAt(at: number): number;
  /**
   * The instant at which its clocks show a date and time, given as if it were in UTC. Of a time that comes twice, the first; for one that
   * clocks leap over, the instant of the leap.
   */
  instantOf(shown: number): number;
}

const dayMs = 86_400_000;

/** Zones are few, and making a formatter costs a thousand times what using it does. Only zones that exist get in. */
const zones = new Map<string, Zone>();

/** Null for a zone that does not exist. */
export function zoneOf(timeZone: string): Zone | null {
  let zone = zones.get(timeZone);
  if (!zone) {
    try {
      zone = makeZone(new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }));
    } catch {
      return null;
    }
    zones.set(timeZone, zone);
  }
  return zone;
}

/** Whole packs are judged by the same few events and days: what was asked once is remembered, up to so many instants. */
const mostRemembered = 10_000;

function makeZone(formatter: Intl.DateTimeFormat): Zone {
  const remembered = new Map<number, number>();
  const offsetAt = (at: number): number => {
    let offset = remembered.get(at);
    if (offset === undefined) {
      offset = offsetIn(formatter.format(at));
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(at, offset);
    }
    return offset;
  };

  function instantOf(shown: number): number {
    const midnight = Math.floor(shown / dayMs) * dayMs;
    // Clocks are changed months apart: two equal offsets tell all that lies between them.
    const [before, after] = [offsetAt(midnight - dayMs), offsetAt(midnight + 2 * dayMs)];
    if (before === after || offsetAt(shown - before) === before) return shown - before;
    return offsetAt(shown - after) === after ? shown - after : leapBetween(shown - after, shown - before, after);
  }

  /** The first instant with the new offset. */
  function leapBetween(before: number, after: number, offset: number): number {
    let [early, late] = [before, after];
    while (late - early > 1) {
      const middle = Math.floor((early + late) / 2);
      if (offsetAt(middle) === offset) late = middle;
      else early = middle;
    }
    return late;
  }

  return { offsetAt, instantOf };
}

/** The end of `5/14/2026, GMT+05:30`. Clocks that show Greenwich's own time have `GMT` alone. */
function offsetIn(text: string): number {
  const [, sign, hours, minutes, seconds] = /([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text) ?? [];
  const length = ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1000;
  return sign === '-' ? -length : length;
}
