/** What the rep does in the team, and which pilot groups the rep is in: packs go by both. */
import { useId, useState } from 'react';
import { Checkbox } from '../ui/Checkbox';
import type { Role } from './shapes';
import { wordsOf } from './Said';

interface RolesProps {
  roles: readonly Role[];
  /** The ids of those that the rep has. */
  mine: readonly string[];
  /** The organisation has decided it. */
  isFixed: boolean;
  onRoles(ids: string[]): Promise<void>;
}

/** SOPs that are for others are then left out. */
export function Roles({ roles, mine, isFixed, onRoles }: RolesProps) {
  return (
    <Choices
      title="Your role"
      about="Choose what you do, and only its SOPs are shown and checked. Choose nothing to see all of them."
      fixedAbout="Only the SOPs of your role are shown and checked."
      {...{ choices: roles, mine, isFixed, onChoose: onRoles }}
    />
  );
}

interface GroupsProps {
  groups: readonly string[];
  mine: readonly string[];
  isFixed: boolean;
  onGroups(groups: string[]): Promise<void>;
}

/** Whoever is in none gets a new version once everybody does. */
export function Groups({ groups, mine, isFixed, onGroups }: GroupsProps) {
  return (
    <Choices
      title="Pilot groups"
      about="Choose one only if your manager asked you to: you get new versions of a pack before the others do."
      fixedAbout="You get new versions of a pack together with these groups."
      {...{ choices: groups.map((id) => ({ id, title: id })), mine, isFixed, onChoose: onGroups }}
    />
  );
}

interface ChoicesProps {
  title: string;
  about: string;
  fixedAbout: string;
  choices: readonly Role[];
  mine: readonly string[];
  isFixed: boolean;
  onChoose(ids: string[]): Promise<void>;
}

function Choices({ title, about, fixedAbout, choices, mine, isFixed, onChoose }: ChoicesProps) {
  const id = useId();
  const [trouble, setTrouble] = useState('');
  const change = (changed: string, on: boolean): void => {
    setTrouble('');
    const rest = mine.filter((one) => one !== changed);
    onChoose(on ? [...rest, changed] : rest).catch((error: unknown) => setTrouble(wordsOf(error)));
  };
  if (choices.length === 0) return null;
  return (
    <fieldset className="hr-card hr-roles" aria-describedby={id}>
      <legend>{title}</legend>
      <p id={id} className="hr-setting__about">
        {isFixed ? fixedAbout : about} {isFixed && <strong>Set by your organisation.</strong>}
      </p>
      {choices.map((choice) => (
        <label key={choice.id} className="hr-setting">
          <Checkbox checked={mine.includes(choice.id)} disabled={isFixed} onChange={({ target }) => change(choice.id, target.checked)} />
          <span>{choice.title}</span>
        </label>
      ))}
      <p role="status" className="hr-said">
        {trouble}
      </p>
    </fieldset>
  );
}
