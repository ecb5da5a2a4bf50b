/** What a new stage writes: on every surface the same. */

import type { Stage } from './metadata';
import type { Values } from './records';

const DAY = 86_400_000;

/** The values to save. A won or lost stage adds today's close date when there is none (facts/hubspot.md §3.4). `now` in milliseconds since 1970. */
export function stageChange(record: Values, stage: string, stages: readonly Stage[], now: number): Values {
  const probability = stages.find((candidate) => candidate.value === stage)?.probability;
  const isClosed = probability === 0 || probability === 1;
  return { dealstage: stage, ...(isClosed && !record.closedate && { closedate: String(Math.floor(now / DAY) * DAY) }) };
}
