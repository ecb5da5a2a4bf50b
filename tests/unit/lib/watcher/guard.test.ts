import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reading } from '../../../../lib/crm/adapter';
import { BEAT_MS } from '../../../../lib/gate/hold';
import type { Decision, Held } from '../../../../lib/messages/protocol';
import { REFUSAL, type GuardSetting } from '../../../../lib/watcher/guard';
import { cardWith, deferred, look, move, opportunity, ORG, request, response, sighting, silence, warning } from './fixtures';
import { guarding, refused, RELEASED, settle } from './guarding';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('before the verdict', () => {
  it('a hold is acknowledged at once, in the same turn', () => {
    const { hold, posted } = guarding();
    hold();
    expect(posted).toEqual([{ say: 'ack', id: 1 }]);
  });

  it('what the hold brings along is heard first, and what is known of its records goes to the judge', async () => {
    const known: Reading = { ...sighting('Amount', 5), at: 1 };
    const order: string[] = [];
    const { hold, judge, readings, heard } = guarding({
      heard: vi.fn(() => void order.push('heard')),
      readings: vi.fn(() => {
        order.push('readings');
        return [known];
      }),
    });
    const seen = [response(1, sighting('Amount', 5))];
    hold([move, { ...move, record: opportunity('006000000000002AAA') }], seen);
    await settle();
    expect(order).toEqual(['heard', 'readings']);
    expect(heard).toHaveBeenCalledExactlyOnceWith(seen);
    expect(readings).toHaveBeenCalledExactlyOnceWith(new Set(['006000000000001AAA', '006000000000002AAA']));
    expect(judge.mock.calls[0]?.[0].readings).toEqual([known]);
  });

  it('the judge is told the names that are known, in the order of the moves, and whether the save can be parted', async () => {
    const other = { ...move, record: opportunity('006000000000002AAA') };
    const { hold, judge } = guarding({ nameOf: (id) => (id === other.record.id ? 'Globex' : null) });
    hold([move, other]);
    await settle();
    expect(judge.mock.calls[0]?.[0]).toMatchObject({ names: [null, 'Globex'], splits: true });
  });

  it('every hold has a name of its own', async () => {
    const { hold, judge } = guarding();
    hold([move], [], 1);
    hold([move], [], 2);
    await settle();
    const names = judge.mock.calls.map(([held]) => held.id);
    expect(new Set(names).size).toBe(2);
  });

  it('the org of the page stands in where the request does not name it, and nowhere else', async () => {
    const other = { ...move, record: opportunity('006000000000002AAA', 'other.lightning.force.com') };
    const { hold, judge } = guarding({ readings: () => [{ ...sighting('Amount', 5, opportunity(undefined, '')), at: 1 }] });
    hold([{ ...move, record: opportunity(undefined, '') }, other]);
    await settle();
    const held = judge.mock.calls[0]?.[0];
    expect(held?.moves.map(({ record }) => record.org)).toEqual([ORG, 'other.lightning.force.com']);
    expect(held?.readings.map(({ record }) => record.org)).toEqual([ORG]);
  });
});

describe('the verdict', () => {
  it('nothing to show: released without asking', async () => {
    const { hold, ask, decided, posted } = guarding({ judge: async () => silence });
    hold();
    await settle();
    expect(ask).not.toHaveBeenCalled();
    expect(decided).not.toHaveBeenCalled();
    expect(posted).toEqual([{ say: 'ack', id: 1 }, RELEASED]);
  });

  it('a card: the rep is asked with it, in its look', async () => {
    const { hold, ask, posted } = guarding();
    hold();
    await settle();
    expect(ask).toHaveBeenCalledExactlyOnceWith(warning.card, warning.look, expect.any(AbortSignal));
    expect(posted).toEqual([
      { say: 'ack', id: 1 },
      { say: 'asking', id: 1 },
    ]);
  });

  it('the judge fails: released, and told as missed with the org filled in', async () => {
    const { hold, ask, missed, settled } = guarding({ judge: () => Promise.reject(new Error('asleep')) });
    hold([{ ...move, record: opportunity(undefined, '') }]);
    await settle();
    expect(settled()).toEqual([RELEASED]);
    expect(missed).toHaveBeenCalledExactlyOnceWith([move], 'no-verdict');
    expect(ask).not.toHaveBeenCalled();
  });

  it('what is known cannot be gathered: released, and told as missed', async () => {
    const broken = () => {
      throw new Error('broken page');
    };
    const { hold, missed, settled } = guarding({ readings: broken });
    hold();
    await settle();
    expect(settled()).toEqual([RELEASED]);
    expect(missed).toHaveBeenCalledOnce();
  });
});

describe('while the rep is asked', () => {
  it('beats each second, and no more once everything is decided', async () => {
    const { hold, beats, choose } = guarding();
    hold();
    await settle();
    await vi.advanceTimersByTimeAsync(5 * BEAT_MS);
    expect(beats()).toBe(5);
    choose({ kind: 'on' });
    await vi.advanceTimersByTimeAsync(5 * BEAT_MS);
    expect(beats()).toBe(5);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('beats once a second however many holds are asked about', async () => {
    const { hold, beats } = guarding();
    hold([move], [], 1);
    hold([move], [], 2);
    await settle();
    await vi.advanceTimersByTimeAsync(5 * BEAT_MS);
    expect(beats()).toBe(5);
  });

  it('goes on beating for as long as the decision is being written', async () => {
    const { hold, beats, choose } = guarding({ decided: () => new Promise(() => undefined) });
    hold();
    await settle();
    choose({ kind: 'on' });
    await vi.advanceTimersByTimeAsync(3 * BEAT_MS);
    expect(beats()).toBe(3);
  });

  it('does not beat for an extension that is gone', async () => {
    let alive = true;
    const { hold, beats } = guarding({ alive: () => alive });
    hold();
    await settle();
    alive = false;
    await vi.advanceTimersByTimeAsync(5 * BEAT_MS);
    expect(beats()).toBe(0);
  });
});

describe('the decision', () => {
  it('back: refused in the CRM’s own protocol, in words that say nothing of the pack', async () => {
    const { hold, refuse, choose, settled } = guarding();
    hold();
    await settle();
    choose({ kind: 'back' });
    await settle();
    expect(refuse).toHaveBeenCalledExactlyOnceWith(request, [move], REFUSAL);
    expect(settled()).toEqual([refused()]);
  });

  it('on: released only after it is in the journal', async () => {
    const written = deferred<{ refuse: number[] }>();
    const decided = vi.fn<GuardSetting['decided']>(() => written.promise);
    const { hold, judge, choose, settled } = guarding({ decided });
    hold();
    await settle();
    const decision: Decision = { kind: 'on', reasonCode: 'other', note: 'By phone' };
    choose(decision);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(settled()).toEqual([]);
    expect(decided).toHaveBeenCalledExactlyOnceWith(judge.mock.calls[0]?.[0] satisfies Held | undefined, decision);
    written.resolve({ refuse: [] });
    await settle();
    expect(settled()).toEqual([RELEASED]);
  });

  it('on, but the pack does not let it go on: refused', async () => {
    const { hold, choose, settled } = guarding({ decided: async () => ({ refuse: [0] }) });
    hold();
    await settle();
    choose({ kind: 'on' });
    await settle();
    expect(settled()).toEqual([refused()]);
  });

  it.each([
    { kind: 'on', ends: RELEASED },
    { kind: 'back', ends: refused() },
  ] as const)('$kind, and the journal cannot be reached: the rep’s word counts', async ({ kind, ends }) => {
    const { hold, choose, settled } = guarding({ decided: () => Promise.reject(new Error('no worker')) });
    hold();
    await settle();
    choose({ kind });
    await settle();
    expect(settled()).toEqual([ends]);
  });

  it('a refusal that cannot be made releases the save', async () => {
    const broken = () => {
      throw new Error('unknown protocol');
    };
    const { hold, choose, settled } = guarding({ refuse: broken });
    hold();
    await settle();
    choose({ kind: 'back' });
    await settle();
    expect(settled()).toEqual([RELEASED]);
  });
});

describe('a decision on some of the records', () => {
  const moves = [0, 1, 2].map((at) => ({ ...move, record: opportunity(`00600000000000${at}AAA`) }));
  const [first, second, third] = moves;
  const asked = { card: cardWith(0, 2), look, unseen: [] };
  const confirmed = [{ move: 2, sop: 'discovery', criterion: 'budget' }];

  it('refuses what the worker says must stay, and lets the others go', async () => {
    const { hold, choose, refuse, settled } = guarding({ judge: async () => asked, decided: async () => ({ refuse: [2, 0] }) });
    hold(moves);
    await settle();
    choose({ kind: 'some' });
    await settle();
    expect(refuse).toHaveBeenCalledExactlyOnceWith(request, [first, third], REFUSAL);
    expect(settled()).toEqual([refused([first, third].flatMap((each) => each ?? []))]);
  });

  it.each<{ what: string; decision: Decision; stay: typeof moves }>([
    { what: 'those with something open stay', decision: { kind: 'some' }, stay: [first, third].flatMap((each) => each ?? []) },
    { what: 'not those that the rep stands for', decision: { kind: 'some', confirmed }, stay: [first].flatMap((each) => each ?? []) },
    { what: 'going back, all stay', decision: { kind: 'back' }, stay: [first, second, third].flatMap((each) => each ?? []) },
  ])('where the journal cannot be reached the rep’s word counts: $what', async ({ decision, stay }) => {
    const { hold, choose, settled } = guarding({ judge: async () => asked, decided: () => Promise.reject(new Error('no worker')) });
    hold(moves);
    await settle();
    choose(decision);
    await settle();
    expect(settled()).toEqual([refused(stay)]);
  });
});

describe('a question that cannot be shown', () => {
  it('releases the save, tells the miss, and stops beating', async () => {
    const { hold, missed, decided, settled, beats } = guarding({ ask: () => Promise.reject(new Error('covered')) });
    hold([{ ...move, record: opportunity(undefined, '') }]);
    await settle();
    expect(settled()).toEqual([RELEASED]);
    expect(missed).toHaveBeenCalledExactlyOnceWith([move], 'covered');
    expect(decided).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(5 * BEAT_MS);
    expect(beats()).toBe(0);
  });
});
