import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WireRequest } from '../../../../lib/crm/adapter';
import type { Seen } from '../../../../lib/gate/channel';
import { createMemory, type Memory } from '../../../../lib/watcher/memory';
import { opportunity, response, sighting, stubPage } from './fixtures';

const WATCH = { stageFields: ['StageName'], fields: ['Amount'] };
const FIRST = '006000000000001AAA';
const SECOND = '006000000000002AAA';
const amount = (value: number, id = FIRST) => sighting('Amount', value, opportunity(id), 'wire');

let page: ReturnType<typeof stubPage>;
let memory: Memory;
beforeEach(() => {
  page = stubPage();
  memory = createMemory(page);
});

const about = (...ids: string[]) => memory.about(new Set(ids));

describe('what is told of a record', () => {
  beforeEach(() => memory.watch(WATCH));

  it('is kept with the time at which it passed, under its own record only', () => {
    memory.learn([response(7, amount(1), amount(2, SECOND))]);
    expect(about(FIRST)).toEqual([{ ...amount(1), at: 7 }]);
    expect(about(SECOND)).toEqual([{ ...amount(2, SECOND), at: 7 }]);
    expect(about('006000000000003AAA')).toEqual([]);
    expect(about(FIRST, SECOND)).toHaveLength(2);
  });

  it.each([
    { where: 'a later response', told: [response(1, amount(1)), response(2, amount(2))] },
    { where: 'the same response', told: [response(2, amount(1), amount(2))] },
  ])('the newest of a field wins: $where', ({ told }) => {
    memory.learn(told);
    expect(about(FIRST)).toEqual([{ ...amount(2), at: 2 }]);
  });

  it('fields stand beside each other, and so do objects that share an id', () => {
    const account = { ...opportunity(), object: 'Account' };
    memory.learn([response(1, amount(1), sighting('StageName', 'Qualification'), sighting('Amount', 3, account))]);
    expect(about(FIRST).map(({ record, field, value }) => [record.object, field, value])).toEqual([
      ['Opportunity', 'Amount', 1],
      ['Opportunity', 'StageName', 'Qualification'],
      ['Account', 'Amount', 3],
    ]);
  });

  it('with the way it was read by', () => {
    memory.learn([response(1, { ...amount(1), by: 'record response' })]);
    expect(about(FIRST)).toMatchObject([{ by: 'record response' }]);
  });

  it('the adapter is asked for what is watched now', () => {
    const wider = { ...WATCH, fields: ['Amount', 'NextStep'] };
    const first = response(1, amount(1));
    memory.learn([first]);
    memory.watch(wider);
    memory.learn([first]);
    expect(page.recordsIn.mock.calls).toEqual([
      [first.request, first.response, WATCH],
      [first.request, first.response, wider],
    ]);
  });
});

describe('before the watch list is known', () => {
  it('nothing is read, and nothing is known', () => {
    memory.learn([response(1, amount(1))]);
    expect(page.recordsIn).not.toHaveBeenCalled();
    expect(about(FIRST)).toEqual([]);
  });

  it('responses wait, and are read in their order with the time at which they passed', () => {
    memory.learn([response(1, amount(1))]);
    memory.learn([response(2, amount(2)), response(3, sighting('StageName', 'Qualification'))]);
    memory.watch(WATCH);
    expect(about(FIRST).map(({ value, at }) => [value, at])).toEqual([
      [2, 2],
      ['Qualification', 3],
    ]);
  });

  it('a response is read once only, however often the list comes', () => {
    memory.learn([response(1, amount(1))]);
    memory.watch(WATCH);
    memory.watch(WATCH);
    expect(page.recordsIn).toHaveBeenCalledOnce();
  });

  it('the last dozen wait, so that a page that never gets a list costs little', () => {
    for (let at = 1; at <= 20; at++) memory.learn([response(at, amount(at, `record ${at}`))]);
    memory.watch(WATCH);
    expect(page.recordsIn).toHaveBeenCalledTimes(12);
    expect(about('record 8')).toEqual([]);
    expect(about('record 9')).toHaveLength(1);
  });
});

describe('a list of thousands of records', () => {
  const MOST = 4000;
  const many = (count: number) => Array.from({ length: count }, (_, index) => amount(index, `record ${index}`));

  beforeEach(() => memory.watch(WATCH));

  it('is kept up to the bound; what was told longest ago goes first', () => {
    memory.learn([response(1, ...many(MOST + 2))]);
    expect(['record 0', 'record 1', 'record 2', `record ${MOST + 1}`].map((id) => about(id).length)).toEqual([0, 0, 1, 1]);
  });

  it('a field that is told again counts as new', () => {
    memory.learn([response(1, ...many(MOST))]);
    memory.learn([response(2, amount(0, 'record 0'), amount(0, 'one more'))]);
    expect(['record 0', 'record 1', 'one more'].map((id) => about(id).length)).toEqual([1, 0, 1]);
  });
});

describe('how many records a save to "all that match" goes to', () => {
  const save = { method: 'POST', url: 'https://crm.example/bulk', body: 'all' };
  const counting = () => ({
    ...page,
    matching: vi.fn((request: WireRequest, totals: Map<string, number>, told?: string) => {
      if (told !== undefined) totals.set(request.body, Number(told));
      return totals.get(request.body);
    }),
  });
  const searched = (body: string, total: number): Seen => ({ request: { ...save, body }, response: String(total), at: 1 });

  it('is what the page was told last, also before the watch list is known', () => {
    memory = createMemory(counting());
    memory.learn([searched('all', 213), searched('some', 9)]);
    memory.learn([searched('all', 214)]);
    expect(memory.matching(save)).toBe(214);
  });

  it('is not known of another search, nor on a CRM that has no such saves', () => {
    memory.learn([searched('all', 214)]);
    expect(memory.matching(save)).toBeUndefined();
    memory = createMemory(counting());
    memory.learn([searched('some', 9)]);
    expect(memory.matching(save)).toBeUndefined();
  });

  it('is forgotten where a page searches without end', () => {
    memory = createMemory(counting());
    for (let at = 0; at <= 60; at++) memory.learn([searched(`search ${at}`, at)]);
    expect(memory.matching({ ...save, body: 'search 0' })).toBeUndefined();
    expect(memory.matching({ ...save, body: 'search 60' })).toBe(60);
  });
});
