/** What record responses told: the newest reading of each watched field, in this tab's memory only. */
import type { Page, Reading, Watch, WireRequest } from '../crm/adapter';
import type { Seen } from '../gate/channel';

const MAX_READINGS = 4000;
/** Responses that came before the watch list did. */
const MAX_WAITING = 12;
const MAX_SEARCHES = 50;

export interface Memory {
  learn(responses: readonly Seen[]): void;
  watch(watch: Watch): void;
  about(ids: ReadonlySet<string>): Reading[];
  /** How many records a save to "all that match" goes to, where the page has searched for the same. */
  matching(request: WireRequest): number | undefined;
}

export function createMemory(page: Pick<Page, 'recordsIn' | 'matching'>): Memory {
  const readings = new Map<string, Reading>();
  const totals = new Map<string, number>();
  let watch: Watch | undefined;
  let waiting: Seen[] = [];

  function digest(responses: readonly Seen[]): void {
    if (!watch) {
      waiting = [...waiting, ...responses].slice(-MAX_WAITING);
      return;
    }
    for (const { request, response, at } of responses) {
      for (const sighting of page.recordsIn(request, response, watch)) {
        const key = `${sighting.record.object}|${sighting.record.id}|${sighting.field}`;
        // Deleted first, so that the map's order is the order of age.
        readings.delete(key);
        readings.set(key, { ...sighting, at });
      }
    }
    for (const oldest of readings.keys()) {
      if (readings.size <= MAX_READINGS) break;
      readings.delete(oldest);
    }
  }

  return {
    learn(responses) {
      if (totals.size > MAX_SEARCHES) totals.clear();
      for (const { request, response } of responses) page.matching?.(request, totals, response);
      digest(responses);
    },
    watch(next) {
      watch = next;
      const late = waiting;
      waiting = [];
      digest(late);
    },
    matching: (request) => page.matching?.(request, totals),
    about: (ids) => [...readings.values()].filter((reading) => ids.has(reading.record.id)),
  };
}
