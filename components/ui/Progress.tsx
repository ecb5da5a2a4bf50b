/** A bar for "done of total". The numbers stand beside it in words; the label repeats them for a screen reader. */
import './progress.css';

export function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  const full = total > 0 && done >= total;
  return (
    <progress className={full ? 'hr-progress hr-progress--full' : 'hr-progress'} value={done} max={Math.max(total, 1)} aria-label={label} />
  );
}
