/** What the rep does in the team: SOPs that are for others are then left out. */
import { useState } from 'react';
import { Checkbox } from '../ui/Checkbox';
import type { Role } from './model';

interface RolesProps {
  roles: readonly Role[];
  /** The ids of those that the rep has. */
  mine: readonly string[];
  onRoles(ids: string[]): Promise<void>;
}

export function Roles({ roles, mine, onRoles }: RolesProps) {
  const [trouble, setTrouble] = useState('');
  const change = (id: string, on: boolean): void => {
    setTrouble('');
    const rest = mine.filter((role) => role !== id);
    onRoles(on ? [...rest, id] : rest).catch((error: unknown) =>
      setTrouble(error instanceof Error ? error.message : 'Your role was not saved. Try again.'),
    );
  };
  return (
    <fieldset className="hr-card hr-roles">
      <legend>Your role</legend>
      <p className="hr-setting__about">Choose what you do, and only its SOPs are shown and checked. Choose nothing to see all of them.</p>
      {roles.map(({ id, title }) => (
        <label key={id} className="hr-setting">
          <Checkbox checked={mine.includes(id)} onChange={(event) => change(id, event.target.checked)} />
          <span>{title}</span>
        </label>
      ))}
      <p role="status" className="hr-said">
        {trouble}
      </p>
    </fieldset>
  );
}
