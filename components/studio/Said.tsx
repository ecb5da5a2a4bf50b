/** What came of the last thing that was asked for: in a live region that is always there, with a way back where there is one. */
import { useRef, useState } from 'react';
import { Undo2 } from 'lucide-react';
import { Button } from '../ui/Button';
import { useFocusKept } from '../ui/useFocusKept';

/** `undo` puts back what was before. */
export interface Done {
  words: string;
  undo?: () => Promise<void>;
}

export type Told = (Done & { isWrong: boolean }) | null;

/** The second takes a piece of work and tells what became of it. A rejection's message is told as it is. */
export function useTold(): [Told, (work: Promise<Done>) => void] {
  const [told, setTold] = useState<Told>(null);
  const tell = (work: Promise<Done>): void => {
    setTold(null);
    work.then(
      (done) => setTold({ ...done, isWrong: false }),
      (error: unknown) => setTold({ words: wordsOf(error), isWrong: true }),
    );
  };
  return [told, tell];
}

/** Whoever used [Undo] by keyboard stays here when the button goes. */
export function Said({ told, onTell }: { told: Told; onTell(work: Promise<Done>): void }) {
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place);
  const undo = told?.undo;
  return (
    <div ref={place} tabIndex={-1} role="status" className={told?.isWrong ? 'hr-said hr-said--wrong' : 'hr-said'}>
      {told && <span>{told.words}</span>}
      {undo && (
        <Button icon={Undo2} onClick={() => onTell(undo().then(() => ({ words: 'Put back as it was.' })))}>
          Undo
        </Button>
      )}
    </div>
  );
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'That did not work. Try again.';
}
