/** The box for an answer that is written: a text that the box grows with, a number or a date. Kept when the rep leaves it. */
import { useId } from 'react';
import type { Value } from '../../lib/crm/adapter';
import { useWritten } from '../ui/useWritten';
import type { Writing } from '../ui/useWritten';
import '../ui/input.css';

type Written = 'text' | 'number' | 'date';

interface WrittenAnswerProps {
  type: Written;
  answer: Value;
  /** The id of the question's own words. */
  labelledBy: string;
  onAnswer(value: Value): void;
}

const LONGEST = 4000;

const WRITINGS: Record<Written, Writing> = {
  text: { textOf: (value) => (value === null ? '' : String(value)), valueOf: (text) => text.trim() || null },
  number: { textOf: (value) => (typeof value === 'number' ? String(value) : ''), valueOf: numberOf },
  date: { textOf: (value) => (typeof value === 'string' ? value : ''), valueOf: (text) => text || null },
};

const BAD = { text: '', number: 'Give a number, such as 1500.', date: 'Give the whole date.' };

export function WrittenAnswer({ type, answer, labelledBy, onAnswer }: WrittenAnswerProps) {
  const bad = useId();
  const written = useWritten(answer, WRITINGS[type], onAnswer);
  const box = {
    className: type === 'text' ? 'hr-input hr-input--text' : 'hr-input hr-input--short',
    value: written.text,
    'aria-labelledby': labelledBy,
    'aria-invalid': written.bad,
    'aria-describedby': written.bad ? bad : undefined,
    onBlur: written.leave,
  };
  return (
    <div className="hr-answer">
      {type === 'text' ? (
        <textarea {...box} rows={1} maxLength={LONGEST} onChange={({ target }) => written.type(target.value, false)} />
      ) : (
        <input
          {...box}
          type={type}
          step="any"
          max={type === 'date' ? '9999-12-31' : undefined}
          onChange={({ target }) => written.type(target.value, target.validity.badInput)}
        />
      )}
      <p className="hr-answer__saved" role="status">
        {written.saved && 'Saved'}
      </p>
      {written.bad && (
        <p id={bad} className="hr-answer__bad">
          {BAD[type]}
        </p>
      )}
    </div>
  );
}

function numberOf(text: string): Value {
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) ? number : null;
}
