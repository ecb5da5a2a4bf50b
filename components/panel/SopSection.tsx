/** One SOP: what it is for, and its steps in phases. Finished steps stay where they are. */
import { useId } from 'react';
import type { SopView } from '../../lib/guard/outlook';
import { Markdown } from '../ui/Markdown';
import type { PanelEvents } from './events';
import { StepItem } from './StepItem';
import './steps.css';

interface SopSectionProps {
  view: SopView;
  tickedFrom: Readonly<Record<string, string>>;
  onMark: PanelEvents['onMark'];
}

export function SopSection({ view, tickedFrom, onMark }: SopSectionProps) {
  const id = useId();
  return (
    <section className="hr-sop" aria-labelledby={id}>
      <h2 id={id}>{view.sop.title}</h2>
      <Markdown text={view.sop.purpose} />
      {view.phases.map(({ phase, steps }) => (
        <section key={phase.id} className="hr-phase" aria-labelledby={`${id}-${phase.id}`}>
          <h3 id={`${id}-${phase.id}`}>{phase.title}</h3>
          <ul className="hr-steps">
            {steps.map((step) => (
              <StepItem key={step.step.id} view={step} tickedFrom={tickedFrom} onMark={onMark} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
