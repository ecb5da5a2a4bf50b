/** Criteria that were overridden and are not made good yet: debt that stays open until met or waived. */
import { Flag } from 'lucide-react';
import type { Debt } from './model';
import { dayWords } from '../ui/time';
import './debts.css';

export function Debts({ debts, now }: { debts: readonly Debt[]; now: number }) {
  if (debts.length === 0) return null;
  return (
    <section className="hr-debts" aria-labelledby="open-debt">
      <h2 id="open-debt">
        <Flag size={15} aria-hidden />
        {debts.length === 1 ? '1 criterion to make good' : `${debts.length} criteria to make good`}
      </h2>
      <ul className="hr-debts__list">
        {debts.map((debt) => (
          <li key={debt.id}>
            <strong>Overridden: {debt.label}</strong>
            <p>{[dayWords(debt.openedAt, now), moveWords(debt)].filter(Boolean).join(', ')}</p>
            <p>{[debt.reasonLabel, debt.note && `“${debt.note}”`].filter(Boolean).join(': ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "from Prospecting to Qualification". */
function moveWords({ from, to }: Debt): string {
  return [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');
}
