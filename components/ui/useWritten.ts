/** An answer while it is being written: what its box holds, and whether that is kept. What was typed is kept when the box goes away. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Value } from '../../lib/crm/adapter';

/** How an answer is written in a box. The two are each other's inverse, but for blanks and the like. */
export interface Writing {
  textOf(value: Value): string;
  /** Null for a text that says nothing. */
  valueOf(text: string): Value;
}

interface Typed {
  text: string;
  /** The browser cannot make sense of it, as of half a date: it is no answer yet, and not a cleared one either. */
  bad: boolean;
  /** The rep has left the box since. */
  left: boolean;
}

interface Written {
  text: string;
  saved: boolean;
  /** Left with something that is no answer. */
  bad: boolean;
  type(text: string, bad: boolean): void;
  leave(): void;
}

export function useWritten(kept: Value, { textOf, valueOf }: Writing, save: (value: Value) => void): Written {
  const keptText = textOf(kept);
  const [typed, setTyped] = useState<Typed | null>(null);
  const [before, setBefore] = useState(keptText);
  const isKept = typed !== null && !typed.bad && textOf(valueOf(typed.text)) === keptText;
  if (before !== keptText) {
    setBefore(keptText);
    // Another window answered: its answer shows, unless something is being written here.
    if (typed?.left === true && !isKept) setTyped(null);
  }

  const keep = (): void => {
    if (typed !== null && !typed.bad && !isKept) save(valueOf(typed.text));
  };
  const latest = useRef(keep);
  useLayoutEffect(() => {
    latest.current = keep;
  });
  useEffect(() => {
    const keepLatest = (): void => latest.current();
    addEventListener('pagehide', keepLatest);
    return () => {
      removeEventListener('pagehide', keepLatest);
      keepLatest();
    };
  }, []);

  return {
    text: typed?.text ?? keptText,
    saved: isKept,
    bad: typed?.left === true && typed.bad,
    type: (text, bad) => setTyped({ text, bad, left: false }),
    leave: () => {
      if (typed !== null) setTyped({ ...typed, left: true });
      keep();
    },
  };
}
