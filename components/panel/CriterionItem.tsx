/** One criterion: shape and word for its state, its sentence, its provenance, the way to mend it, and what the rep has to say of it. */
import type { ReactNode } from 'react';
import type { KnownValue } from '../../lib/criteria/facts';
import type { Crm } from '../../lib/crm/adapter';
import type { CriterionView, StepView } from '../../lib/guard/outlook';
import { Disclosure } from '../ui/Disclosure';
import { Markdown } from '../ui/Markdown';
import { StateMark, wordsOf } from '../ui/StateMark';
import { timeWords } from '../ui/time';
import { CriterionTools } from './CriterionTools';
import type { PanelEvents } from './events';
import type { Stance } from './model';
import { stateOf } from './stance';
import { severityWords, sourceWords } from './words';

export interface CriterionItemProps {
  sop: string;
  view: CriterionView;
  stance: Stance | undefined;
  /** The step that mends it, where it is on the screen. */
  step: StepView['step'] | undefined;
  crm: Crm;
  now: number;
  events: PanelEvents;
  children?: ReactNode;
}

export function CriterionItem({ sop, view, stance, step, crm, now, events, children }: CriterionItemProps) {
  const { criterion, result, sentence } = view;
  const state = stateOf(view, stance);
  const confirmed = state === 'confirmed' ? stance?.confirmed : undefined;
  const known = newest(view);
  const about = [
    ...(known ? [capital(sourceWords(known.source, known.at, crm, now))] : []),
    ...(result === 'true' || confirmed ? [] : [severityWords(criterion.severity)]),
  ];
  return (
    <li className={`hr-criterion hr-criterion--${state}`}>
      <StateMark truth={state} />
      <div className="hr-criterion__text">
        <p className="hr-criterion__label">{criterion.label}</p>
        <p>
          <strong className={`hr-criterion__state hr-mark--${state}`}>{wordsOf(state)}</strong> <span aria-hidden>·</span> {sentence}
        </p>
        {confirmed && <p className="hr-criterion__about">{[confirmed.by, timeWords(confirmed.at, now)].filter(Boolean).join(', ')}</p>}
        {about.length > 0 && <p className="hr-criterion__about">{about.join(' · ')}</p>}
        {result !== 'true' && stance?.wrong && (
          <p className="hr-criterion__about">
            You noted: “{stance.wrong.comment}”, {timeWords(stance.wrong.at, now)}
          </p>
        )}
        {children}
        {result !== 'true' && <CriterionTools sop={sop} view={view} confirmed={confirmed !== undefined} step={step} events={events} />}
        {criterion.why && (
          <Disclosure summary="Why it matters">
            <Markdown text={criterion.why} />
          </Disclosure>
        )}
      </div>
    </li>
  );
}

function newest({ trace }: CriterionView): KnownValue | undefined {
  return trace.flatMap(({ known }) => (known ? [known] : [])).sort((a, b) => b.at - a.at)[0];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
