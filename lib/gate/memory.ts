/** Record responses that passed, as they came, until the watcher asks for them. Nothing is looked into in the page's world. */
import type { Passed, Seen } from './channel';

const MAX_KEPT = 12;
/** Requests that are told of by kind. */
const MAX_PASSED = 10;
/** Of all kept responses together, in characters: they are the page's memory. */
const MAX_CHARACTERS = 1_000_000;

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
      if (passed.push(request) > MAX_PASSED) passed.shift();
    },
    note(seen) {
      kept.push(seen);
      characters += seen.response.length;
      while (kept.length > MAX_KEPT || characters > MAX_CHARACTERS) characters -= kept.shift()?.response.length ?? characters;
    },
    take() {
      const taken = kept;
      kept = [];
      characters = 0;
      return taken;
    },
  };
}
