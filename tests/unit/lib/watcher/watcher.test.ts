/** The parts put together: a real line to a gate that the test plays, and a worker that the test plays. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { View } from '../../../../lib/crm/adapter';
import type { FromGate, ToGate } from '../../../../lib/gate/channel';
import type { ToWorker, WatchList } from '../../../../lib/messages/protocol';
import type { Overlays } from '../../../../lib/watcher/overlays';
import { startWatcher } from '../../../../lib/watcher/watcher';
import { move, NOWHERE, opportunity, ORG, request, response, sighting, silence, stubPage, viewOf, warning } from './fixtures';
import { stubIdle, StubPerformanceObserver } from './tracking';

const LIST: WatchList = { stageFields: ['StageName'], fields: ['Amount'], handle: false, readAtMove: true };
type Answers = { [Type in keyof ToWorker]?: (data: ToWorker[Type]['ask']) => unknown };

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
  fakeBrowser.reset();
  Object.defineProperty(window, 'navigation', { value: new EventTarget(), configurable: true });
  vi.stubGlobal('PerformanceObserver', StubPerformanceObserver);
  stubIdle();
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
    hush: vi.fn<Overlays['hush']>(),
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
  const hold = (one = move) => post({ say: 'hold', id: 1, request, moves: [one], splits: false, seen: [] });
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
    await vi.waitFor(() => expect(asked.map(([type]) => type)).toEqual(['watch-list', 'tab-state']));
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
  post({ say: 'seen', seen: [response(7, sighting('StageName', 'Qualification', opportunity(), 'wire'))], passed: [] });
  await vi.waitFor(() => expect(asked.at(-1)).toMatchObject(['tab-state', { readings: [{ value: 'Qualification' }] }]));
});

describe('a held save', () => {
  it('is judged by what responses told of its record', async () => {
    const judge = vi.fn<(held: ToWorker['judge']['ask']) => unknown>(() => silence);
    const { heard, hold, post } = start({ judge });
    await vi.waitFor(() => expect(heard.map(({ say }) => say)).toContain('watch'));
    post({ say: 'seen', seen: [response(7, sighting('Amount', 5, opportunity(), 'wire'))], passed: [] });
    hold();
    expect(await settled(heard)).toEqual({ say: 'settle', id: 1, refuse: undefined });
    expect(judge.mock.calls[0]?.[0]).toMatchObject({ moves: [move], readings: [{ field: 'Amount', value: 5, at: 7 }] });
  });

  it('is judged by what the page shows of its record too, and asked about under the record’s name', async () => {
    const page = stubPage();
    page.locate.mockReturnValue(viewOf(opportunity()));
    page.readPage.mockReturnValue({ sightings: [sighting('NextStep', 'Call Ada')], name: 'Acme renewal' });
    const judge = vi.fn<(held: ToWorker['judge']['ask']) => unknown>(() => warning);
    const { asked, heard, hold, overlays } = start({ judge, decided: () => ({ refuse: [] }) }, page);
    await vi.waitFor(() => expect(asked.map(([type]) => type)).toContain('tab-state'));
    hold();
    await settled(heard);
    expect(judge.mock.calls[0]?.[0].readings).toMatchObject([{ field: 'NextStep', value: 'Call Ada', source: 'page' }]);
    expect(judge.mock.calls[0]?.[0].names).toEqual(['Acme renewal']);
    expect(overlays.ask).toHaveBeenCalledOnce();
  });

  it.each<{ shows: string; view: View; org: string }>([
    { shows: 'a record', view: viewOf(opportunity()), org: ORG },
    { shows: 'a list', view: { kind: 'list', crm: 'salesforce', org: ORG, object: 'Opportunity' }, org: ORG },
    { shows: 'neither', view: NOWHERE, org: '' },
  ])('that does not name its org is of the page’s: the page shows $shows', async ({ view, org }) => {
    const page = stubPage();
    page.locate.mockReturnValue(view);
    const judge = vi.fn<(held: ToWorker['judge']['ask']) => unknown>(() => silence);
    const { heard, hold } = start({ judge }, page);
    hold({ ...move, record: opportunity(undefined, '') });
    await settled(heard);
    expect(judge.mock.calls[0]?.[0].moves[0]?.record.org).toBe(org);
  });

  it('is asked about over the topmost page, decided by the worker, and refused in the CRM’s words', async () => {
    const decided = vi.fn(() => ({ refuse: [0] }));
    const { heard, hold, overlays, page } = start({ judge: () => warning, decided });
    hold();
    expect(await settled(heard)).toMatchObject({ say: 'settle', id: 1, refuse: { answer: { status: 400 }, moves: [move] } });
    expect(overlays.ask.mock.calls[0]?.[0]).toMatchObject({ page: document, card: warning.card, look: warning.look });
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

describe('the read at a held move', () => {
  const ask = { method: 'GET', url: `https://${ORG}/read`, headers: { token: 't' }, body: '' };
  const unsure = { ...warning, unseen: [0] };

  /** A page that can be asked, and a CRM that answers with the amount and the name. */
  function asked(list: Partial<WatchList> = {}) {
    const page = stubPage();
    page.readOf.mockReturnValue(ask);
    const told = [sighting('Amount', 5, opportunity(), 'wire'), sighting('Name', 'Acme renewal', opportunity(), 'wire')];
    const fetching = vi.fn<typeof fetch>(async () => new Response(JSON.stringify(told)));
    vi.stubGlobal('fetch', fetching);
    const judge = vi.fn<(held: ToWorker['judge']['ask']) => unknown>(() => silence).mockImplementationOnce(() => unsure);
    return { ...start({ judge, 'watch-list': () => ({ ...LIST, ...list }) }, page), fetching, judge };
  }

  it('is made once, in the page’s own session, for what is watched and for the names; its answer counts', async () => {
    const { heard, hold, page, fetching, judge } = asked();
    await vi.waitFor(() => expect(heard.map(({ say }) => say)).toContain('watch'));
    hold();
    await settled(heard);
    expect(page.readOf).toHaveBeenCalledExactlyOnceWith(request, [opportunity()], ['StageName', 'Amount', 'Name'], document.cookie);
    expect(fetching.mock.calls).toEqual([
      [ask.url, { method: 'GET', headers: { token: 't' }, body: null, credentials: 'include', signal: expect.any(AbortSignal) as unknown }],
    ]);
    expect(judge.mock.calls[1]?.[0]).toMatchObject({
      names: ['Acme renewal'],
      readings: [{ field: 'Amount', value: 5 }, { field: 'Name' }],
    });
  });

  it('is never made by a page that only loads', async () => {
    const page = stubPage();
    page.locate.mockReturnValue(viewOf(opportunity()));
    const fetching = vi.fn<typeof fetch>();
    vi.stubGlobal('fetch', fetching);
    const { asked: told } = start({}, page);
    await vi.waitFor(() => expect(told.map(([type]) => type)).toContain('tab-state'));
    expect(page.readOf).not.toHaveBeenCalled();
    expect(fetching).not.toHaveBeenCalled();
  });

  it('is off where the policy says so: the rep is asked with what is known', async () => {
    const { heard, hold, fetching, page, overlays } = asked({ readAtMove: false });
    await vi.waitFor(() => expect(heard.map(({ say }) => say)).toContain('watch'));
    hold();
    await settled(heard);
    expect(page.readOf).not.toHaveBeenCalled();
    expect(fetching).not.toHaveBeenCalled();
    expect(overlays.ask).toHaveBeenCalledOnce();
  });
});

describe('what the guard can do for the rep', () => {
  /** Asks the rep of the first opportunity on a page that shows `view`. */
  async function question(view: View) {
    const page = stubPage();
    page.locate.mockReturnValue(view);
    const wrong = vi.fn<(what: ToWorker['wrong-here']['ask']) => unknown>(() => undefined);
    const started = start({ judge: () => warning, decided: () => ({ refuse: [] }), 'wrong-here': wrong }, page);
    started.hold();
    await settled(started.heard);
    const [asked] = started.overlays.ask.mock.calls[0] ?? [];
    if (!asked) throw new Error('The rep was not asked.');
    return { ...started, asked, wrong };
  }

  it.each<{ what: string; view: View; id: string; address: string | null }>([
    { what: 'a record of another page', view: NOWHERE, id: opportunity().id, address: `${location.origin}/${opportunity().id}` },
    { what: 'the record in view', view: viewOf(opportunity()), id: opportunity().id, address: null },
    { what: 'a record that does not exist yet', view: NOWHERE, id: '', address: null },
    { what: 'all that match', view: NOWHERE, id: '*', address: null },
  ])('open a record, where that leads somewhere: $what', async ({ view, id, address }) => {
    const { asked } = await question(view);
    expect(asked.addressOf(opportunity(id))).toBe(address);
  });

  it('keep that a rule does not fit, asked twice', async () => {
    const { asked, wrong } = await question(NOWHERE);
    const what = { record: opportunity(), sop: 'discovery', criterion: 'budget', comment: 'Renewal' };
    wrong.mockImplementationOnce(() => {
      throw new Error('The message port closed.');
    });
    await asked.wrongHere(what);
    expect(wrong.mock.calls).toEqual([[what], [what]]);
  });
});

describe('a frame', () => {
  it('that the page takes away takes its question along', async () => {
    vi.stubGlobal('parent', { document: { location } });
    const { hold, overlays, heard } = start({ judge: () => warning });
    overlays.ask.mockReturnValue(new Promise(() => undefined));
    hold();
    await vi.waitFor(() => expect(overlays.ask).toHaveBeenCalledOnce());
    expect(overlays.hush).not.toHaveBeenCalled();
    const signal = overlays.ask.mock.calls[0]?.[0].signal;
    expect(signal?.aborted).toBe(false);
    window.dispatchEvent(new Event('pagehide'));
    expect(signal?.aborted).toBe(true);
    await vi.waitFor(() => expect(heard.map(({ say }) => say)).toContain('retire'));
  });

  it('in which overlays are drawn keeps what is typed in them from the page', () => {
    const { overlays } = start();
    expect(overlays.hush).toHaveBeenCalledExactlyOnceWith(window);
    window.dispatchEvent(new Event('pagehide'));
    expect(life.signal.aborted).toBe(false);
  });
});

describe('what it answers', () => {
  it('how well the page is read, with the last requests, and no values', async () => {
    const page = stubPage();
    page.locate.mockReturnValue(viewOf(opportunity()));
    page.readPage.mockReturnValue({ sightings: [{ ...sighting('Amount', '$5'), by: 'details field' }], name: null });
    const { asked, tell, post } = start({}, page);
    await vi.waitFor(() => expect(asked.map(([type]) => type)).toContain('tab-state'));
    post({ say: 'seen', seen: [], passed: [{ at: 3, method: 'POST', url: '/aura?r=1&aura.RecordUi.updateRecord=1', kind: 'move' }] });
    await vi.waitFor(async () => expect(await tell('tell-health')).toMatchObject({ done: { requests: [{ kind: 'move' }] } }));
    expect(await tell('tell-health')).toMatchObject({
      done: {
        fields: [
          { field: 'StageName', by: null, at: null },
          { field: 'Amount', by: 'details field' },
        ],
        requests: [{ at: 3, method: 'POST', url: '/aura?r=…&aura.RecordUi.updateRecord=…', kind: 'move' }],
      },
    });
  });

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
      judge: () => silence,
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
