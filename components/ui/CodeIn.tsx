/** A box for a code: paste it, open the file that holds it, or drag that file here. */
import { useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { FileUp } from 'lucide-react';
import { Button } from './Button';
import './code.css';
import './input.css';

interface CodeInProps {
  label: string;
  /** "HRQ1…" */
  placeholder: string;
  value: string;
  /** What is wrong with it; null where nothing is. */
  wrong: string | null;
  onText(text: string): void;
  /** Buttons that go before the one for files. */
  children?: ReactNode;
}

/** Of a file more than this is not read: no code is as long. In bytes. */
const MOST = 20_000;

export function CodeIn({ label, placeholder, value, wrong, onText, children }: CodeInProps) {
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
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onChange={({ target }) => onText(target.value)}
      />
      <p id={`${id}-wrong`} className="hr-code-in__wrong" role="status">
        {wrong}
      </p>
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
      <div className="hr-code-in__bar">
        {children}
        <Button look={children ? 'quiet' : 'plain'} icon={FileUp} onClick={() => input.current?.click()}>
          Open a file
        </Button>
      </div>
    </div>
  );
}
