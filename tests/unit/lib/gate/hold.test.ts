import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, WireMove } from '../../../../lib/crm/adapter';
import type { FromGate } from '../../../../lib/gate/channel';
import { ACK_MS, BEAT_MS, createKeeper, VERDICT_MS, type Keeper, type Settle } from '../../../../lib/gate/hold';

const move: WireMove = {
  record: { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006000000000001AAA' },
  field: 'StageName',
  to: 'Closed Won',
  values: {},
};

const NO: Answer = { status: 400, statusText: 'Bad Request', headers: {}, body: 'no' };

let posted: FromGate[];
let keeper: Keeper;

beforeEach(() => {
  vi.useFakeTimers();
  posted = [];
  keeper = createKeeper(
    { post: (message) => posted.push(message) },
    { now: () => Date.now(), after: (ms, run) => Number(setTimeout(run, ms)), cancel: (timer) => clearTimeout(timer) },
  );
});
afterEach(() => vi.useRealTimers());

function hold(moves = [move]) {
  const settle = vi.fn<Settle>();
  const request = { method: 'POST', url: 'https://acme.lightning.force.com/aura', body: 'message={}' };
  const drop = keeper.hold({ request, moves }, () => [], settle);
  return { settle, drop };
}

function beat(times: number): void {
  for (let count = 0; count < times; count++) {
    keeper.hear({ say: 'beat' });
    vi.advanceTimersByTime(BEAT_MS);
  }
}

describe('a hold', () => {
  it('releases when nobody acknowledges it in time, and says so', () => {
    const { settle } = hold();
    vi.advanceTimersByTime(ACK_MS - 1);
    expect(settle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(settle).toHaveBeenCalledExactlyOnceWith(undefined, expect.any(Number));
    expect(posted.at(-1)).toEqual({ say: 'miss', id: 1, moves: [move], why: 'no-answer' });
  });

  it('releases when it is acknowledged but no verdict comes in time', () => {
    const { settle } = hold();
    vi.advanceTimersByTime(100);
    keeper.hear({ say: 'ack', id: 1 });
    vi.advanceTimersByTime(VERDICT_MS - ACK_MS - 1);
    expect(settle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(settle).toHaveBeenCalledExactlyOnceWith(undefined, expect.any(Number));
    expect(posted.at(-1)).toMatchObject({ say: 'miss', why: 'late' });
  });

  it('stays as long as the rep thinks, while the watcher beats', () => {
    const { settle } = hold();
    keeper.hear({ say: 'ack', id: 1 });
    keeper.hear({ say: 'asking', id: 1 });
    beat(600);
    expect(settle).not.toHaveBeenCalled();
    keeper.hear({ say: 'settle', id: 1, refuse: NO });
    expect(settle).toHaveBeenCalledExactlyOnceWith(NO, 1);
  });

  it('releases after three missed beats', () => {
    const { settle } = hold();
    keeper.hear({ say: 'ack', id: 1 });
    keeper.hear({ say: 'asking', id: 1 });
    beat(5);
    vi.advanceTimersByTime(3 * BEAT_MS);
    expect(settle).toHaveBeenCalledExactlyOnceWith(undefined, expect.any(Number));
    expect(posted.at(-1)).toMatchObject({ say: 'miss', why: 'silent' });
  });

  it('is settled once, whatever is said afterwards', () => {
    const { settle } = hold();
    keeper.hear({ say: 'settle', id: 1 });
    keeper.hear({ say: 'settle', id: 1, refuse: NO });
    keeper.hear({ say: 'retire' });
    vi.advanceTimersByTime(60_000);
    expect(settle).toHaveBeenCalledExactlyOnceWith(undefined, expect.any(Number));
  });

  it('releases everything when the extension retires', () => {
    const first = hold();
    const second = hold([{ ...move, to: 'Closed Lost' }]);
    keeper.hear({ say: 'retire' });
    expect(first.settle).toHaveBeenCalledExactlyOnceWith(undefined, expect.any(Number));
    expect(second.settle).toHaveBeenCalledExactlyOnceWith(undefined, expect.any(Number));
  });

  it('asks once for the same save sent twice, and settles both alike', () => {
    const first = hold();
    const second = hold();
    expect(posted.filter((message) => message.say === 'hold')).toHaveLength(1);
    keeper.hear({ say: 'settle', id: 1, refuse: NO });
    expect(first.settle).toHaveBeenCalledExactlyOnceWith(NO, 1);
    expect(second.settle).toHaveBeenCalledExactlyOnceWith(NO, 1);
  });

  it('does not ask again for a released save that the client retries', () => {
    hold();
    keeper.hear({ say: 'settle', id: 1 });
    const retry = hold();
    expect(retry.settle).toHaveBeenCalledExactlyOnceWith(undefined, expect.any(Number));
    expect(retry.drop).toBeUndefined();
    expect(posted.filter((message) => message.say === 'hold')).toHaveLength(1);
  });

  it('asks again for a save that was refused before', () => {
    hold();
    keeper.hear({ say: 'settle', id: 1, refuse: NO });
    const again = hold();
    expect(again.settle).not.toHaveBeenCalled();
    expect(posted.filter((message) => message.say === 'hold')).toHaveLength(2);
  });

  it('is dropped without an answer when the page gives its request up', () => {
    const { settle, drop } = hold();
    drop?.();
    expect(posted.at(-1)).toEqual({ say: 'drop', id: 1 });
    vi.advanceTimersByTime(60_000);
    expect(settle).not.toHaveBeenCalled();
  });

  it('goes on for the other request when one of two joined ones is given up', () => {
    const first = hold();
    const second = hold();
    first.drop?.();
    keeper.hear({ say: 'settle', id: 1, refuse: NO });
    expect(first.settle).not.toHaveBeenCalled();
    expect(second.settle).toHaveBeenCalledExactlyOnceWith(NO, 1);
  });
});
