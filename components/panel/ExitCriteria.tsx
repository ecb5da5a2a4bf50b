/** "Before you leave this stage": every exit criterion with its state, what has to hold, where that is known from, and the way to mend it. */
import { CriterionItem } from './CriterionItem';
import type { PanelEvents } from './events';
import type { SopModel } from './model';
import { mendingStep } from './on-screen';
import { stanceOn } from './stance';
import { EXIT_ID } from './Summary';
import './criteria.css';

interface ExitCriteriaProps {
  model: SopModel;
  now: number;
  events: PanelEvents;
}

export function ExitCriteria({ model, now, events }: ExitCriteriaProps) {
  const asking = model.outlook.sops.filter(({ exit }) => exit.length > 0);
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
              <CriterionItem
                key={view.criterion.id}
                sop={sop.id}
                view={view}
                stance={stanceOn(model.stances, sop.id, view)}
                step={mendingStep(view, model.outlook)}
                crm={model.heading.crm}
                now={now}
                events={events}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
