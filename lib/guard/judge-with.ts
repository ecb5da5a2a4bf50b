/** A move judged with all that is known of its record: the states of the steps that its criteria ask for are worked out first. Pure. */
import type { Facts } from '../criteria/facts';
import type { PackIndex } from '../pack/load';
import { judge, type Verdict } from './judge';
import type { Move } from './move';
import type { Progress } from './progress';
import { conditionsFor } from './route';
import { stepStates } from './step-view';

/** @param standsFor criteria that the rep stands for besides those that `progress` keeps, by `criterionKey`. */
export function judgeWith(
  index: PackIndex,
  move: Move,
  facts: Facts,
  { ticks, confirmed }: Pick<Progress, 'ticks' | 'confirmed'>,
  standsFor?: ReadonlySet<string>,
): Verdict {
  const steps = stepStates(index, facts, ticks, conditionsFor(move, index));
  return judge(move, index, { ...facts, steps }, standsFor ? new Set([...confirmed, ...standsFor]) : confirmed);
}
