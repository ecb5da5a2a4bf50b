/** Copies a text, and says when it did. */
import { useState } from 'react';
import { Check, Copy, TriangleAlert } from 'lucide-react';
import { Button } from './Button';

type Outcome = 'idle' | 'copied' | 'failed';

const WORDS: Record<Outcome, string> = { idle: 'Copy', copied: 'Copied', failed: 'Could not copy. Select the text instead' };
const ICONS = { idle: Copy, copied: Check, failed: TriangleAlert } as const;

interface CopyButtonProps {
  look?: 'plain' | 'quiet';
  /** What is copied, for a screen reader where there are several such buttons. */
  what?: string;
  /** Asked for at the click. */
  text(): string;
}

export function CopyButton({ look = 'quiet', what, text }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('idle');
  const copy = (): void => {
    navigator.clipboard.writeText(text()).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  };
  return (
    <Button look={look} icon={ICONS[outcome]} onClick={copy} aria-live="polite">
      <span>
        {WORDS[outcome]}
        {what && <span className="hr-hidden"> {what}</span>}
      </span>
    </Button>
  );
}
