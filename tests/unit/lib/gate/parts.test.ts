// @vitest-environment node
/** A batch in parts: the innocent part never waits, and the page gets one answer, whatever the rep decided. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bench, fetchedBodies, holdOf, move, REFUSED, request, sent, soon, wire, type Bench } from './bench';

const BATCH = 'read,move dealstage 1,log,move dealstage 2';
const DENIED = { ...REFUSED, status: 200, body: 'denied' };

let at: Bench;
beforeEach(() => {
  at = bench();
});

/** Sends the batch by fetch; `answer` resolves with the status and the text that the page gets. */
async function held(body = BATCH): Promise<{ id: number; splits: boolean; answer: Promise<[number, string]> }> {
  const answer = at.scope
    .fetch('/api/save', { method: 'POST', body })
    .then(async (one): Promise<[number, string]> => [one.status, await one.text()]);
  answer.catch(() => undefined);
  return { ...(await holdOf(at)), answer };
}

describe('the innocent part', () => {
  it('leaves at once, before anything is decided', async () => {
    await held();
    expect(await fetchedBodies(at)).toEqual(['read,log']);
  });

  it('leaves where the watcher never says a word, and so does the rest in the end', async () => {
    const { answer } = await held();
    expect(await answer).toEqual([200, 'read,log+move dealstage 1,move dealstage 2']);
    await vi.waitFor(() => expect(at.heard.map(({ say }) => say)).toEqual(['hold', 'miss']));
  });

  it('that fails by its status is what the page hears of, and the held part is not sent', async () => {
    at.server = async (body) => new Response(`failed: ${body}`, { status: 503 });
    const { id, answer } = await held();
    at.line.post({ say: 'settle', id });
    // The stand-in for a CRM merges whatever comes.
    expect(await answer).toEqual([503, 'failed: read,log']);
    expect(at.fetched).toHaveLength(1);
  });

  it('that never reaches the server fails the whole at once, and nobody is asked any more', async () => {
    at.server = async () => Promise.reject(new TypeError('Failed to fetch'));
    const { id, answer } = await held();
    await expect(answer).rejects.toThrow('Failed to fetch');
    await vi.waitFor(() => expect(at.heard.at(-1)).toEqual({ say: 'drop', id }));
  });
});

describe('the held part', () => {
  it('is sent when it is let go, and both answers are put together', async () => {
    const { id, splits, answer } = await held();
    expect(splits).toBe(true);
    at.line.post({ say: 'settle', id });
    expect(await answer).toEqual([200, 'read,log+move dealstage 1,move dealstage 2']);
    expect(await fetchedBodies(at)).toEqual(['read,log', 'move dealstage 1,move dealstage 2']);
  });

  it('is answered when it is refused, and never leaves', async () => {
    const { id, answer } = await held();
    at.line.post({ say: 'settle', id, refuse: { answer: DENIED, moves: [move('1'), move('2')] } });
    expect(await answer).toEqual([200, 'read,log+denied']);
    expect(at.fetched).toHaveLength(1);
  });

  it('is sent but for the moves that are refused', async () => {
    const { id, answer } = await held();
    at.line.post({ say: 'settle', id, refuse: { answer: DENIED, moves: [move('1')] } });
    expect(await answer).toEqual([200, 'read,log+move dealstage 2+denied']);
    expect(await fetchedBodies(at)).toEqual(['read,log', 'move dealstage 2']);
  });

  it('is sent but for the moves that are refused where the batch holds nothing else', async () => {
    const { id, answer } = await held('move dealstage 1,move dealstage 2');
    expect(at.fetched).toEqual([]);
    at.line.post({ say: 'settle', id, refuse: { answer: DENIED, moves: [move('2')] } });
    expect(await answer).toEqual([200, 'move dealstage 1+denied']);
    expect(await fetchedBodies(at)).toEqual(['move dealstage 1']);
  });

  it('that fails by its status is what the page hears of', async () => {
    at.server = async (body) => new Response(body, { status: body.includes('move') ? 409 : 200 });
    const { id, answer } = await held();
    at.line.post({ say: 'settle', id });
    expect((await answer)[0]).toBe(409);
  });

  it('is sent when the extension goes away', async () => {
    const { answer } = await held();
    at.line.post({ say: 'retire' });
    expect(await answer).toEqual([200, 'read,log+move dealstage 1,move dealstage 2']);
  });

  it('cannot be told apart where two moves stand in one part', async () => {
    const { splits } = await held('move dealstage 1 and move dealstage 2,read');
    expect(splits).toBe(false);
  });
});

describe('a save that is no batch', () => {
  it('leaves by the native function as it was', async () => {
    const xhr = request(at, 'move dealstage 1');
    at.line.post({ say: 'settle', id: (await holdOf(at)).id });
    await vi.waitFor(() => expect(sent).toEqual([{ xhr, body: 'move dealstage 1' }]));
    expect(at.fetched).toEqual([]);
  });

  it('is held as a whole where its body is no text', async () => {
    const split = vi.spyOn(wire, 'split');
    vi.spyOn(wire, 'movesIn').mockReturnValue([move('1')]);
    request(at, new URLSearchParams({ dealstage: 'closedwon' }));
    expect((await holdOf(at)).splits).toBe(false);
    expect(split).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});

describe('parts of an XMLHttpRequest', () => {
  function opened(set: Partial<XMLHttpRequest> = {}): { xhr: XMLHttpRequest; events: string[] } {
    const xhr = Object.assign(new at.scope.XMLHttpRequest(), set);
    const events: string[] = [];
    for (const type of ['load', 'error', 'timeout', 'abort', 'loadend']) xhr.addEventListener(type, () => events.push(type));
    xhr.open('POST', '/api/save');
    return { xhr, events };
  }

  it.each([
    [false, 'same-origin'],
    [true, 'include'],
  ])(
    'leave with the page’s own headers, and with credentials as it asked for: withCredentials %s',
    async (withCredentials, credentials) => {
      const { xhr } = opened({ withCredentials });
      xhr.setRequestHeader('x-token', 't');
      xhr.setRequestHeader('x-twice', 'a');
      xhr.setRequestHeader('x-twice', 'b');
      xhr.send(BATCH);
      at.line.post({ say: 'settle', id: (await holdOf(at)).id });
      await vi.waitFor(() => expect(at.fetched).toHaveLength(2));
      for (const [url, init] of at.fetched) {
        expect([url, init?.method, init?.credentials]).toEqual(['/api/save', 'POST', credentials]);
        expect(Object.fromEntries(new Headers(init?.headers))).toEqual({ 'x-token': 't', 'x-twice': 'a, b' });
      }
    },
  );

  it('come back with the headers of the server’s answer', async () => {
    at.server = async (body) => new Response(body, { headers: { 'x-first': '1', 'content-type': 'application/json' } });
    const { xhr, events } = opened();
    xhr.send(BATCH);
    at.line.post({ say: 'settle', id: (await holdOf(at)).id });
    await vi.waitFor(() => expect(events).toEqual(['load', 'loadend']));
    expect(xhr.getResponseHeader('X-First')).toBe('1');
    expect(xhr.getResponseHeader('x-none')).toBeNull();
    expect(xhr.getAllResponseHeaders()).toBe('content-type: application/json\r\nx-first: 1\r\n');
    expect([xhr.responseText, xhr.responseURL]).toEqual(['read,log+move dealstage 1,move dealstage 2', 'https://app.hubspot.com/api/save']);
  });

  it('time out as the page asked for', async () => {
    at.server = (_body, { signal }) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    const { xhr, events } = opened({ timeout: 40 });
    xhr.send(BATCH);
    await vi.waitFor(() => expect(events).toEqual(['timeout', 'loadend']));
    expect([xhr.readyState, xhr.status]).toEqual([4, 0]);
    await vi.waitFor(() => expect(at.heard.at(-1)).toMatchObject({ say: 'drop' }));
  });

  it('fail as the network does', async () => {
    at.server = async () => Promise.reject(new TypeError('Failed to fetch'));
    const { xhr, events } = opened({ timeout: 5000 });
    xhr.send(BATCH);
    await vi.waitFor(() => expect(events).toEqual(['error', 'loadend']));
  });

  it('are given up with the request, on their way or not yet', async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    at.server = (_body, { signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    const { xhr, events } = opened();
    xhr.send(BATCH);
    const { id } = await holdOf(at);
    xhr.abort();
    expect([events, xhr.readyState, signals[0]?.aborted]).toEqual([['abort', 'loadend'], 0, true]);
    at.line.post({ say: 'settle', id });
    await soon();
    expect([at.fetched.length, sent]).toEqual([1, []]);
    expect(at.heard.at(-1)).toEqual({ say: 'drop', id });
  });
});
