/** "Before you leave this stage": every exit criterion with its state, what has to hold, where that is known from, and the way to mend it. */
import type { Crm } from '../../lib/crm/adapter';
import type { SopView } from '../../lib/guard/outlook';
import { CriterionItem } from './CriterionItem';
import { EXIT_ID } from './Summary';
import './criteria.css';

interface ExitCriteriaProps {
  sops: readonly SopView[];
  crm: Crm;
  now: number;
  onShowField(field: string): void;
}

export function ExitCriteria({ sops, crm, now, onShowField }: ExitCriteriaProps) {
  const asking = sops.filter(({ exit }) => exit.length > 0);
  if (asking.length === 0) return null;
  return (
    <section className="hr-exit" aria-labelledby={EXIT_ID}>
      <h2 id={EXIT_ID} tabIndex={-1}>
        Before you leave this stage
      </h2>
      {asking.map(({ sop, exit }) => (
        <div key={sop.id}>
          {asking.length > 1 && <h3>{sop.title}</h3>}
          <ul className="hr-criteria">
            {exit.map((view) => (
              <CriterionItem key={view.criterion.id} view={view} sop={sop} crm={crm} now={now} onShowField={onShowField} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
