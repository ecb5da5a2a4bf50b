/** "Why do I see this?" and its like: native details, closed at first. */
import type { ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';
import './disclosure.css';

interface DisclosureProps {
  summary: string;
  children: ReactNode;
  onToggle?: (open: boolean) => void;
}

export function Disclosure({ summary, children, onToggle }: DisclosureProps) {
  return (
    <details className="hr-disclosure" onToggle={onToggle && (({ currentTarget }) => onToggle(currentTarget.open))}>
      <summary>
        <ChevronRight size={14} aria-hidden />
        {summary}
      </summary>
      {children}
    </details>
  );
}
