import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromGate } from '../../../../lib/gate/channel';
import { BEAT_MS } from '../../../../lib/gate/hold';
import type { ToWorker } from '../../../../lib/messages/protocol';
import { deferred, move, opportunity, response, sighting, warning } from './fixtures';
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
    expect(ask.mock.calls[0]?.[2].aborted).toBe(false);
    fromGate(message);
    await vi.advanceTimersByTimeAsync(5 * BEAT_MS);
    expect(ask.mock.calls[0]?.[2].aborted).toBe(true);
    expect(decided).not.toHaveBeenCalled();
    expect(settled()).toEqual([]);
    expect(beats()).toBe(0);
  });

  it('while it is judged: the rep is not asked, and nothing is settled', async () => {
    const judged = deferred<ToWorker['judge']['answer']>();
    const { hold, fromGate, ask, settled } = guarding({ judge: () => judged.promise });
    hold();
    await settle();
    fromGate(message);
    judged.resolve(warning);
    await settle();
    expect(ask).not.toHaveBeenCalled();
    expect(settled()).toEqual([]);
  });

  it('while the decision is written: nothing is settled', async () => {
    const written = deferred<{ refuse: number[] }>();
    const { hold, fromGate, choose, settled } = guarding({ decided: () => written.promise });
    hold();
    await settle();
    choose({ kind: 'back' });
    await settle();
    fromGate(message);
    written.resolve({ refuse: [0] });
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
    expect(ask.mock.calls.map(([, , signal]) => signal.aborted)).toEqual([false, true]);
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
    const judged = deferred<ToWorker['judge']['answer']>();
    const { hold, fromGate, missed: tell } = guarding({ judge: () => judged.promise });
    hold();
    await settle();
    fromGate({ say: 'miss', id: 1, moves: [move], why: 'late' });
    judged.reject(new Error('asleep'));
    await settle();
    expect(tell).toHaveBeenCalledExactlyOnceWith([move], 'late');
  });

  it('is not told of a save that the page gave up itself', async () => {
    const judged = deferred<ToWorker['judge']['answer']>();
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
    expect(ask.mock.calls[0]?.[2].aborted).toBe(true);
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

describe('record responses', () => {
  it('that passed the gate are heard, with the requests of any kind', () => {
    const { fromGate, heard, posted } = guarding();
    const seen = [response(1, sighting('Amount', 5)), response(2, sighting('Amount', 6))];
    const passed = [{ at: 1, method: 'GET', url: '/aura', kind: 'read' as const }];
    fromGate({ say: 'seen', seen, passed });
    expect(heard).toHaveBeenCalledExactlyOnceWith(seen, passed);
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
