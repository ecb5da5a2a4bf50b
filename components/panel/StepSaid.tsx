/** The line under a step's title. A late step is told by its words and its shape, not by colour alone. */
import { Clock, ClockAlert, UserRound } from 'lucide-react';
import type { Said } from './said';

export function StepSaid({ id, said }: { id: string; said: Said }) {
  const { due, by, mark } = said;
  const Due = due?.late ? ClockAlert : Clock;
  return (
    <p className="hr-step__said" id={id}>
      {due && (
        <span className={due.late ? 'hr-step__due hr-step__due--late' : 'hr-step__due'}>
          <Due size={13} aria-hidden />
          {due.words}
        </span>
      )}
      {by && (
        <span className="hr-step__by">
          <UserRound size={13} aria-hidden />
          {by}
        </span>
      )}
      {mark && <span>{mark}</span>}
    </p>
  );
}
