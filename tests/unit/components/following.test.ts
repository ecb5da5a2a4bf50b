/** Following the tab in view: late answers are dropped, so that no record's screen is drawn from another tab's answer. */
import { describe, expect, it } from 'vitest';
import { FOLLOWING_NOTHING, follow } from '../../../components/panel/following';
import type { FollowEvent, Following } from '../../../components/panel/following';
import type { TabState } from '../../../lib/messages/protocol';

const state = (id: string, at = 1): TabState => ({
  view: { kind: 'record', record: { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id } },
  name: id,
  readings: [],
  unread: null,
  at,
});

const run = (...events: FollowEvent[]): Following => events.reduce(follow, FOLLOWING_NOTHING);
const shown = ({ said }: Following): string | null => (said.kind === 'told' ? said.state.name : said.kind);
const looked = (tabId: number | null): FollowEvent => ({ type: 'looked', tabId });
const answered = (asked: number, id: string): FollowEvent => ({ type: 'answered', asked, state: state(id) });
const unanswered = (asked: number, more: { crm?: boolean; loading?: boolean } = {}): FollowEvent => ({
  type: 'unanswered',
  asked,
  crm: more.crm ?? true,
  loading: more.loading ?? false,
});
const spoke = (tabId: number, id: string, at = 1): FollowEvent => ({ type: 'spoke', tabId, state: state(id, at) });

describe('following the tab in view', () => {
  it.each<[string, FollowEvent[], string]>([
    ['shows the answer of the tab in view', [looked(1), answered(1, 'A')], 'A'],
    ['shows nothing of the tab before while the next one is asked', [looked(1), answered(1, 'A'), looked(2)], 'asking'],
    ['drops an answer that comes after the tab was left', [looked(1), looked(2), answered(1, 'A')], 'asking'],
    ['drops it also when the next tab has answered first', [looked(1), looked(2), answered(2, 'B'), answered(1, 'A')], 'B'],
    ['drops it when the rep came back and asked anew', [looked(1), looked(2), looked(1), answered(1, 'old A')], 'asking'],
    ['drops a late refusal as well', [looked(1), looked(2), answered(2, 'B'), unanswered(1)], 'B'],
    ['hears the tab in view when it speaks up', [looked(1), answered(1, 'A'), spoke(1, 'A2', 2)], 'A2'],
    ['does not listen to other tabs', [looked(1), answered(1, 'A'), spoke(2, 'B', 2)], 'A'],
    ['what a tab says by itself makes an answer on its way late', [looked(1), spoke(1, 'new', 2), answered(1, 'old')], 'new'],
    ['drops what a tab said earlier and arrives later', [looked(1), spoke(1, 'new', 5), spoke(1, 'old', 4)], 'new'],
    ['keeps the screen while the same tab is asked again', [looked(1), answered(1, 'A'), { type: 'asked-again', tabId: 1 }], 'A'],
    ['keeps the screen when the same tab is looked at again', [looked(1), answered(1, 'A'), looked(1)], 'A'],
    ['does not ask another tab again', [looked(1), { type: 'asked-again', tabId: 2 }, answered(1, 'A')], 'A'],
    [
      'waits for the watcher of a page that is loading',
      [looked(1), answered(1, 'A'), { type: 'asked-again', tabId: 1 }, unanswered(2, { loading: true })],
      'asking',
    ],
    ['says that a tab has no watcher', [looked(1), unanswered(1)], 'silent'],
    ['a window without a tab has nothing to show', [looked(1), answered(1, 'A'), looked(null)], 'silent'],
  ])('%s', (_what, events, expected) => {
    expect(shown(run(...events))).toBe(expected);
  });

  it('remembers whether a silent tab is a CRM', () => {
    expect(run(looked(1), unanswered(1, { crm: false })).said).toEqual({ kind: 'silent', crm: false });
  });
});
