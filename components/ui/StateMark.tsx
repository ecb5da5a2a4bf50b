/** Met, not met, cannot be seen, confirmed by the rep: each with its own shape and its own words, so that colour only repeats them. */
import { CircleCheck, CircleDashed, SquareX, UserRoundCheck } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Truth } from '../../lib/criteria/condition';
import './state-mark.css';

/** `confirmed`: it cannot be seen, and the rep stands for it. */
export type MarkState = Truth | 'confirmed';

const MARKS: Record<MarkState, { icon: LucideIcon; words: string }> = {
  true: { icon: CircleCheck, words: 'Met' },
  false: { icon: SquareX, words: 'Not met' },
  unknown: { icon: CircleDashed, words: 'Cannot be seen here' },
  confirmed: { icon: UserRoundCheck, words: 'Confirmed by you' },
};

/** "Met", "Not met", "Cannot be seen here", "Confirmed by you". */
export function wordsOf(state: MarkState): string {
  return MARKS[state].words;
}

/** The shape alone; say `wordsOf` beside it. */
export function StateMark({ truth, size = 18 }: { truth: MarkState; size?: number }) {
  const Icon = MARKS[truth].icon;
  return <Icon size={size} className={`hr-mark hr-mark--${truth}`} aria-hidden />;
}
