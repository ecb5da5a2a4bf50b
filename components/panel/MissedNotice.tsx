/** A stage change that went through unchecked: when, why, and what to do about it. Calm, since nothing was lost but the check. */
import { ShieldOff } from 'lucide-react';
import type { MissedCheck } from '../../lib/progress/journal';
import { timeWords } from '../ui/time';
import { EXIT_ID } from './Summary';
import { missedWords } from './words';
import './missed.css';

interface MissedNoticeProps {
  missed: MissedCheck | null;
  now: number;
  /** Whether the screen lists exit criteria to look through. */
  criteria: boolean;
}

/** Its live region is always there, so that a miss under an open panel is read out. */
export function MissedNotice({ missed, now, criteria }: MissedNoticeProps) {
  return (
    <div role="status">
      {missed && (
        <section className="hr-missed" aria-labelledby="missed-check">
          <h2 id="missed-check">
            <ShieldOff size={15} aria-hidden />A stage change went through unchecked
          </h2>
          <p>
            {timeWords(missed.at, now)} · {missedWords(missed.why)}.
          </p>
          {criteria ? (
            <p>
              Look through <a href={`#${EXIT_ID}`}>the criteria below</a>, and mend what is missing.
            </p>
          ) : (
            <p>Look through the record, and fill in what is missing.</p>
          )}
        </section>
      )}
    </div>
  );
}
