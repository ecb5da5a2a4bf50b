/** The few things a rep may want otherwise. Each is kept at once. */
import { useId, useState } from 'react';
import { Keyboard } from 'lucide-react';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';

interface SettingsProps {
  /** Undefined until it is read. */
  handle: boolean | undefined;
  shortcut: string;
  onHandle(on: boolean): Promise<void>;
  onOpenShortcuts(): void;
}

export function Settings({ handle, shortcut, onHandle, onOpenShortcuts }: SettingsProps) {
  const id = useId();
  const [trouble, setTrouble] = useState('');
  const change = (on: boolean): void => {
    setTrouble('');
    onHandle(on).catch((error: unknown) => setTrouble(error instanceof Error ? error.message : 'The setting was not saved. Try again.'));
  };
  return (
    <div className="hr-card hr-settings">
      <label className="hr-setting">
        <Checkbox
          checked={handle ?? false}
          disabled={handle === undefined}
          aria-describedby={id}
          onChange={(event) => change(event.target.checked)}
        />
        <span>Show the Handrail handle in the CRM page</span>
      </label>
      <p id={id} className="hr-setting__about">
        A small button at the edge of the page that opens the side panel. Without it, use the toolbar icon or the keyboard.
      </p>
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
