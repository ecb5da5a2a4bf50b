/** What the rep does in the team: SOPs that are for others are then left out. */
import { useId, useState } from 'react';
import { Checkbox } from '../ui/Checkbox';
import type { Role } from './model';

interface RolesProps {
  roles: readonly Role[];
  /** The ids of those that the rep has. */
  mine: readonly string[];
  /** The organisation has decided it. */
  isFixed: boolean;
  onRoles(ids: string[]): Promise<void>;
}

export function Roles({ roles, mine, isFixed, onRoles }: RolesProps) {
  const id = useId();
  const [trouble, setTrouble] = useState('');
  const change = (changed: string, on: boolean): void => {
    setTrouble('');
    const rest = mine.filter((role) => role !== changed);
    onRoles(on ? [...rest, changed] : rest).catch((error: unknown) =>
      setTrouble(error instanceof Error ? error.message : 'Your role was not saved. Try again.'),
    );
  };
  return (
    <fieldset className="hr-card hr-roles" aria-describedby={id}>
      <legend>Your role</legend>
      <p id={id} className="hr-setting__about">
        {isFixed ? (
          <>
            Only the SOPs of your role are shown and checked. <strong>Set by your organisation.</strong>
          </>
        ) : (
          'Choose what you do, and only its SOPs are shown and checked. Choose nothing to see all of them.'
        )}
      </p>
      {roles.map((role) => (
        <label key={role.id} className="hr-setting">
          <Checkbox checked={mine.includes(role.id)} disabled={isFixed} onChange={({ target }) => change(role.id, target.checked)} />
          <span>{role.title}</span>
        </label>
      ))}
      <p role="status" className="hr-said">
        {trouble}
      </p>
    </fieldset>
  );
}
