/** Moves made elsewhere: what they skipped, judged late with what is known now. Pure. */
import type { Reading, RecordRef } from '../crm/adapter';
import type { Facts } from '../criteria/facts';
import type { Verdict } from '../guard/judge';
import { judgeWith } from '../guard/judge-with';
import type { Progress } from '../guard/progress';
import type { PackIndex } from '../pack/load';
import type { SkippedWay } from '../progress/elsewhere';
import { moveBetween } from './case';

/** A move made elsewhere, by the CRM's own stage values. */
export interface MadeElsewhere {
  from: string;
  to: string;
}

/** What is known of the record that was moved. */
export interface Known {
  index: PackIndex;
  record: RecordRef;
  readings: readonly Reading[];
  facts: Facts;
  progress: Pick<Progress, 'ticks' | 'confirmed'>;
}

/**
 * What the guard would have said of a move made elsewhere: its gaps but for tips, which nobody has to catch up on. Null where the pack does not
 * know both stages.
 */
export function judgeLate({ index, record, readings, facts, progress }: Known, way: MadeElsewhere): Verdict | null {
  const move = moveBetween(index, record, way, readings);
  if (!move) return null;
  const verdict = judgeWith(index, move, facts, progress);
  return { ...verdict, gaps: verdict.gaps.filter(({ severity }) => severity !== 'tip') };
}

/** The way that a move made elsewhere took; null where the guard would have asked for nothing on it. */
export function wayBetween(known: Known, way: MadeElsewhere): SkippedWay | null {
  const verdict = judgeLate(known, way);
  return verdict?.gaps.length ? { pack: known.index.pack.id, from: verdict.from, to: verdict.to } : null;
}
