/** A box with its name above it, what it is for or what is wrong below it. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import '../ui/input.css';
import './form.css';

interface FieldProps {
  label: string;
  about?: string;
  /** What is wrong with what is in it; null where nothing is. */
  wrong?: string | null;
  /** Gets what ties the box to its name and its words. */
  children(field: { id: string; className: string; 'aria-invalid': boolean; 'aria-describedby': string }): ReactNode;
}

export function Field({ label, about = '', wrong = null, children }: FieldProps) {
  const id = useId();
  return (
    <div className="hr-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, className: 'hr-input hr-field__box', 'aria-invalid': wrong !== null, 'aria-describedby': `${id}-about` })}
      <p id={`${id}-about`} className={wrong === null ? 'hr-said' : 'hr-wrong'} aria-live="polite">
        {wrong ?? about}
      </p>
    </div>
  );
}
