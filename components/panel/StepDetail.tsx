/** How a step is done: the pack's own text, advice and links. */
import { ExternalLink } from 'lucide-react';
import type { Step } from '../../lib/pack/schema';
import { FactList } from '../ui/FactList';
import { Markdown, OutLink } from '../ui/Markdown';
import { guidance } from './guidance';

/** Whether there is anything to tell. */
export function hasDetail({ detail, links, tips, examples, troubleshooting }: Step): boolean {
  return Boolean(detail) || [links, tips, examples, troubleshooting].some((list) => list !== undefined && list.length > 0);
}

export function StepDetail({ step }: { step: Step }) {
  const { detail, links = [] } = step;
  return (
    <div className="hr-detail">
      {detail && <Markdown text={detail} />}
      <FactList facts={guidance(step)} />
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
