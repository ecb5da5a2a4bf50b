// @vitest-environment node
/** What is held by XMLHttpRequest is the page's again afterwards. Its events and properties: tests/compliance. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bench, holdOf, REFUSED, request, sent, soon, type Bench } from './bench';

let at: Bench;
beforeEach(() => {
  at = bench();
});

describe('a held XMLHttpRequest', () => {
  it('is answered like the CRM would when it is refused, and never sent', async () => {
    const xhr = request(at, 'move dealstage 1');
    const { id, moves } = await holdOf(at);
    at.line.post({ say: 'settle', id, refuse: { answer: REFUSED, moves } });
    await vi.waitFor(() => expect([xhr.readyState, xhr.status, xhr.responseText]).toEqual([4, 400, '{"message":"no"}']));
    expect(sent).toEqual([]);
  });

  it('can be used again after a refusal', async () => {
    const xhr = request(at, 'move dealstage 1');
    const { id, moves } = await holdOf(at);
    at.line.post({ say: 'settle', id, refuse: { answer: REFUSED, moves } });
    await vi.waitFor(() => expect(xhr.readyState).toBe(4));
    xhr.open();
    expect([xhr.readyState, xhr.status, Object.getOwnPropertyNames(xhr).includes('status')]).toEqual([1, 0, false]);
    xhr.send('amount=1');
    expect(sent.map(({ body }) => body)).toEqual(['amount=1']);
  });

  it('is not shown an answer when the page has meanwhile opened it for something else', async () => {
    const xhr = request(at, 'move dealstage 1');
    const { id, moves } = await holdOf(at);
    xhr.open();
    at.line.post({ say: 'settle', id, refuse: { answer: REFUSED, moves } });
    await soon();
    expect([xhr.readyState, xhr.status]).toEqual([1, 0]);
  });

  it('stops showing an answer when the page uses it for something else in the midst of its events', async () => {
    const xhr = request(at, 'move dealstage 1');
    const events: string[] = [];
    xhr.addEventListener('load', () => events.push('load'));
    xhr.addEventListener('readystatechange', () => {
      if (xhr.readyState === 3) xhr.open();
    });
    const { id, moves } = await holdOf(at);
    at.line.post({ say: 'settle', id, refuse: { answer: REFUSED, moves } });
    await soon();
    expect([events, xhr.readyState]).toEqual([[], 1]);
  });

  it('is the browser’s own again once it is released: so is abort()', async () => {
    const xhr = request(at, 'move dealstage 1');
    at.line.post({ say: 'settle', id: (await holdOf(at)).id });
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    const retried = request(at, 'move dealstage 1');
    expect(sent).toHaveLength(2);
    for (const released of [xhr, retried]) {
      released.abort();
      expect(released.readyState).toBe(0);
      expect(Object.getOwnPropertyNames(released)).not.toContain('readyState');
    }
  });

  it('takes no second send() and no header, and says so as the browser does', () => {
    const xhr = request(at, 'move dealstage 1');
    const state = expect.objectContaining({ name: 'InvalidStateError' }) as unknown;
    expect(() => xhr.send('move dealstage 1')).toThrow(state);
    expect(() => xhr.setRequestHeader()).toThrow(state);
  });
});

describe('wrapped functions', () => {
  it('look as they did', () => {
    const plain = bench(false).scope.XMLHttpRequest.prototype;
    const wrapped = at.scope.XMLHttpRequest.prototype;
    for (const name of ['open', 'send', 'abort', 'setRequestHeader'] as const) {
      expect(wrapped[name]).not.toBe(plain[name]);
      expect([wrapped[name].name, wrapped[name].length]).toEqual([plain[name].name, plain[name].length]);
    }
  });
});
