/** The small form in which a rep says why a step does not apply. A reason is needed: a manager reads it later. */
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../ui/Button';
import '../ui/input.css';

interface NotApplicableProps {
  title: string;
  onSave(reason: string): void;
  onCancel(): void;
}

const REASON_LENGTH = 200;

export function NotApplicable({ title, onSave, onCancel }: NotApplicableProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const missing = asked && reason.trim() === '';
  return (
    <form
      className="hr-na"
      aria-label={`${title}: does not apply`}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) onSave(reason.trim());
        else {
          setAsked(true);
          field.current?.focus();
        }
      }}
    >
      <label htmlFor={id}>Why does this not apply here?</label>
      <input
        id={id}
        ref={field}
        className="hr-input"
        value={reason}
        maxLength={REASON_LENGTH}
        autoComplete="off"
        aria-invalid={missing}
        aria-describedby={missing ? `${id}-missing` : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      {missing && (
        <p id={`${id}-missing`} className="hr-na__missing">
          Give a short reason, such as “renewal, no demo needed”.
        </p>
      )}
      <div className="hr-na__buttons">
        <Button type="submit" look="primary">
          Does not apply
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
