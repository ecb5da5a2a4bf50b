/** One step: a real checkbox, what it is marked, its text, its sub-steps and the way to say that it does not apply. */
import { useId, useRef, useState } from 'react';
import { ChevronDown, CircleSlash2, RotateCcw } from 'lucide-react';
import type { StepView } from '../../lib/guard/outlook';
import { IconButton } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import type { PanelEvents } from './events';
import { reopenMarks, tickMarks } from './marks';
import { NotApplicable } from './NotApplicable';
import { StepDetail } from './StepDetail';

interface StepItemProps {
  view: StepView;
  /** Where auto-ticked steps take their tick from, by step id. */
  tickedFrom: Readonly<Record<string, string>>;
  onMark: PanelEvents['onMark'];
}

type Open = 'nothing' | 'detail' | 'not-applicable';

export function StepItem({ view, tickedFrom, onMark }: StepItemProps) {
  const { step, state, steps } = view;
  const ids = { title: useId(), said: useId(), body: useId() };
  const [open, setOpen] = useState<Open>('nothing');
  const checkbox = useRef<HTMLInputElement>(null);
  const aside = useRef<HTMLButtonElement>(null);
  const toggle = (part: Open): void => setOpen(open === part ? 'nothing' : part);
  const said = saidOf(view, tickedFrom);
  const hasDetail = Boolean(step.detail) || ('links' in step && (step.links?.length ?? 0) > 0);
  return (
    <li className={`hr-step hr-step--${state}`} id={`step-${step.id}`}>
      <div className="hr-step__row">
        <label className="hr-step__label">
          <Checkbox
            ref={checkbox}
            checked={state === 'done'}
            dashed={state === 'na'}
            aria-labelledby={ids.title}
            aria-describedby={said ? ids.said : undefined}
            onChange={(event) => onMark(step.title, tickMarks(view, event.target.checked))}
          />
          <span className="hr-step__title" id={ids.title}>
            {step.title} {!step.required && <em className="hr-step__optional">optional</em>}
          </span>
        </label>
        <div className="hr-step__tools">
          {state === 'na' ? (
            <IconButton icon={RotateCcw} label={`Applies after all: ${step.title}`} onClick={() => onMark(step.title, reopenMarks(view))} />
          ) : (
            <span className="hr-step__rare">
              <IconButton
                ref={aside}
                icon={CircleSlash2}
                label={`Does not apply: ${step.title}`}
                aria-expanded={open === 'not-applicable'}
                onClick={() => toggle('not-applicable')}
              />
            </span>
          )}
          {hasDetail && (
            <IconButton
              icon={ChevronDown}
              label={`How to: ${step.title}`}
              aria-expanded={open === 'detail'}
              aria-controls={ids.body}
              onClick={() => toggle('detail')}
            />
          )}
        </div>
      </div>
      {said && (
        <p className="hr-step__said" id={ids.said}>
          {said}
        </p>
      )}
      <div className="hr-step__body" id={ids.body}>
        {open === 'detail' && <StepDetail step={step} />}
        {open === 'not-applicable' && state !== 'na' && (
          <NotApplicable
            title={step.title}
            onCancel={() => {
              setOpen('nothing');
              aside.current?.focus();
            }}
            onSave={(reason) => {
              setOpen('nothing');
              checkbox.current?.focus();
              onMark(step.title, [{ step: step.id, state: 'na', reason }]);
            }}
          />
        )}
      </div>
      {steps.length > 0 && (
        <ul className="hr-steps hr-steps--sub">
          {steps.map((sub) => (
            <StepItem key={sub.step.id} view={sub} tickedFrom={tickedFrom} onMark={onMark} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Why a step is marked the way it is, where that does not speak for itself. */
function saidOf({ step, state, auto, reason, steps }: StepView, tickedFrom: Readonly<Record<string, string>>): string | null {
  if (state === 'na') return reason ? `Does not apply: ${reason}` : 'Does not apply';
  if (auto && state === 'done') return `Ticked from ${tickedFrom[step.id] ?? 'the record'}`;
  if (steps.length > 0) return `${steps.filter((sub) => sub.state !== 'open').length} of ${steps.length} parts`;
  return null;
}
