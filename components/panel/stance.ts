/** What the rep has said of one criterion, and what that makes of its state. */
import type { MarkState } from '../ui/StateMark';
import type { CriterionView } from '../../lib/guard/outlook';
import { criterionKey } from '../../lib/pack/criterion-key';
import type { Stance, Stances } from './model';

export function stanceOn(stances: Stances, sop: string, { criterion }: Pick<CriterionView, 'criterion'>): Stance | undefined {
  const key = criterionKey(sop, criterion.id);
  return Object.hasOwn(stances, key) ? stances[key] : undefined;
}

/** The rep's word counts where nothing can be seen, and nowhere else. */
export function stateOf({ result }: CriterionView, stance: Stance | undefined): MarkState {
  return result === 'unknown' && stance?.confirmed ? 'confirmed' : result;
}
