/** A template to copy: text in its own box, with a button that says when it was copied. */
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Check, Copy, TriangleAlert } from 'lucide-react';
import { Button } from './Button';

type Outcome = 'idle' | 'copied' | 'failed';

const WORDS: Record<Outcome, string> = { idle: 'Copy', copied: 'Copied', failed: 'Could not copy. Select the text instead' };
const ICONS = { idle: Copy, copied: Check, failed: TriangleAlert } as const;

export function CopyBlock({ children }: { children: ReactNode }) {
  const text = useRef<HTMLPreElement>(null);
  const [outcome, setOutcome] = useState<Outcome>('idle');
  const copy = (): void => {
    navigator.clipboard.writeText(text.current?.textContent.trimEnd() ?? '').then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  };
  return (
    <div className="hr-template">
      <pre ref={text}>{children}</pre>
      <div className="hr-template__bar">
        <Button look="quiet" icon={ICONS[outcome]} onClick={copy} aria-live="polite">
          {WORDS[outcome]}
        </Button>
      </div>
    </div>
  );
}
