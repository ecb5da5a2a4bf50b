/** Record responses that passed, as they came, until the watcher asks for them. Nothing is looked into in the page's world. */
import type { Seen } from './channel';

const MAX_KEPT = 12;
/** Of all kept responses together, in characters: they are the page's memory. */
const MAX_CHARACTERS = 1_000_000;

export interface Memory {
  note(seen: Seen): void;
  /** Everything noted since the last time, oldest first. */
  take(): Seen[];
}

export function createMemory(): Memory {
  let kept: Seen[] = [];
  let characters = 0;
  return {
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
