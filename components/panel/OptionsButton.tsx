/** The way to the options: part of the record's header, so that it stays where the header stays; alone where there is no record. */
import { Settings } from 'lucide-react';
import { IconButton } from '../ui/Button';
import './options-button.css';

export function OptionsButton({ onOpen }: { onOpen(): void }) {
  return (
    <div className="hr-options">
      <IconButton icon={Settings} label="Open Handrail’s options" onClick={onOpen} />
    </div>
  );
}
