/** A place for one file: choose it with a button, or drag it here. */
import { useId, useRef, useState } from 'react';
import { FileUp } from 'lucide-react';
import { Button } from '../ui/Button';
import './file.css';

interface FileDropProps {
  /** The button's words, "Choose a pack file". */
  choose: string;
  hint: string;
  /** Name endings, ".json,.yaml". */
  accept: string;
  busy: boolean;
  onFile(file: File): void;
}

export function FileDrop({ choose, hint, accept, busy, onFile }: FileDropProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      className={over ? 'hr-drop hr-drop--over' : 'hr-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file && !busy) onFile(file);
      }}
    >
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        hidden
        aria-label={choose}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <Button icon={FileUp} disabled={busy} onClick={() => input.current?.click()}>
        {busy ? 'Reading the file…' : choose}
      </Button>
      <p>{hint}</p>
    </div>
  );
}
