/** The code that grants an approval: pasted or from a file, checked, and taken or refused with the reason. */
import { useState } from 'react';
import { Button } from '../ui/Button';
import { CodeIn } from '../ui/CodeIn';
import type { PanelEvents } from './events';
import { refusalWords } from './refusal-words';

interface EnterCodeProps {
  step: { id: string; title: string };
  now: number;
  onEnterCode: PanelEvents['onEnterCode'];
  onGranted(): void;
}

export function EnterCode({ step, now, onEnterCode, onGranted }: EnterCodeProps) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const check = async (): Promise<void> => {
    setBusy(true);
    try {
      const refusal = await onEnterCode(step.id, text);
      setWrong(refusal && refusalWords(refusal, now));
      if (!refusal) {
        setText('');
        onGranted();
      }
    } catch (error) {
      setWrong(error instanceof Error ? error.message : 'The code was not kept. Try again.');
    }
    setBusy(false);
  };
  return (
    <form
      className="hr-approval__form"
      aria-label={`${step.title}: enter the code`}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') setWrong('Paste the code first.');
        else void check();
      }}
    >
      <CodeIn
        label="The code you got back"
        placeholder="HRA1…"
        value={text}
        wrong={wrong}
        onText={(pasted) => {
          setText(pasted);
          setWrong(null);
        }}
      >
        <Button type="submit" look="primary" disabled={busy}>
          Check the code
        </Button>
      </CodeIn>
    </form>
  );
}
