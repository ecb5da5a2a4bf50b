/** One file at a time through a promise, and how it fared. */
import { useState } from 'react';
import type { FileOutcome } from './model';

export type FileProgress = { kind: 'idle' } | { kind: 'busy' } | { kind: 'over'; fileName: string; outcome: FileOutcome };

export function useFile(take: (file: File) => Promise<FileOutcome>): [FileProgress, (file: File) => void] {
  const [progress, setProgress] = useState<FileProgress>({ kind: 'idle' });
  const run = (file: File): void => {
    setProgress({ kind: 'busy' });
    take(file).then(
      (outcome) => setProgress({ kind: 'over', fileName: file.name, outcome }),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : 'The file could not be read.';
        setProgress({ kind: 'over', fileName: file.name, outcome: { kind: 'refused', message, problems: [] } });
      },
    );
  };
  return [progress, run];
}
