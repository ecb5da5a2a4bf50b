import { afterEach, describe, expect, it, vi } from 'vitest';
import { readRecords } from '../../../../lib/watcher/read';
import { opportunity, request, stubPage } from './fixtures';

const ask = { method: 'POST', url: 'https://acme.lightning.force.com/aura', headers: { token: 't' }, body: 'message={}' };

function reading(fetching: typeof fetch, readOf: typeof ask | null = ask, signal = new AbortController().signal) {
  const page = stubPage();
  page.readOf.mockReturnValue(readOf);
  const stub = vi.fn(fetching);
  vi.stubGlobal('fetch', stub);
  return { page, stub, seen: readRecords(page, request, [opportunity()], ['Amount'], signal) };
}

afterEach(() => void vi.unstubAllGlobals());

describe('reading the records of a held save', () => {
  it('asks as the adapter says, once, and brings what was answered', async () => {
    const { page, stub, seen } = reading(async () => new Response('{"Amount":5}'));
    expect(await seen).toEqual({ request: ask, response: '{"Amount":5}', at: expect.any(Number) as unknown });
    expect(page.readOf).toHaveBeenCalledExactlyOnceWith(request, [opportunity()], ['Amount'], document.cookie);
    expect(stub.mock.calls).toMatchObject([[ask.url, { method: 'POST', body: 'message={}', credentials: 'include' }]]);
  });

  it('asks nobody where the CRM cannot be asked', async () => {
    const { stub, seen } = reading(async () => new Response(''), null);
    expect(await seen).toBeNull();
    expect(stub).not.toHaveBeenCalled();
  });

  it('brings nothing where the network fails', async () => {
    expect(await reading(() => Promise.reject(new TypeError('Failed to fetch'))).seen).toBeNull();
  });

  it('brings nothing where the adapter fails', async () => {
    const page = stubPage();
    page.readOf.mockImplementation(() => {
      throw new Error('unknown protocol');
    });
    expect(await readRecords(page, request, [opportunity()], [], new AbortController().signal)).toBeNull();
  });

  it.each<{ when: string; fetching: (signal: AbortSignal) => Promise<Response> }>([
    {
      when: 'before the answer',
      fetching: (signal) => new Promise((_done, fail) => signal.addEventListener('abort', () => fail(new Error('aborted')))),
    },
    {
      when: 'in the middle of the answer',
      fetching: async (signal) =>
        new Response(new ReadableStream({ start: (stream) => signal.addEventListener('abort', () => stream.error(new Error('aborted'))) })),
    },
  ])('brings nothing, at once, where its time is over $when', async ({ fetching }) => {
    const limit = new AbortController();
    const { seen } = reading((_url, init) => fetching(init?.signal ?? limit.signal), ask, limit.signal);
    setTimeout(() => limit.abort(), 5);
    expect(await seen).toBeNull();
  });
});
