/** What a step asks for beside its tick, under its title: one kind per key that a step can have. */
import { ExternalLink } from 'lucide-react';
import type { Outlook } from '../../lib/guard/outlook';
import type { StepTask } from '../../lib/guard/task';
import { OutLink } from '../ui/Markdown';
import { ApprovalTask } from './ApprovalTask';
import { DecisionTask } from './DecisionTask';
import type { PanelEvents } from './events';
import { FieldsTask } from './FieldsTask';
import { QuestionTask } from './QuestionTask';
import { TemplateTask } from './TemplateTask';
import './tasks.css';

interface TaskProps {
  task: StepTask;
  step: { id: string; title: string };
  /** The id of the step's title on the screen. */
  labelledBy: string;
  /** What else is on the screen; null where no SOP is. */
  outlook: Outlook | null;
  /** Milliseconds since 1970. */
  now: number;
  events: PanelEvents;
}

export function Task(props: TaskProps) {
  return (
    <div className="hr-task">
      <Control {...props} />
    </div>
  );
}

function Control({ task, step, labelledBy, outlook, now, events }: TaskProps) {
  const asking = {
    labelledBy,
    title: step.title,
    onAnswer: (value: Parameters<PanelEvents['onAnswer']>[1]) => events.onAnswer(step.id, value),
  };
  switch (task.kind) {
    case 'question':
      return <QuestionTask {...asking} question={task.question} answer={task.answer} />;
    case 'decision':
      return <DecisionTask {...asking} branches={task.branches} chosen={task.chosen} outlook={outlook} />;
    case 'fields':
      return <FieldsTask fields={task.fields} onShowField={events.onShowField} />;
    case 'template':
      return <TemplateTask template={task.template} merged={task.merged} />;
    case 'asset':
      return (
        <p className="hr-task__line">
          <ExternalLink size={15} aria-hidden />
          <OutLink href={task.asset.url}>{task.asset.label}</OutLink>
        </p>
      );
    case 'approval':
      return <ApprovalTask task={task} step={step} now={now} events={events} />;
  }
}
