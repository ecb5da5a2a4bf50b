/** The panel's view state: the tab it follows and the word about what was just done. Nothing here outlives the panel. */
import { createStore } from 'zustand/vanilla';
import type { Taken } from '../../lib/progress/begun';
import type { StepChange } from '../../lib/progress/checklists';
import type { RecordKey } from '../../lib/progress/record-key';
import { FOLLOWING_NOTHING, follow } from './following';
import type { FollowEvent, Following } from './following';
import type { StepMark } from './marks';

/** What takes it back: the marks of before, or the whole update. */
export type Undo = readonly StepChange[] | Taken;

/** A word about a record. It is shown only while that record is in view. */
interface Word {
  id: number;
  record: RecordKey;
  message: string;
  undo?: Undo;
}

export interface PanelState {
  following: Following;
  word: Word | null;
  follow(event: FollowEvent): void;
  say(word: Omit<Word, 'id'> | null): void;
}

export function createPanelStore() {
  return createStore<PanelState>()((set) => ({
    following: FOLLOWING_NOTHING,
    word: null,
    follow: (event) => set(({ following }) => ({ following: follow(following, event) })),
    say: (word) => set((now) => ({ word: word && { ...word, id: (now.word?.id ?? 0) + 1 } })),
  }));
}

export type PanelStore = ReturnType<typeof createPanelStore>;

/** "Done: …", "Not done any more: …", "Does not apply: …". */
export function wordFor(title: string, marks: readonly StepMark[]): string {
  switch (marks[0]?.state) {
    case 'done':
      return `Done: ${title}`;
    case 'na':
      return `Does not apply: ${title}`;
    case 'open':
    case undefined:
      return `Open again: ${title}`;
  }
}
