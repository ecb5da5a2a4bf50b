import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WireMove } from '../../../../lib/crm/adapter';
import type { FromGate, Refusal } from '../../../../lib/gate/channel';
import { ACK_MS, BEAT_MS, createKeeper, REMEMBERED_MS, VERDICT_MS, type Keeper, type Settle } from '../../../../lib/gate/hold';

const move: WireMove = {
  record: { crm: 'salesforce', org: 'acme.lightning.force.com', object: 'Opportunity', id: '006000000000001AAA' },
  field: 'StageName',
  to: 'Closed Won',
  values: {},
};

const NO: Refusal = { answer: { status: 400, statusText: 'Bad Request', headers: {}, body: 'no' }, moves: [move] };

let posted: FromGate[];
let keeper: Keeper;

beforeEach(() => {
  vi.useFakeTimers();
  posted = [];
  keeper = createKeeper({ post: (message) => posted.push(message) }, setTimeout);
});
afterEach(() => vi.useRealTimers());

function hold(moves = [move]) {
  const settle = vi.fn<Settle>();
  const request = { method: 'POST', url: 'https://acme.lightning.force.com/aura', body: 'message={}' };
  const drop = keeper.hold({ request, moves, splits: false }, () => [], settle);
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
    expect(settle).toHaveBeenCalledExactlyOnceWith(undefined);
    expect(posted.at(-1)).toEqual({ say: 'miss', id: 1, moves: [move], why: 'no-answer' });
  });

  it('releases when it is acknowledged but no verdict comes in time', () => {
    const { settle } = hold();
    vi.advanceTimersByTime(100);
    keeper.hear({ say: 'ack', id: 1 });
    vi.advanceTimersByTime(VERDICT_MS - ACK_MS - 1);
    expect(settle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(settle).toHaveBeenCalledExactlyOnceWith(undefined);
    expect(posted.at(-1)).toMatchObject({ say: 'miss', why: 'late' });
  });

  it('stays as long as the rep thinks, while the watcher beats', () => {
    const { settle } = hold();
    keeper.hear({ say: 'ack', id: 1 });
    keeper.hear({ say: 'asking', id: 1 });
    beat(600);
    expect(settle).not.toHaveBeenCalled();
    keeper.hear({ say: 'settle', id: 1, refuse: NO });
    expect(settle).toHaveBeenCalledExactlyOnceWith(NO);
  });

  it('releases after three missed beats', () => {
    const { settle } = hold();
    keeper.hear({ say: 'ack', id: 1 });
    keeper.hear({ say: 'asking', id: 1 });
    beat(5);
    vi.advanceTimersByTime(3 * BEAT_MS);
    expect(settle).toHaveBeenCalledExactlyOnceWith(undefined);
    expect(posted.at(-1)).toMatchObject({ say: 'miss', why: 'silent' });
  });

  it('is settled once, whatever is said afterwards', () => {
    const { settle } = hold();
    keeper.hear({ say: 'settle', id: 1 });
    keeper.hear({ say: 'settle', id: 1, refuse: NO });
    keeper.hear({ say: 'retire' });
    vi.advanceTimersByTime(60_000);
    expect(settle).toHaveBeenCalledExactlyOnceWith(undefined);
  });

  it('releases everything when the extension retires', () => {
    const first = hold();
    const second = hold([{ ...move, to: 'Closed Lost' }]);
    keeper.hear({ say: 'retire' });
    expect(first.settle).toHaveBeenCalledExactlyOnceWith(undefined);
    expect(second.settle).toHaveBeenCalledExactlyOnceWith(undefined);
  });

  it('asks once for the same save sent twice, and settles both alike', () => {
    const first = hold();
    const second = hold();
    expect(posted.filter((message) => message.say === 'hold')).toHaveLength(1);
    keeper.hear({ say: 'settle', id: 1, refuse: NO });
    expect(first.settle).toHaveBeenCalledExactlyOnceWith(NO);
    expect(second.settle).toHaveBeenCalledExactlyOnceWith(NO);
  });

  it('is remembered for some seconds once it is released: a client may retry it', () => {
    expect(keeper.remembers([move])).toBe(false);
    hold();
    expect(keeper.remembers([move])).toBe(false);
    keeper.hear({ say: 'settle', id: 1 });
    expect(keeper.remembers([{ ...move }])).toBe(true);
    expect(keeper.remembers([{ ...move, values: { Amount: 1 } }])).toBe(false);
    vi.advanceTimersByTime(REMEMBERED_MS - 1);
    expect(keeper.remembers([move])).toBe(true);
    vi.advanceTimersByTime(1);
    expect(keeper.remembers([move])).toBe(false);
  });

  it('asks again for a save that was refused before', () => {
    hold();
    keeper.hear({ say: 'settle', id: 1, refuse: NO });
    expect(keeper.remembers([move])).toBe(false);
    const again = hold();
    expect(again.settle).not.toHaveBeenCalled();
    expect(posted.filter((message) => message.say === 'hold')).toHaveLength(2);
  });

  it('is not begun when it cannot be said', () => {
    const mute = createKeeper(
      {
        post: () => {
          throw new Error('cannot be cloned');
        },
      },
      setTimeout,
    );
    const settle = vi.fn<Settle>();
    const found = { request: { method: 'POST', url: 'https://acme.lightning.force.com/aura', body: '' }, moves: [move], splits: false };
    expect(() => mute.hold(found, () => [], settle)).toThrow('cannot be cloned');
    vi.advanceTimersByTime(60_000);
    expect(settle).not.toHaveBeenCalled();
  });

  it('takes what responses told along, once for a save that is sent twice', () => {
    const seen = vi.fn(() => []);
    const found = { request: { method: 'POST', url: 'https://acme.lightning.force.com/aura', body: '' }, moves: [move], splits: false };
    for (let times = 0; times < 2; times++) keeper.hold(found, seen, vi.fn<Settle>());
    expect(seen).toHaveBeenCalledOnce();
  });

  it('hears of no beat before the rep is asked: the verdict is still due', () => {
    const { settle } = hold();
    keeper.hear({ say: 'ack', id: 1 });
    keeper.hear({ say: 'beat' });
    vi.advanceTimersByTime(VERDICT_MS - ACK_MS);
    expect(settle).toHaveBeenCalledExactlyOnceWith(undefined);
  });

  it('says nothing when it is given up after it was settled', () => {
    const { drop } = hold();
    keeper.hear({ say: 'settle', id: 1, refuse: NO });
    drop();
    expect(posted.map(({ say }) => say)).toEqual(['hold']);
  });

  it('is dropped without an answer when the page gives its request up', () => {
    const { settle, drop } = hold();
    drop();
    expect(posted.at(-1)).toEqual({ say: 'drop', id: 1 });
    vi.advanceTimersByTime(60_000);
    expect(settle).not.toHaveBeenCalled();
  });

  it('goes on for the other request when one of two joined ones is given up', () => {
    const first = hold();
    const second = hold();
    first.drop();
    keeper.hear({ say: 'settle', id: 1, refuse: NO });
    expect(first.settle).not.toHaveBeenCalled();
    expect(second.settle).toHaveBeenCalledExactlyOnceWith(NO);
  });
});
