/** The parts put together: a real line to a gate that the test plays, and a worker that the test plays. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { View } from '../../../../lib/crm/adapter';
import type { FromGate, ToGate } from '../../../../lib/gate/channel';
import type { ToWorker, WatchList } from '../../../../lib/messages/protocol';
import type { Overlays } from '../../../../lib/watcher/overlays';
import { startWatcher } from '../../../../lib/watcher/watcher';
import { move, NOWHERE, opportunity, ORG, request, response, sighting, stubPage, verdict, viewOf } from './fixtures';
import { StubPerformanceObserver } from './tracking';

const LIST: WatchList = { stageFields: ['StageName'], fields: ['Amount'], handle: false };
type Answers = { [Type in keyof ToWorker]?: (data: ToWorker[Type]['ask']) => unknown };

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
  fakeBrowser.reset();
  Object.defineProperty(window, 'navigation', { value: new EventTarget(), configurable: true });
  vi.stubGlobal('PerformanceObserver', StubPerformanceObserver);
  vi.stubGlobal('parent', window);
});
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
});

/** Starts it with a gate and a worker. `asked` is what the worker was asked, `heard` what the gate was told. */
function start(answers: Answers = {}, page = stubPage()) {
  const asked: [type: string, data: unknown][] = [];
  const heard: ToGate[] = [];
  let gate: MessagePort | undefined;
  // The gate's own end needs a getter that happy-dom's MessageEvent has not.
  const takeLine = (event: Event): void => {
    gate = (event as MessageEvent).ports[0];
    if (gate) gate.onmessage = ({ data }: MessageEvent<ToGate>) => heard.push(data);
  };
  window.addEventListener('handrail', takeLine, { once: true });
  life.signal.addEventListener('abort', () => gate?.close());
  const known: Record<string, (data: never) => unknown> = { 'watch-list': () => LIST, ...answers };
  const sendMessage = async ({ handrail, data }: { handrail: string; data: unknown }) => {
    asked.push([handrail, data]);
    return { done: await known[handrail]?.(data as never) };
  };
  Object.assign(fakeBrowser.runtime, { sendMessage });
  const hideHandle = vi.fn();
  const overlays = {
    ask: vi.fn<Overlays['ask']>(async () => ({ kind: 'back' })),
    highlight: vi.fn<Overlays['highlight']>(),
    showHandle: vi.fn<Overlays['showHandle']>(() => hideHandle),
  };
  startWatcher('salesforce', page, overlays, { signal: life.signal, isValid: true });
  const tell = async (type: string, data: unknown = null): Promise<unknown> => {
    let answer: unknown;
    const sender = { id: fakeBrowser.runtime.id };
    const kept: unknown[] = await fakeBrowser.runtime.onMessage.trigger(
      { handrail: type, data },
      sender,
      (given: unknown) => (answer = given),
    );
    if (!kept.includes(true)) return undefined;
    await vi.waitFor(() => expect(answer).toBeDefined());
    return answer;
  };
  const post = (message: FromGate) => gate?.postMessage(message);
  const hold = (one = move) => post({ say: 'hold', id: 1, request, moves: [one], seen: [] });
  return { asked, heard, overlays, hideHandle, page, tell, hold, post };
}

const settled = (heard: ToGate[]) => vi.waitUntil(() => heard.find((message) => message.say === 'settle'));

describe('at its start', () => {
  it('asks what to watch, tells the gate, and reports what the tab shows', async () => {
    const page = stubPage();
    page.locate.mockReturnValue(viewOf(opportunity()));
    const { asked, heard } = start({}, page);
    await vi.waitFor(() => expect(heard.map(({ say }) => say)).toEqual(['watch', 'tell']));
    expect(heard[0]).toEqual({ say: 'watch', watch: { stageFields: ['StageName'], fields: ['Amount'] } });
    expect(asked.map(([type]) => type)).toEqual(['watch-list', 'tab-state']);
    expect(asked[0]?.[1]).toEqual({ crm: 'salesforce' });
    expect(asked[1]?.[1]).toMatchObject({ view: viewOf(opportunity()) });
  });

  it('asks again once when the worker was stopped in the middle of its answer', async () => {
    const watchList = vi
      .fn(() => LIST)
      .mockImplementationOnce(() => {
        throw new Error('The message port closed.');
      });
    const { heard } = start({ 'watch-list': watchList });
    await vi.waitFor(() => expect(heard.map(({ say }) => say)).toContain('watch'));
    expect(watchList).toHaveBeenCalledTimes(2);
  });

  it.each([true, false])('shows the handle where the rep wants it: %s', async (handle) => {
    const { overlays, heard } = start({ 'watch-list': () => ({ ...LIST, handle }) });
    await vi.waitFor(() => expect(heard.map(({ say }) => say)).toContain('watch'));
    expect(overlays.showHandle).toHaveBeenCalledTimes(handle ? 1 : 0);
  });

  it('the handle opens the panel, is never there twice, and goes with the extension', async () => {
    const { overlays, hideHandle, asked, tell } = start({ 'watch-list': () => ({ ...LIST, handle: true }) });
    await vi.waitFor(() => expect(overlays.showHandle).toHaveBeenCalledOnce());
    overlays.showHandle.mock.calls[0]?.[1]();
    expect(asked.at(-1)).toEqual(['open-panel', null]);
    await tell('refresh-watch');
    expect(overlays.showHandle).toHaveBeenCalledTimes(2);
    expect(hideHandle).toHaveBeenCalledTimes(1);
    life.abort();
    expect(hideHandle).toHaveBeenCalledTimes(2);
  });
});

it('a response that tells something of the record in view is reported as soon as it is heard', async () => {
  const page = stubPage();
  page.locate.mockReturnValue(viewOf(opportunity()));
  const { asked, post } = start({}, page);
  await vi.waitFor(() => expect(asked.map(([type]) => type)).toContain('tab-state'));
  post({ say: 'seen', seen: [response(7, sighting('StageName', 'Qualification', opportunity(), 'wire'))] });
  await vi.waitFor(() => expect(asked.at(-1)).toMatchObject(['tab-state', { readings: [{ value: 'Qualification' }] }]));
});

describe('a held save', () => {
  it('is judged by what responses told of its record', async () => {
    const judge = vi.fn<(held: ToWorker['judge']['ask']) => unknown>(() => [verdict('allow')]);
    const { heard, hold, post } = start({ judge });
    await vi.waitFor(() => expect(heard.map(({ say }) => say)).toContain('watch'));
    post({ say: 'seen', seen: [response(7, sighting('Amount', 5, opportunity(), 'wire'))] });
    hold();
    expect(await settled(heard)).toEqual({ say: 'settle', id: 1, refuse: undefined });
    expect(judge.mock.calls[0]?.[0]).toMatchObject({ moves: [move], readings: [{ field: 'Amount', value: 5, at: 7 }] });
  });

  it('is judged by what the page shows of its record too, and asked about under the record’s name', async () => {
    const page = stubPage();
    page.locate.mockReturnValue(viewOf(opportunity()));
    page.readPage.mockReturnValue([sighting('NextStep', 'Call Ada')]);
    page.nameOf.mockReturnValue('Acme renewal');
    const judge = vi.fn<(held: ToWorker['judge']['ask']) => unknown>(() => [verdict('warn')]);
    const { asked, heard, hold, overlays } = start({ judge, decided: () => ({ go: true }) }, page);
    await vi.waitFor(() => expect(asked.map(([type]) => type)).toContain('tab-state'));
    hold();
    await settled(heard);
    expect(judge.mock.calls[0]?.[0].readings).toMatchObject([{ field: 'NextStep', value: 'Call Ada', source: 'page' }]);
    expect(overlays.ask.mock.calls[0]?.[0].recordName).toBe('Acme renewal');
  });

  it.each<{ shows: string; view: View; org: string }>([
    { shows: 'a record', view: viewOf(opportunity()), org: ORG },
    { shows: 'a list', view: { kind: 'list', crm: 'salesforce', org: ORG, object: 'Opportunity' }, org: ORG },
    { shows: 'neither', view: NOWHERE, org: '' },
  ])('that does not name its org is of the page’s: the page shows $shows', async ({ view, org }) => {
    const page = stubPage();
    page.locate.mockReturnValue(view);
    const judge = vi.fn<(held: ToWorker['judge']['ask']) => unknown>(() => [verdict('allow')]);
    const { heard, hold } = start({ judge }, page);
    hold({ ...move, record: opportunity(undefined, '') });
    await settled(heard);
    expect(judge.mock.calls[0]?.[0].moves[0]?.record.org).toBe(org);
  });

  it('is asked about over the topmost page, decided by the worker, and refused in the CRM’s words', async () => {
    const decided = vi.fn(() => ({ go: false }));
    const { heard, hold, overlays, page } = start({ judge: () => [verdict('warn')], decided });
    hold();
    expect(await settled(heard)).toMatchObject({ say: 'settle', id: 1, refuse: { status: 400 } });
    expect(overlays.ask.mock.calls[0]?.[0]).toMatchObject({ page: document, verdicts: [verdict('warn')], recordName: null });
    expect(decided).toHaveBeenCalledExactlyOnceWith({
      held: expect.objectContaining({ moves: [move] }) as unknown,
      decision: { kind: 'back' },
    });
    overlays.ask.mock.calls[0]?.[0].findField('Amount');
    expect(page.findField).toHaveBeenCalledWith(document, 'Amount');
  });

  it('goes when the worker cannot judge it, asked twice, and the miss is told', async () => {
    const judge = vi.fn(() => {
      throw new Error('No worker.');
    });
    const { heard, hold, asked } = start({ judge });
    hold();
    expect(await settled(heard)).toEqual({ say: 'settle', id: 1, refuse: undefined });
    expect(judge).toHaveBeenCalledTimes(2);
    expect(asked).toContainEqual(['missed', { moves: [move], why: 'no-verdict' }]);
  });
});

describe('what it answers', () => {
  it('the state of the tab', async () => {
    const page = stubPage();
    page.locate.mockReturnValue(viewOf(opportunity()));
    const { asked, tell } = start({}, page);
    await vi.waitFor(() => expect(asked.map(([type]) => type)).toContain('tab-state'));
    expect(await tell('tell-state')).toMatchObject({ done: { view: viewOf(opportunity()), readings: [], unread: null } });
  });

  it('whether it could show a field', async () => {
    const { page, tell, overlays } = start();
    expect(await tell('show-field', { field: 'Amount' })).toEqual({ done: false });
    expect(overlays.highlight).not.toHaveBeenCalled();
    const field = document.createElement('label');
    page.findField.mockReturnValue(field);
    expect(await tell('show-field', { field: 'Amount' })).toEqual({ done: true });
    expect(overlays.highlight).toHaveBeenCalledExactlyOnceWith(field);
  });

  it('in a frame: nothing of the tab, for it is no view; it only guards', async () => {
    vi.stubGlobal('parent', { document });
    const { heard, tell, overlays, asked, hold } = start({
      'watch-list': () => ({ ...LIST, handle: true }),
      judge: () => [verdict('allow')],
    });
    await vi.waitFor(() => expect(heard.map(({ say }) => say)).toEqual(['watch']));
    expect(await tell('tell-state')).toBeUndefined();
    expect(await tell('show-field', { field: 'Amount' })).toBeUndefined();
    expect(overlays.showHandle).not.toHaveBeenCalled();
    expect(asked.map(([type]) => type)).toEqual(['watch-list']);
    hold();
    expect(await settled(heard)).toEqual({ say: 'settle', id: 1, refuse: undefined });
  });
});
