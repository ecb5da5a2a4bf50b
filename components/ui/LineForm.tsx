/** A small form for one line of text that must not be empty: why a step does not apply, why a debt is waived, what is wrong with a rule. */
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from './Button';
import './input.css';
import './line-form.css';

interface LineFormProps {
  /** What the form is about, for a screen reader. */
  name: string;
  label: string;
  /** The words of the button that keeps it. */
  submit: string;
  /** What to say when nothing was written. */
  missing: string;
  maxLength: number;
  onSave(text: string): void;
  onCancel(): void;
}

/** Takes the focus when it opens; Escape closes it. Whoever opens it gives the focus back. */
export function LineForm({ name, label, submit, missing, maxLength, onSave, onCancel }: LineFormProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const isMissing = asked && text.trim() === '';
  return (
    <form
      className="hr-line-form"
      aria-label={name}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) onSave(text.trim());
        else {
          setAsked(true);
          field.current?.focus();
        }
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={field}
        className="hr-input"
        value={text}
        maxLength={maxLength}
        autoComplete="off"
        aria-invalid={isMissing}
        aria-describedby={isMissing ? `${id}-missing` : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      {isMissing && (
        <p id={`${id}-missing`} className="hr-form__missing">
          {missing}
        </p>
      )}
      <div className="hr-form__buttons">
        <Button type="submit" look="primary">
          {submit}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
