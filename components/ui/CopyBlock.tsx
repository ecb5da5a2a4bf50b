/** A text to copy, in its own box with its own button. */
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { CopyButton } from './CopyButton';
import './markdown.css';

export function CopyBlock({ children }: { children: ReactNode }) {
  const text = useRef<HTMLPreElement>(null);
  return (
    <div className="hr-template">
      <pre ref={text}>{children}</pre>
      <div className="hr-template__bar">
        <CopyButton text={() => text.current?.textContent.trimEnd() ?? ''} />
      </div>
    </div>
  );
}
