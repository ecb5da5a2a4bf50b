/** How a file fared: taken, or refused whole with every problem, its place and its reason. */
import { CircleCheck, SquareX } from 'lucide-react';
import { Disclosure } from '../ui/Disclosure';
import { Problems } from './Problems';
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

function Told({ progress: { file, outcome }, kept }: { progress: Extract<FileProgress, { kind: 'over' }>; kept: string }) {
  switch (outcome.kind) {
    case 'ask':
      return null;
    case 'done':
      return (
        <div className="hr-outcome hr-outcome--done">
          <CircleCheck size={16} aria-hidden />
          <div>
            <p>{outcome.message}</p>
            {outcome.advice && outcome.advice.length > 0 && (
              <Disclosure summary={outcome.advice.length === 1 ? 'One thing to look at' : `${outcome.advice.length} things to look at`}>
                <Problems problems={outcome.advice} />
              </Disclosure>
            )}
          </div>
        </div>
      );
    case 'refused':
      return (
        <div className="hr-outcome hr-outcome--refused">
          <SquareX size={16} aria-hidden />
          <div>
            <p>
              <strong>{file.name} was not used.</strong> {outcome.message} {kept}
            </p>
            {outcome.problems.length > 0 && <Problems problems={outcome.problems} />}
          </div>
        </div>
      );
  }
}
