/** One step: a real checkbox, what it is marked, what it asks for, its text, its sub-steps and the way to say that it does not apply. */
import { useId, useRef, useState } from 'react';
import { ChevronDown, CircleSlash2, RotateCcw } from 'lucide-react';
import type { StepView } from '../../lib/guard/outlook';
import { IconButton } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { Tag } from '../ui/Tag';
import type { PanelEvents } from './events';
import { reopenMarks, tickMarks } from './marks';
import type { StepContext } from './model';
import { NotApplicable } from './NotApplicable';
import { saidOf } from './said';
import { hasDetail, StepDetail } from './StepDetail';
import { StepSaid } from './StepSaid';
import { Task } from './Task';
import { elementWords } from './words';

interface StepItemProps {
  view: StepView;
  model: StepContext;
  now: number;
  events: PanelEvents;
}

type Open = 'nothing' | 'detail' | 'not-applicable';

export function StepItem({ view, model, now, events }: StepItemProps) {
  const { step, state, steps } = view;
  const { onMark } = events;
  const ids = { title: useId(), said: useId(), body: useId() };
  const [open, setOpen] = useState<Open>('nothing');
  const checkbox = useRef<HTMLInputElement>(null);
  const aside = useRef<HTMLButtonElement>(null);
  const toggle = (part: Open): void => setOpen(open === part ? 'nothing' : part);
  const said = saidOf(view, model, now);
  const task = model.tasks[step.id];
  // A code ticks it, and nothing else.
  const byCode = task?.kind === 'approval' && task.codes !== null;
  return (
    <li className={`hr-step hr-step--${state}`} id={`step-${step.id}`}>
      <div className="hr-step__row">
        <label className={byCode ? 'hr-step__label hr-step__label--fixed' : 'hr-step__label'}>
          <Checkbox
            ref={checkbox}
            checked={state === 'done'}
            dashed={state === 'na'}
            aria-disabled={byCode}
            aria-labelledby={ids.title}
            aria-describedby={said ? ids.said : undefined}
            onChange={(event) => byCode || onMark(step.title, tickMarks(view, event.target.checked))}
          />
          <span className="hr-step__title" id={ids.title}>
            {step.title} {!step.required && <em className="hr-step__optional">optional</em>}
            {task?.kind === 'question' && task.question.element && <Tag>{elementWords(task.question.element)}</Tag>}
            {task?.kind === 'approval' && <em className="hr-step__approval">Approval by {task.by}</em>}
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
          {hasDetail(step) && (
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
      {said && <StepSaid id={ids.said} said={said} />}
      {task && state !== 'na' && <Task task={task} step={step} labelledBy={ids.title} outlook={model.outlook} now={now} events={events} />}
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
            <StepItem key={sub.step.id} view={sub} model={model} now={now} events={events} />
          ))}
        </ul>
      )}
    </li>
  );
}
