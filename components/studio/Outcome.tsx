/** How a file fared: taken, or refused whole with every problem, its place and its reason. */
import { CircleCheck, SquareX } from 'lucide-react';
import type { FileProgress } from './use-file';
import './file.css';

interface OutcomeProps {
  progress: FileProgress;
  /** What stays as it was when a file is refused. */
  kept: string;
}

/** The live region is always there, so that what comes into it is read out. */
export function Outcome({ progress, kept }: OutcomeProps) {
  return <div role="status">{progress.kind === 'over' && <Told progress={progress} kept={kept} />}</div>;
}

function Told({ progress: { fileName, outcome }, kept }: { progress: Extract<FileProgress, { kind: 'over' }>; kept: string }) {
  switch (outcome.kind) {
    case 'done':
      return (
        <p className="hr-outcome hr-outcome--done">
          <CircleCheck size={16} aria-hidden />
          <span>{outcome.message}</span>
        </p>
      );
    case 'refused':
      return (
        <div className="hr-outcome hr-outcome--refused">
          <SquareX size={16} aria-hidden />
          <div>
            <p>
              <strong>{fileName} was not used.</strong> {outcome.message} {kept}
            </p>
            {outcome.problems.length > 0 && (
              <ol className="hr-problems">
                {outcome.problems.map(({ path, message }, place) => (
                  <li key={place}>
                    {path && <code>{path}</code>} {message}
                  </li>
                ))}
              </ol>
            )}
          </div>
        </div>
      );
  }
}
