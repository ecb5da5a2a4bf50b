/**
 * Which tab the panel follows and what that tab said. A pure reducer: every answer carries the number of the question it answers, and is
 * dropped when the panel has moved on, so that no record's screen is ever drawn from another tab's answer.
 */
import type { TabState } from '../../lib/messages/protocol';

/** What is known of the tab in view. `silent`: it has no watcher; `crm` says whether its address is one of a CRM. */
export type TabSaid = { kind: 'asking' } | { kind: 'told'; state: TabState } | { kind: 'silent'; crm: boolean };

export interface Following {
  tabId: number | null;
  /** The number of the last question. An answer to an earlier one is late. */
  asked: number;
  said: TabSaid;
}

export type FollowEvent =
  /** Another tab is in view, or none. */
  | { type: 'looked'; tabId: number | null }
  /** The same tab may show something else by now: ask again, keep the screen meanwhile. */
  | { type: 'asked-again'; tabId: number }
  | { type: 'answered'; asked: number; state: TabState }
  /** Nobody answered. `loading`: the page is still on its way, so its watcher may yet come. */
  | { type: 'unanswered'; asked: number; crm: boolean; loading: boolean }
  /** A watcher spoke up by itself. */
  | { type: 'spoke'; tabId: number; state: TabState };

export const FOLLOWING_NOTHING: Following = { tabId: null, asked: 0, said: { kind: 'asking' } };

export function follow(now: Following, event: FollowEvent): Following {
  switch (event.type) {
    case 'looked':
      if (event.tabId === null) return { tabId: null, asked: now.asked + 1, said: { kind: 'silent', crm: false } };
      return { tabId: event.tabId, asked: now.asked + 1, said: event.tabId === now.tabId ? now.said : { kind: 'asking' } };
    case 'asked-again':
      return event.tabId === now.tabId ? { ...now, asked: now.asked + 1 } : now;
    case 'answered':
      return event.asked === now.asked ? { ...now, said: { kind: 'told', state: event.state } } : now;
    case 'unanswered':
      if (event.asked !== now.asked) return now;
      return { ...now, said: event.loading ? { kind: 'asking' } : { kind: 'silent', crm: event.crm } };
    case 'spoke':
      if (event.tabId !== now.tabId || isOlder(event.state, now.said)) return now;
      // An answer that is still on its way was given before this, so it counts as late from here on.
      return { ...now, asked: now.asked + 1, said: { kind: 'told', state: event.state } };
  }
}

function isOlder(state: TabState, said: TabSaid): boolean {
  return said.kind === 'told' && state.at < said.state.at;
}
