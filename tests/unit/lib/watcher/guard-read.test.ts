/** The one read at a held move: when it is made, and that the verdict is there in time whatever comes of it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reading } from '../../../../lib/crm/adapter';
import { VERDICT_MS } from '../../../../lib/gate/hold';
import type { ToWorker } from '../../../../lib/messages/protocol';
import type { GuardSetting } from '../../../../lib/watcher/guard';
import { cardWith, deferred, look, move, opportunity, request, sighting, silence, warning } from './fixtures';
import { guarding, RELEASED, settle } from './guarding';

type Said = ToWorker['judge']['answer'];

const unsure: Said = { ...warning, unseen: [0] };
const known: Reading = { ...sighting('Amount', 5), source: 'wire', at: 1 };
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The judge is unsure, and then says `then`. The read brings `isNew`. */
function reading(change: Partial<GuardSetting> = {}, then: Said = silence) {
  const judge = vi.fn<GuardSetting['judge']>(async () => then).mockImplementationOnce(async () => unsure);
  return guarding({ judge, read: async () => true, ...change });
}

beforeEach(() => {
  vi.useFakeTimers();
  // Its timers are the platform's own, which no test can turn on.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const limit = new AbortController();
    setTimeout(() => limit.abort(), ms);
    return limit.signal;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a read', () => {
  it.each<{ what: string; said: Said; reads: number }>([
    { what: 'the judge is sure', said: warning, reads: 0 },
    { what: 'there is nothing to say', said: { ...silence, unseen: [0] }, reads: 0 },
    { what: 'what is open may only not be seen', said: unsure, reads: 1 },
  ])('is made only where it may change the verdict: $what, $reads', async ({ said, reads }) => {
    const { hold, read } = guarding({ judge: async () => said });
    hold();
    await settle();
    expect(read).toHaveBeenCalledTimes(reads);
  });

  it('is of the held request and the records that need it, ten at most, in their org', async () => {
    const moves = Array.from({ length: 14 }, (_, at) => ({ ...move, record: opportunity(`0060000000000${10 + at}AAA`, '') }));
    const odd = moves.map((_, at) => at).filter((at) => at !== 1);
    const { hold, read } = guarding({ judge: async () => ({ card: cardWith(0), look, unseen: odd }) });
    hold(moves);
    await settle();
    const [asked, records] = read.mock.calls[0] ?? [];
    expect(asked).toBe(request);
    expect(records?.map(({ id, org }) => [id, org])).toEqual(
      [10, 12, 13, 14, 15, 16, 17, 18, 19, 20].map((number) => [`0060000000000${number}AAA`, 'acme.lightning.force.com']),
    );
  });

  it('lets the save go where it shows that nothing is open', async () => {
    let told: Reading[] = [];
    const { hold, judge, ask, read, settled } = reading({
      readings: () => told,
      read: async () => {
        told = [known];
        return true;
      },
    });
    hold();
    await settle();
    expect(judge.mock.calls.map(([held]) => held.readings)).toEqual([[], [known]]);
    expect(judge.mock.calls[0]?.[0].id).toBe(judge.mock.calls[1]?.[0].id);
    expect(read).toHaveBeenCalledOnce();
    expect(ask).not.toHaveBeenCalled();
    expect(settled()).toEqual([RELEASED]);
  });

  it('that leaves something open: the rep is asked with what is known then, and decides on that', async () => {
    const then: Said = { card: cardWith(0), look, unseen: [0] };
    let told: Reading[] = [];
    const { hold, ask, read, decided, choose } = reading({ readings: () => told, read: async () => (told = [known]).length > 0 }, then);
    hold();
    await settle();
    expect(ask.mock.calls.map(([card]) => card)).toEqual([then.card]);
    expect(read).toHaveBeenCalledOnce();
    choose({ kind: 'back' });
    await settle();
    expect(decided.mock.calls[0]?.[0].readings).toEqual([known]);
  });

  it('that brings nothing new is not judged again', async () => {
    const { hold, judge, ask } = reading({ read: async () => false });
    hold();
    await settle();
    expect(judge).toHaveBeenCalledOnce();
    expect(ask.mock.calls.map(([card]) => card)).toEqual([unsure.card]);
  });

  it.each<{ what: string; change: Partial<GuardSetting> }>([
    { what: 'it fails', change: { read: () => Promise.reject(new Error('offline')) } },
    {
      what: 'the second look of the judge fails',
      change: { judge: vi.fn<GuardSetting['judge']>(() => Promise.reject(new Error('asleep'))).mockImplementationOnce(async () => unsure) },
    },
  ])('what was said first stands where $what', async ({ change }) => {
    const { hold, ask, missed } = reading(change);
    hold();
    await settle();
    expect(ask.mock.calls.map(([card]) => card)).toEqual([unsure.card]);
    expect(missed).not.toHaveBeenCalled();
  });
});

describe('in time', () => {
  /** When the rep was asked, or the save was settled, after the hold. */
  async function verdictAfter(change: Partial<GuardSetting>, then?: Said): Promise<number> {
    const started = Date.now();
    const { hold, posted } = reading(change, then);
    hold();
    for (;;) {
      if (posted.some(({ say }) => say === 'asking' || say === 'settle')) return Date.now() - started;
      await vi.advanceTimersByTimeAsync(10);
    }
  }
  const never = new Promise<never>(() => undefined);

  it.each<{ what: string; firstTook: number; limit: number | null }>([
    { what: 'a quick judge leaves the whole of it', firstTook: 10, limit: 800 },
    { what: 'a judge that had to wake up', firstTook: 500, limit: 700 },
    { what: 'a judge that was busy', firstTook: 1000, limit: 200 },
    { what: 'no time is left', firstTook: 1250, limit: null },
  ])('the read gets what the judge leaves: $what, $limit ms', async ({ firstTook, limit }) => {
    const limits: number[] = [];
    const judge = vi
      .fn<GuardSetting['judge']>(async () => silence)
      .mockImplementationOnce(async () => {
        await wait(firstTook);
        return unsure;
      });
    const read: GuardSetting['read'] = async (_request, _records, signal) => {
      const began = Date.now();
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      limits.push(Date.now() - began);
      return false;
    };
    const took = await verdictAfter({ judge, read });
    expect(limits).toEqual(limit === null ? [] : [limit]);
    expect(took).toBeLessThan(VERDICT_MS);
  });

  it.each<{ what: string; change: Partial<GuardSetting> }>([
    { what: 'the read never ends', change: { read: () => never } },
    {
      what: 'the second look never ends',
      change: { judge: vi.fn<GuardSetting['judge']>(() => never).mockImplementationOnce(async () => unsure) },
    },
  ])('the rep is asked with what was said first where $what', async ({ change }) => {
    expect(await verdictAfter(change)).toBeLessThan(VERDICT_MS);
  });
});

describe('a hold that goes during the read', () => {
  it('takes the read along: nothing is judged, asked or settled any more', async () => {
    const done = deferred<boolean>();
    const signals: AbortSignal[] = [];
    const { hold, fromGate, judge, ask, settled, missed, beats } = reading({
      read: (_request, _records, signal) => {
        signals.push(signal);
        return done.promise;
      },
    });
    hold();
    await settle();
    fromGate({ say: 'drop', id: 1 });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    done.resolve(false);
    await vi.advanceTimersByTimeAsync(5000);
    expect(judge).toHaveBeenCalledOnce();
    expect(ask).not.toHaveBeenCalled();
    expect(settled()).toEqual([]);
    expect(missed).not.toHaveBeenCalled();
    expect(beats()).toBe(0);
  });
});
