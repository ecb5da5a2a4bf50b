/** Record responses that passed, as they came, until the watcher asks for them. Nothing is looked into in the page's world. */
import type { Passed, Seen } from './channel';

export interface Memory {
  note(seen: Seen): void;
  /** A request went by; what it was. */
  pass(passed: Passed): void;
  /** The last requests that went by, oldest first. */
  passed: Passed[];
  /** Everything noted since the last time, oldest first. */
  take(): Seen[];
}

export function createMemory(): Memory {
  let kept: Seen[] = [];
  let characters = 0;
  const passed: Passed[] = [];
  return {
    passed,
    pass(request) {
      if (passed.push(request) > 10) passed.shift();
    },
    note(seen) {
      kept.push(seen);
      characters += seen.response.length;
      // A dozen responses, and a million characters of them all: they are the page's memory.
      while (kept.length > 12 || characters > 1e6) characters -= kept.shift()?.response.length ?? characters;
    },
    take() {
      const taken = kept;
      kept = [];
      characters = 0;
      return taken;
    },
  };
}
