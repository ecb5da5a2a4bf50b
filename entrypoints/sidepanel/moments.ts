/** Time as the panel needs it: the minute, for "today" and clocks, and whether a view has been waited for long enough. */
import { useEffect, useState } from 'react';

/** Longer than the watcher looks before it says that it cannot read (lib/watcher/tracker.ts). Milliseconds. */
const PATIENCE_MS = 5000;

/** The time in milliseconds since 1970, at most a minute old. */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** True once the same `view` has been in view for five seconds. */
export function usePatience(view: string): boolean {
  const [waitedFor, setWaitedFor] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setWaitedFor(view), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [view]);
  return waitedFor === view;
}
