/** A box for a code: paste it, open the file that holds it, or drag that file here. */
import { useId, useRef, useState } from 'react';
import { FileUp } from 'lucide-react';
import { Button } from './Button';
import './code.css';
import './input.css';

interface CodeInProps {
  label: string;
  /** "HRQ1…" */
  placeholder: string;
  value: string;
  /** The id of the words about what is wrong with it; null where nothing is. */
  wrong: string | null;
  onText(text: string): void;
}

/** Of a file more than this is not read: no code is as long. In bytes. */
const MOST = 20_000;

export function CodeIn({ label, placeholder, value, wrong, onText }: CodeInProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined): void => {
    if (file) void file.slice(0, MOST).text().then(onText);
  };
  return (
    <div
      className={over ? 'hr-code-in hr-code-in--over' : 'hr-code-in'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        const [file] = event.dataTransfer.files;
        setOver(false);
        // Text that is dragged is the box's own business.
        if (!file) return;
        event.preventDefault();
        take(file);
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="hr-input hr-code-in__box"
        rows={2}
        spellCheck={false}
        autoComplete="off"
        placeholder={placeholder}
        value={value}
        aria-invalid={wrong !== null}
        aria-describedby={wrong ?? undefined}
        onChange={({ target }) => onText(target.value)}
      />
      <input
        ref={input}
        type="file"
        accept=".txt,text/plain"
        hidden
        aria-label={`${label}: a file`}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          take(file);
        }}
      />
      <Button look="quiet" icon={FileUp} onClick={() => input.current?.click()}>
        Open a file instead
      </Button>
    </div>
  );
}
