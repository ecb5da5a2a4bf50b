/** A question, with the control that fits its answer. */
import { useEffect, useRef } from 'react';
import type { Value } from '../../lib/crm/adapter';
import type { Question } from '../../lib/guard/task';
import { Checkbox } from '../ui/Checkbox';
import { ChoiceList } from './ChoiceList';
import { WrittenAnswer } from './WrittenAnswer';

export interface QuestionTaskProps {
  question: Question;
  answer: Value;
  /** The id and the text of the step's title, which is the question. */
  labelledBy: string;
  title: string;
  onAnswer(value: Value): void;
}

/** More than these are a list to open. */
const MOST_RADIOS = 5;
const YES_NO = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
];

export function QuestionTask(props: QuestionTaskProps) {
  const { question, answer, labelledBy, title, onAnswer } = props;
  const { type, options = [] } = question;
  switch (type) {
    case 'text':
    case 'number':
    case 'date':
      return <WrittenAnswer type={type} answer={answer} labelledBy={labelledBy} onAnswer={onAnswer} />;
    case 'yes-no': {
      const picked = typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : null;
      const pick = (id: string | null): void => onAnswer(id === null ? null : id === 'yes');
      return <ChoiceList inline options={YES_NO} picked={picked} labelledBy={labelledBy} title={title} onPick={pick} />;
    }
    case 'choice': {
      const picked = typeof answer === 'string' ? answer : null;
      if (options.length > MOST_RADIOS) return <SelectAnswer {...props} />;
      return <ChoiceList options={options} picked={picked} labelledBy={labelledBy} title={title} onPick={onAnswer} />;
    }
    case 'choices':
      return <ChoicesAnswer {...props} />;
  }
}

function SelectAnswer({ question, answer, labelledBy, onAnswer }: QuestionTaskProps) {
  return (
    <select
      className="hr-input"
      aria-labelledby={labelledBy}
      value={typeof answer === 'string' ? answer : ''}
      onChange={({ target }) => onAnswer(target.value || null)}
    >
      <option value="">Not answered yet</option>
      {question.options?.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}

function ChoicesAnswer({ question, answer, labelledBy, onAnswer }: QuestionTaskProps) {
  const options = question.options ?? [];
  const kept = Array.isArray(answer) ? answer : [];
  // Two clicks may come before the first is on the disk: the second counts from the first.
  const asked = useRef(kept);
  useEffect(() => {
    asked.current = kept;
  });
  const toggle = (id: string, checked: boolean): void => {
    asked.current = options.map((option) => option.id).filter((one) => (one === id ? checked : asked.current.includes(one)));
    onAnswer(asked.current.length > 0 ? asked.current : null);
  };
  return (
    <div className="hr-choices" role="group" aria-labelledby={labelledBy}>
      {options.map(({ id, label }) => (
        <label key={id} className="hr-choice">
          <Checkbox checked={kept.includes(id)} onChange={({ target }) => toggle(id, target.checked)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
