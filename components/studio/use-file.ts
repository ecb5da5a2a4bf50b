/** One file at a time through a promise, and how it fared. */
import { useState } from 'react';
import type { FileOutcome } from './model';

export type FileProgress = { kind: 'idle' } | { kind: 'busy' } | { kind: 'over'; file: File; outcome: FileOutcome };

interface Taking {
  progress: FileProgress;
  /** `trusts`: the id of the key that the person has just decided to trust. */
  take(file: File, trusts?: string): void;
  /** The person decided against it. */
  leave(file: File, message: string): void;
}

export function useFile(taken: (file: File, trusts?: string) => Promise<FileOutcome>): Taking {
  const [progress, setProgress] = useState<FileProgress>({ kind: 'idle' });
  const leave = (file: File, message: string): void =>
    setProgress({ kind: 'over', file, outcome: { kind: 'refused', message, problems: [] } });
  return {
    progress,
    leave,
    take: (file, trusts) => {
      setProgress({ kind: 'busy' });
      taken(file, trusts).then(
        (outcome) => setProgress({ kind: 'over', file, outcome }),
        (error: unknown) => leave(file, error instanceof Error ? error.message : 'The file could not be read.'),
      );
    },
  };
}
