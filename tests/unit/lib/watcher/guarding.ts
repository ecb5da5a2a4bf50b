/** A guard between a gate, a judge and a rep that are all played by the test. Fake timers are the test's to set. */
import { vi } from 'vitest';
import type { WireMove } from '../../../../lib/crm/adapter';
import type { Seen } from '../../../../lib/gate/channel';
import type { Decision } from '../../../../lib/messages/protocol';
import { createGuard, REFUSAL, type GuardSetting } from '../../../../lib/watcher/guard';
import { deferred, fakeLine, move, ORG, request, stubPage, warning } from './fixtures';

/**
 * By default the judge warns of what everybody knows, and the rep is asked and has not answered yet. `choose` is the rep's answer to the first
 * question. The worker lets the rep's word count.
 */
export function guarding(change: Partial<Omit<GuardSetting, 'missed'>> = {}) {
  const { line, posted, fromGate } = fakeLine();
  const answers: ReturnType<typeof deferred<Decision>>[] = [];
  const life = new AbortController();
  const setting = {
    line,
    refuse: vi.fn(change.refuse ?? stubPage().refuse),
    judge: vi.fn<GuardSetting['judge']>(change.judge ?? (async () => warning)),
    read: vi.fn<GuardSetting['read']>(change.read ?? (async () => false)),
    decided: vi.fn<GuardSetting['decided']>(
      change.decided ?? (async ({ moves }, { kind }) => ({ refuse: kind === 'on' ? [] : moves.map((_, at) => at) })),
    ),
    missed: vi.fn<GuardSetting['missed']>(),
    ask: vi.fn<GuardSetting['ask']>(
      change.ask ??
        ((_card, _look, signal) => {
          const answer = deferred<Decision>();
          answers.push(answer);
          signal.addEventListener('abort', () => answer.reject(new Error('taken away')));
          return answer.promise;
        }),
    ),
    readings: vi.fn(change.readings ?? (() => [])),
    matching: vi.fn(change.matching ?? (() => undefined)),
    nameOf: vi.fn(change.nameOf ?? (() => null)),
    org: () => ORG,
    heard: vi.fn<GuardSetting['heard']>(change.heard),
    alive: change.alive ?? (() => true),
    signal: life.signal,
  };
  createGuard(setting);
  const hold = (moves: WireMove[] = [move], seen: Seen[] = [], id = 1) =>
    fromGate({ say: 'hold', id, request, moves, splits: moves.length > 1, seen });
  const settled = () => posted.filter((message) => message.say === 'settle');
  const beats = () => posted.filter((message) => message.say === 'beat').length;
  return { ...setting, posted, fromGate, hold, settled, beats, choose: (decision: Decision) => answers[0]?.resolve(decision), life };
}

/** Lets everything happen that needs no time. */
export const settle = () => vi.advanceTimersByTimeAsync(0);
export const RELEASED = { say: 'settle', id: 1, refuse: undefined };

/** How a hold ends of which `moves` are refused. */
export function refused(moves: WireMove[] = [move]) {
  return { say: 'settle', id: 1, refuse: { answer: { status: 400, statusText: 'Bad Request', headers: {}, body: REFUSAL }, moves } };
}
