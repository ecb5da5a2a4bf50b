/** The few things a rep may want otherwise. Each is kept at once. */
import { useId, useState } from 'react';
import { Keyboard } from 'lucide-react';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import type { StudioEvents, StudioModel } from './model';
import { YourName } from './YourName';

type SettingsProps = Pick<StudioModel, 'name' | 'handle' | 'readAtMove' | 'fixed' | 'shortcut'> &
  Pick<StudioEvents, 'onName' | 'onHandle' | 'onReadAtMove' | 'onOpenShortcuts'>;

export function Settings({ name, handle, readAtMove, fixed, shortcut, onName, onHandle, onReadAtMove, onOpenShortcuts }: SettingsProps) {
  const [trouble, setTrouble] = useState('');
  const kept = (work: Promise<void>): void => {
    setTrouble('');
    work.catch((error: unknown) => setTrouble(error instanceof Error ? error.message : 'The setting was not saved. Try again.'));
  };
  return (
    <div className="hr-card hr-settings">
      {name !== undefined && <YourName name={name} onName={(now) => kept(onName(now))} />}
      <Switch
        label="Show the Handrail handle in the CRM page"
        about="A small button at the edge of the page that opens the side panel. Without it, use the toolbar icon or the keyboard."
        on={handle}
        isFixed={fixed.handle}
        onChange={(on) => kept(onHandle(on))}
      />
      <Switch
        label="Read missing values from the CRM when a stage change is held"
        about="Only then, once per record, in your own session. Without it you are asked about what the page does not show."
        on={readAtMove}
        isFixed={fixed.readAtMove}
        onChange={(on) => kept(onReadAtMove(on))}
      />
      <p role="status" className="hr-said">
        {trouble}
      </p>
      <div className="hr-setting__keys">
        <p>Open the side panel: {shortcut ? <kbd>{shortcut}</kbd> : 'no keys set'}</p>
        <Button icon={Keyboard} onClick={onOpenShortcuts}>
          Change the keys
        </Button>
      </div>
    </div>
  );
}

interface SwitchProps {
  label: string;
  about: string;
  /** Undefined until it is read. */
  on: boolean | undefined;
  /** The organisation has decided it. */
  isFixed: boolean;
  onChange(on: boolean): void;
}

function Switch({ label, about, on, isFixed, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className="hr-settings__one">
      <label className="hr-setting">
        <Checkbox
          checked={on ?? false}
          disabled={on === undefined || isFixed}
          aria-describedby={id}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span>{label}</span>
      </label>
      <p id={id} className="hr-setting__about">
        {about} {isFixed && <strong>Set by your organisation.</strong>}
      </p>
    </div>
  );
}
