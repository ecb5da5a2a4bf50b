/** One SOP: what it is for and when, and its steps in phases. Finished steps stay where they are. */
import { useId } from 'react';
import { ChevronRight, CircleDashed } from 'lucide-react';
import type { SopView } from '../../lib/guard/outlook';
import { Markdown } from '../ui/Markdown';
import { AboutSop } from './AboutSop';
import type { PanelEvents } from './events';
import type { SopModel } from './model';
import { StepItem } from './StepItem';
import './steps.css';

interface SopSectionProps {
  view: SopView;
  /** Not the stage's first: without a required step it is closed until the rep wants it. */
  aside: boolean;
  model: SopModel;
  now: number;
  events: PanelEvents;
}

export function SopSection({ view, aside, model, now, events }: SopSectionProps) {
  const id = useId();
  const { sop, onlyIf, phases } = view;
  const steps = phases.flatMap((phase) => phase.steps);
  const body = (
    <>
      {onlyIf !== null && (
        <p className="hr-sop__only">
          <CircleDashed size={15} aria-hidden />
          <span>Only if {onlyIf}</span>
        </p>
      )}
      <Markdown text={sop.purpose} />
      <AboutSop sop={sop} roles={model.handbook.roles} now={now} />
      {phases.map(({ phase, steps: phaseSteps }) => (
        <section key={phase.id} className="hr-phase" aria-labelledby={`${id}-${phase.id}`}>
          <h3 id={`${id}-${phase.id}`}>{phase.title}</h3>
          <ul className="hr-steps">
            {phaseSteps.map((step) => (
              <StepItem key={step.step.id} view={step} model={model} now={now} events={events} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
  return (
    <section className="hr-sop" id={`sop-${sop.id}`} aria-labelledby={id}>
      {aside && steps.every(({ step }) => !step.required) ? (
        <details className="hr-sop__aside">
          <summary>
            <ChevronRight size={15} aria-hidden />
            <h2 id={id}>{sop.title}</h2>
            <span>{steps.length} optional</span>
          </summary>
          {body}
        </details>
      ) : (
        <>
          <h2 id={id}>{sop.title}</h2>
          {body}
        </>
      )}
    </section>
  );
}
