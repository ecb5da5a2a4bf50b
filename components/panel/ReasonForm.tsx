/** Why something was skipped: a reason from the pack's list, a note, and the day on which the exception ends, if it does. */
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button';
import type { Reason } from './model';
import '../ui/input.css';
import '../ui/line-form.css';
import './reason.css';

interface ReasonFormProps {
  /** The reasons to choose from; none where a note is enough. */
  codes: readonly { id: string; label: string }[];
  now: number;
  onSave(reason: Reason): void;
  onCancel(): void;
}

/** `bad`: the browser cannot make sense of it, as of half a date. */
interface Draft {
  code: string;
  note: string;
  day: string;
  bad: boolean;
}
type Part = 'code' | 'note' | 'day';

const PARTS: readonly Part[] = ['code', 'note', 'day'];
const NOTE_LENGTH = 2000;

export function ReasonForm({ codes, now, onSave, onCancel }: ReasonFormProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>({ code: '', note: '', day: '', bad: false });
  const [asked, setAsked] = useState(false);
  useEffect(() => focusOn(form.current?.elements[0]), []);

  const missing = missingIn(draft, codes.length > 0, now);
  const part = (name: Part, label: ReactNode, control: (props: object) => ReactNode) => {
    const told = asked ? missing[name] : undefined;
    const about = { 'aria-invalid': told !== undefined, 'aria-describedby': told && `${id}-${name}-missing` };
    return (
      <div className="hr-reason__part">
        <label htmlFor={`${id}-${name}`}>{label}</label>
        {control({ id: `${id}-${name}`, name, ...about })}
        {told && (
          <p id={`${id}-${name}-missing`} className="hr-form__missing">
            {told}
          </p>
        )}
      </div>
    );
  };
  const keep = (): void => {
    const { code, note, day } = draft;
    onSave({ ...(code !== '' && { code }), note: note.trim(), ...(day !== '' && { until: endOf(day) }) });
  };

  return (
    <form
      ref={form}
      className="hr-reason"
      aria-label="Give a reason"
      noValidate
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        const first = PARTS.find((name) => missing[name] !== undefined);
        setAsked(true);
        if (first === undefined) keep();
        else focusOn(event.currentTarget.elements.namedItem(first));
      }}
    >
      {codes.length > 0 &&
        part('code', 'Reason', (props) => (
          <select className="hr-input" {...props} value={draft.code} onChange={({ target }) => setDraft({ ...draft, code: target.value })}>
            <option value="">Choose a reason</option>
            {codes.map(({ id: value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        ))}
      {part('note', 'Note', (props) => (
        <textarea
          className="hr-input hr-input--text"
          {...props}
          rows={2}
          maxLength={NOTE_LENGTH}
          value={draft.note}
          onChange={({ target }) => setDraft({ ...draft, note: target.value })}
        />
      ))}
      {part(
        'day',
        <>
          The exception ends on <span className="hr-reason__optional">optional</span>
        </>,
        (props) => (
          <input
            type="date"
            className="hr-input hr-input--short"
            {...props}
            max="9999-12-31"
            value={draft.day}
            onChange={({ target }) => setDraft({ ...draft, day: target.value, bad: target.validity.badInput })}
          />
        ),
      )}
      <div className="hr-form__buttons">
        <Button type="submit" look="primary">
          Keep this reason
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function missingIn({ code, note, day, bad }: Draft, hasCodes: boolean, now: number): Partial<Record<Part, string>> {
  return {
    ...(hasCodes && code === '' && { code: 'Choose the reason that fits best.' }),
    ...(note.trim() === '' && { note: 'Write a short note: a manager reads it later.' }),
    ...((bad || (day !== '' && endOf(day) < now)) && { day: 'Give the whole date, today or later, or none.' }),
  };
}

/** The last moment of a day where the rep is, in milliseconds since 1970. */
function endOf(day: string): number {
  const end = new Date(`${day}T00:00:00`);
  end.setDate(end.getDate() + 1);
  return end.getTime() - 1;
}

function focusOn(control: unknown): void {
  if (control instanceof HTMLElement) control.focus();
}
