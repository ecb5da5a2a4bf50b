/** Met, not met, cannot be seen: each with its own shape and its own words, so that colour only repeats them. */
import { CircleCheck, CircleDashed, SquareX } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Truth } from '../../lib/criteria/condition';
import './state-mark.css';

const MARKS: Record<Truth, { icon: LucideIcon; words: string }> = {
  true: { icon: CircleCheck, words: 'Met' },
  false: { icon: SquareX, words: 'Not met' },
  unknown: { icon: CircleDashed, words: 'Cannot be seen here' },
};

/** "Met", "Not met", "Cannot be seen here". */
export function wordsOf(truth: Truth): string {
  return MARKS[truth].words;
}

/** The shape alone; say `wordsOf` beside it. */
export function StateMark({ truth, size = 18 }: { truth: Truth; size?: number }) {
  const Icon = MARKS[truth].icon;
  return <Icon size={size} className={`hr-mark hr-mark--${truth}`} aria-hidden />;
}
