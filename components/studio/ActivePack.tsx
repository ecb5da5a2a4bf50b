/** The pack in use: what it is called, who made it, where it came from and what it holds. */
import { CircleCheck, Package } from 'lucide-react';
import { dayWords } from '../ui/time';
import type { Contents, PackSummary } from './model';
import './packs.css';

export function ActivePack({ pack, now }: { pack: PackSummary | undefined; now: number }) {
  if (!pack) {
    return (
      <div className="hr-card hr-pack">
        <Package size={20} aria-hidden />
        <div>
          <h3>No rule pack in use</h3>
          <p>Add the file that your manager sent you, and your steps show up beside your deals.</p>
        </div>
      </div>
    );
  }
  return (
    <div className="hr-card hr-pack">
      <Package size={20} aria-hidden />
      <div>
        <p className="hr-pack__use">
          <CircleCheck size={14} aria-hidden /> In use
        </p>
        <h3>{pack.title}</h3>
        {pack.description && <p>{pack.description}</p>}
        <dl className="hr-facts">
          <Fact term="Version">{pack.version}</Fact>
          <Fact term="From">{pack.publisher}</Fact>
          <Fact term="Added">{`${cameFrom(pack)}, ${dayWords(pack.addedAt, now)}`}</Fact>
          <Fact term="Holds">{holds(pack)}</Fact>
        </dl>
      </div>
    </div>
  );
}

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** "came with Handrail", "from a file". */
export function cameFrom({ source }: PackSummary): string {
  switch (source) {
    case 'starter':
      return 'came with Handrail';
    case 'file':
      return 'from a file';
    case 'subscription':
      return 'by subscription';
  }
}

/** "2 pipelines, 14 stages, 9 SOPs". */
export function holds({ pipelines, stages, sops }: Contents): string {
  return [counted(pipelines, 'pipeline'), counted(stages, 'stage'), counted(sops, 'SOP')].join(', ');
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
