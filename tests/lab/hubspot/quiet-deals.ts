/** Deals that nobody tells a story about: enough of them to make "all that match" many. */

import { DEAL } from './records';
import type { StartingRecord } from './starting-records';

const DAY = 86_400_000;
const WHO = 'Amber Birch Cedar Dover Ember Fallow Garnet Hollow Indigo Juniper Kestrel Larch Meadow North Orchard Pine Quill Rowan'.split(
  ' ',
);
const WHAT = ['Bakeries', 'Clinics', 'Logistics', 'Hotels', 'Tooling', 'Foods', 'Textiles', 'Labs', 'Energy', 'Print', 'Marine', 'Optics'];
const WHY = ['renewal', 'pilot', 'rollout', 'extension'];
const STAGES = ['appointmentscheduled', 'qualifiedtobuy', 'presentationscheduled', 'decisionmakerboughtin', 'contractsent'];

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

/** `count` deals, always the same ones. `now` in milliseconds since 1970. */
export function quietDeals(count: number, now: number): StartingRecord[] {
  const today = Math.floor(now / DAY) * DAY;
  return Array.from({ length: Math.max(0, count) }, (_, index): StartingRecord => {
    // Most deals are at the beginning.
    const stage = pick(STAGES, Math.floor(((index * 7) % 20) ** 2 / 80));
    return {
      objectTypeId: DEAL,
      objectId: String(18600000001 + index),
      links: [],
      values: {
        dealname: `${pick(WHO, index)} ${pick(WHAT, index + Math.floor(index / 18))} ${pick(WHY, Math.floor(index / 5))}`,
        dealstage: stage,
        pipeline: 'default',
        amount: String(4000 + ((index * 3700) % 91_000)),
        closedate: String(today + (10 + ((index * 13) % 80)) * DAY),
        hubspot_owner_id: index % 3 === 0 ? '70002' : '70001',
        hs_v2_date_entered_current_stage: String(today - (2 + (index % 40)) * DAY),
      },
    };
  });
}
