/** "Qualification · Stage 2 of 8", with one small segment per open stage. The segments only repeat the words. */
import { CircleCheck, CircleSlash } from 'lucide-react';
import type { Outlook } from '../../lib/guard/outlook';

/** Open stages are counted; a closed one is named instead. */
export function StageBar({ outlook }: { outlook: Outlook }) {
  const { pipeline, stage } = outlook;
  const open = pipeline.stages.filter(({ kind }) => kind === 'open');
  const at = open.findIndex(({ id }) => id === stage.id);
  return (
    <div className="hr-stage">
      <p className="hr-stage__words">
        <strong>{stage.title}</strong>
        <StagePosition kind={stage.kind} at={at} of={open.length} />
      </p>
      <div className="hr-stage__bar" aria-hidden>
        {open.map(({ id }, place) => (
          <i key={id} className={stage.kind === 'won' || place < at ? 'is-past' : place === at ? 'is-now' : ''} />
        ))}
      </div>
    </div>
  );
}

function StagePosition({ kind, at, of }: { kind: Outlook['stage']['kind']; at: number; of: number }) {
  switch (kind) {
    case 'open':
      return (
        <span>
          Stage {at + 1} of {of}
        </span>
      );
    case 'won':
      return (
        <span className="hr-stage__closed">
          <CircleCheck size={14} aria-hidden /> Won
        </span>
      );
    case 'lost':
      return (
        <span className="hr-stage__closed">
          <CircleSlash size={14} aria-hidden /> Lost
        </span>
      );
  }
}
