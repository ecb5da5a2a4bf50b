import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromGate } from '../../../../lib/gate/channel';
import { BEAT_MS } from '../../../../lib/gate/hold';
import type { Verdict } from '../../../../lib/guard/judge';
import { REFUSAL } from '../../../../lib/watcher/guard';
import { deferred, move, opportunity, response, sighting, verdict } from './fixtures';
import { guarding, RELEASED, settle } from './guarding';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const dropped: FromGate = { say: 'drop', id: 1 };
const missed: FromGate = { say: 'miss', id: 1, moves: [move], why: 'silent' };

describe.each([
  { end: 'dropped by the page', message: dropped },
  { end: 'given up by the gate', message: missed },
])('a hold that is $end', ({ message }) => {
  it('while the rep is asked: the question goes, nothing is written or settled, and the beats stop', async () => {
    const { hold, fromGate, ask, decided, settled, beats } = guarding();
    hold();
    await settle();
    expect(ask.mock.calls[0]?.[1].aborted).toBe(false);
    fromGate(message);
    await vi.advanceTimersByTimeAsync(5 * BEAT_MS);
    expect(ask.mock.calls[0]?.[1].aborted).toBe(true);
    expect(decided).not.toHaveBeenCalled();
    expect(settled()).toEqual([]);
    expect(beats()).toBe(0);
  });

  it('while it is judged: the rep is not asked, and nothing is settled', async () => {
    const judged = deferred<Verdict[]>();
    const { hold, fromGate, ask, settled } = guarding({ judge: () => judged.promise });
    hold();
    await settle();
    fromGate(message);
    judged.resolve([verdict('warn')]);
    await settle();
    expect(ask).not.toHaveBeenCalled();
    expect(settled()).toEqual([]);
  });

  it('while the decision is written: nothing is settled', async () => {
    const written = deferred<{ go: boolean }>();
    const { hold, fromGate, choose, settled } = guarding({ decided: () => written.promise });
    hold();
    await settle();
    choose({ kind: 'back' });
    await settle();
    fromGate(message);
    written.resolve({ go: false });
    await settle();
    expect(settled()).toEqual([]);
  });

  it('leaves the other hold alone', async () => {
    const { hold, fromGate, ask, beats } = guarding();
    hold([{ ...move, record: opportunity('006000000000002AAA') }], [], 2);
    await settle();
    hold();
    await settle();
    fromGate(message);
    await vi.advanceTimersByTimeAsync(2 * BEAT_MS);
    expect(ask.mock.calls.map(([, signal]) => signal.aborted)).toEqual([false, true]);
    expect(beats()).toBe(2);
  });
});

describe('a miss', () => {
  it.each([1, null])('of hold %s is told to the journal, with its reason and its org', (id) => {
    const { fromGate, missed: tell } = guarding();
    fromGate({ say: 'miss', id, moves: [{ ...move, record: opportunity(undefined, '') }], why: 'sync' });
    expect(tell).toHaveBeenCalledExactlyOnceWith([move], 'sync');
  });

  it('is told once, even when the judge fails afterwards', async () => {
    const judged = deferred<Verdict[]>();
    const { hold, fromGate, missed: tell } = guarding({ judge: () => judged.promise });
    hold();
    await settle();
    fromGate({ say: 'miss', id: 1, moves: [move], why: 'late' });
    judged.reject(new Error('asleep'));
    await settle();
    expect(tell).toHaveBeenCalledExactlyOnceWith([move], 'late');
  });

  it('is not told of a save that the page gave up itself', async () => {
    const judged = deferred<Verdict[]>();
    const { hold, fromGate, missed: tell } = guarding({ judge: () => judged.promise });
    hold();
    await settle();
    fromGate(dropped);
    judged.reject(new Error('asleep'));
    await settle();
    expect(tell).not.toHaveBeenCalled();
  });
});

describe('an extension that is gone', () => {
  it('retires the gate, takes the question away and stops beating', async () => {
    const { hold, life, ask, posted, decided, beats } = guarding();
    hold();
    await settle();
    life.abort();
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(5 * BEAT_MS);
    expect(posted).toContainEqual({ say: 'retire' });
    expect(ask.mock.calls[0]?.[1].aborted).toBe(true);
    expect(decided).not.toHaveBeenCalled();
    expect(beats()).toBe(0);
  });

  it('acknowledges no hold and asks nobody', async () => {
    const { hold, judge, posted } = guarding({ alive: () => false });
    hold();
    await settle();
    expect(posted).toEqual([]);
    expect(judge).not.toHaveBeenCalled();
  });
});

describe('a batch of which only a part is refused', () => {
  const merge = (answer: string): string => `${answer} + ${REFUSAL}`;

  async function refused() {
    const guard = guarding({ refuse: () => ({ forward: 'the innocent part', merge }) });
    guard.hold();
    await settle();
    guard.choose({ kind: 'back' });
    await settle();
    return guard;
  }

  it('is settled with its innocent part alone: a function cannot cross the line', async () => {
    const { settled } = await refused();
    expect(settled()).toEqual([{ say: 'settle', id: 1, refuse: { forward: 'the innocent part' } }]);
  });

  it('the answer to the innocent part gets the refusal put in', async () => {
    const { fromGate, posted } = await refused();
    fromGate({ say: 'merge', id: 1, answer: 'saved' });
    expect(posted.at(-1)).toEqual({ say: 'merged', id: 1, answer: `saved + ${REFUSAL}` });
  });

  it.each([2, 1])('an answer that belongs to no split, or to one that is done, comes back as it was (%s)', async (id) => {
    const { fromGate, posted } = await refused();
    if (id === 1) fromGate({ say: 'merge', id, answer: 'first' });
    fromGate({ say: 'merge', id, answer: 'saved' });
    expect(posted.at(-1)).toEqual({ say: 'merged', id, answer: 'saved' });
  });
});

describe('record responses', () => {
  it('that passed the gate are heard', () => {
    const { fromGate, heard, posted } = guarding();
    const seen = [response(1, sighting('Amount', 5)), response(2, sighting('Amount', 6))];
    fromGate({ say: 'seen', seen });
    expect(heard).toHaveBeenCalledExactlyOnceWith(seen);
    expect(posted).toEqual([]);
  });
});

it('a hold that is settled already is not settled again by a late word of the gate', async () => {
  const { hold, fromGate, settled, choose } = guarding();
  hold();
  await settle();
  choose({ kind: 'on' });
  await settle();
  fromGate(dropped);
  await settle();
  expect(settled()).toEqual([RELEASED]);
});
