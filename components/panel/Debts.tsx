/** Criteria that were overridden and are not made good yet: debt that stays open until met, waived or expired. */
import { useRef, useState } from 'react';
import { Flag } from 'lucide-react';
import type { Outlook } from '../../lib/guard/outlook';
import { Button } from '../ui/Button';
import { LineForm } from '../ui/LineForm';
import { StateMark, wordsOf } from '../ui/StateMark';
import { dayWords } from '../ui/time';
import type { PanelEvents } from './events';
import { Mend } from './Mend';
import type { Debt } from './model';
import { mendingStep } from './on-screen';
import { DEBTS_ID } from './Summary';
import { debtWords } from './words';
import './debts.css';

interface DebtsProps {
  debts: readonly Debt[];
  /** What else is on the screen; null where no SOP is. */
  outlook: Outlook | null;
  now: number;
  events: PanelEvents;
}

export function Debts({ debts, outlook, now, events }: DebtsProps) {
  if (debts.length === 0) return null;
  return (
    <section className="hr-debts" aria-labelledby={DEBTS_ID}>
      <h2 id={DEBTS_ID} tabIndex={-1}>
        <Flag size={15} aria-hidden />
        {debtWords(debts.length)}
      </h2>
      <ul className="hr-debts__list">
        {debts.map((debt) => (
          <DebtItem key={debt.id} debt={debt} outlook={outlook} now={now} events={events} />
        ))}
      </ul>
    </section>
  );
}

const WAIVER_LENGTH = 500;

function DebtItem({ debt, outlook, now, events }: { debt: Debt } & Omit<DebtsProps, 'debts'>) {
  const [open, setOpen] = useState(false);
  const waive = useRef<HTMLButtonElement>(null);
  const { label, now: view } = debt;
  return (
    <li>
      <strong>Overridden: {label}</strong>
      <p>{[dayWords(debt.openedAt, now), moveWords(debt)].filter(Boolean).join(', ')}</p>
      <p>{[debt.reasonLabel, debt.note && `“${debt.note}”`].filter(Boolean).join(': ')}</p>
      {debt.until !== undefined && <p>Exception until {dayWords(debt.until, now)}</p>}
      {view && (
        <p className="hr-debts__now">
          <StateMark truth={view.result} size={15} />
          <span>
            <span className="hr-hidden">Now: </span>
            <strong className={`hr-mark--${view.result}`}>{wordsOf(view.result)}</strong> <span aria-hidden>·</span> {view.sentence}
          </span>
        </p>
      )}
      <div className="hr-criterion__fix">
        {view && <Mend view={view} step={mendingStep(view, outlook)} onShowField={events.onShowField} />}
        <Button ref={waive} look="text" aria-label={`Waive: ${label}`} aria-expanded={open} onClick={() => setOpen(!open)}>
          Waive
        </Button>
      </div>
      {open && (
        <LineForm
          name={`Waive: ${label}`}
          label="Why does it not have to be made good?"
          submit="Waive it"
          missing="Say in a few words why, such as “the deal was re-scoped”."
          maxLength={WAIVER_LENGTH}
          onCancel={() => {
            setOpen(false);
            waive.current?.focus();
          }}
          onSave={(note) => events.onWaive(debt, note)}
        />
      )}
    </li>
  );
}

/** "from Prospecting to Qualification". */
function moveWords({ from, to }: Debt): string {
  return [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');
}
