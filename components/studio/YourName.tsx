/** The rep's name, as it stands beside what the rep confirms. Kept when the rep leaves the box. */
import { useId } from 'react';
import { useWritten } from '../ui/useWritten';
import type { Writing } from '../ui/useWritten';
import '../ui/input.css';

const NAME_LENGTH = 100;
const PLAIN: Writing = { textOf: (value) => (value === null ? '' : String(value)), valueOf: (text) => text.trim() || null };

export function YourName({ name, onName }: { name: string; onName(name: string): void }) {
  const id = useId();
  const written = useWritten(name || null, PLAIN, (value) => onName(PLAIN.textOf(value)));
  return (
    <div className="hr-settings__one hr-settings__name">
      <label htmlFor={id}>Your name</label>
      <div className="hr-line">
        <input
          id={id}
          className="hr-input hr-input--short"
          value={written.text}
          maxLength={NAME_LENGTH}
          autoComplete="name"
          aria-describedby={`${id}-about`}
          onChange={({ target }) => written.type(target.value, false)}
          onBlur={written.leave}
        />
        <span role="status">{written.saved && 'Saved'}</span>
      </div>
      <p id={`${id}-about`} className="hr-said">
        It stands beside what you confirm. It stays on this computer.
      </p>
    </div>
  );
}
