/** What record responses told: the newest reading of each watched field, in this tab's memory only. */
import type { Page, Reading, Watch } from '../crm/adapter';
import type { Seen } from '../gate/channel';

const MAX_READINGS = 4000;
/** Responses that came before the watch list did. */
const MAX_WAITING = 12;

export interface Memory {
  learn(responses: readonly Seen[]): void;
  watch(watch: Watch): void;
  about(ids: ReadonlySet<string>): Reading[];
}

export function createMemory(page: Pick<Page, 'recordsIn'>): Memory {
  const readings = new Map<string, Reading>();
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
    learn: digest,
    watch(next) {
      watch = next;
      const late = waiting;
      waiting = [];
      digest(late);
    },
    about: (ids) => [...readings.values()].filter((reading) => ids.has(reading.record.id)),
  };
}
