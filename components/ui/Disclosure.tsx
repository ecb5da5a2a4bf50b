/** "Why do I see this?" and its like: native details, closed at first. */
import type { ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';
import './disclosure.css';

export function Disclosure({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="hr-disclosure">
      <summary>
        <ChevronRight size={14} aria-hidden />
        {summary}
      </summary>
      {children}
    </details>
  );
}
