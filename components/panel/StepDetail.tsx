/** How a step is done: the pack's own text and links. */
import { ExternalLink } from 'lucide-react';
import type { Step, SubStep } from '../../lib/pack/schema';
import { Markdown, OutLink } from '../ui/Markdown';

export function StepDetail({ step }: { step: Step | SubStep }) {
  const links = 'links' in step ? (step.links ?? []) : [];
  return (
    <div className="hr-detail">
      {step.detail && <Markdown text={step.detail} />}
      {links.length > 0 && (
        <ul className="hr-detail__links">
          {links.map(({ label, url }) => (
            <li key={url}>
              <ExternalLink size={14} aria-hidden />
              <OutLink href={url}>{label}</OutLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
