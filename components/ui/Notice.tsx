/** A screen with little to show: what is the matter in one sentence, and the next step. */
import type { ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import './notice.css';

interface NoticeProps {
  icon: LucideIcon;
  title: string;
  /** 1 where it is the page's only heading. */
  level?: 1 | 2;
  children: ReactNode;
  /** Buttons. */
  next?: ReactNode;
}

export function Notice({ icon: Icon, title, level = 1, children, next }: NoticeProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="hr-notice">
      <span className="hr-notice__icon">
        <Icon size={20} aria-hidden />
      </span>
      <Heading className="hr-notice__title">{title}</Heading>
      <div className="hr-notice__body">{children}</div>
      {next && <div className="hr-notice__next">{next}</div>}
    </div>
  );
}
