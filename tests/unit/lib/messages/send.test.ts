import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ToWatcher, ToWorker } from '../../../../lib/messages/protocol';
import { askTab, askWorker, listen } from '../../../../lib/messages/send';

type Sender = { id?: string; tab?: { id: number } };
const own = (): Sender => ({ id: fakeBrowser.runtime.id, tab: { id: 7 } });

/** Delivers a message to whoever listens, as the browser does: the answer, or undefined when no listener keeps the line open. */
async function deliver(message: unknown, sender: Sender = own()): Promise<unknown> {
  let reply: (answer: unknown) => void = () => undefined;
  const answered = new Promise((resolve) => (reply = resolve));
  const kept: unknown[] = await fakeBrowser.runtime.onMessage.trigger(message, sender as chrome.runtime.MessageSender, reply);
  return kept.includes(true) ? answered : undefined;
}

/** The browser's own words when nobody listens. */
const NO_RECEIVER = 'Could not establish connection. Receiving end does not exist.';
const sendToWorker = async (message: unknown): Promise<unknown> => {
  if (!fakeBrowser.runtime.onMessage.hasListeners()) throw new Error(NO_RECEIVER);
  return deliver(message);
};
const sendToTab = vi.fn<(tabId: number, message: unknown, options: unknown) => Promise<unknown>>();
// What the fake sends has no sender, and it sends nothing to tabs.
Object.assign(fakeBrowser.runtime, { sendMessage: sendToWorker });
Object.assign(fakeBrowser.tabs, { sendMessage: sendToTab });

beforeEach(() => {
  fakeBrowser.reset();
  sendToTab.mockReset();
});

const WATCH = { stageFields: ['StageName'], fields: [], handle: true, readAtMove: true };

describe('asking the worker', () => {
  it('resolves with what the handler answers; the handler gets the data and who sent it', async () => {
    const handler = vi.fn(async () => WATCH);
    listen<ToWorker>({ 'watch-list': handler });
    expect(await askWorker('watch-list', { crm: 'salesforce' })).toEqual(WATCH);
    expect(handler).toHaveBeenCalledExactlyOnceWith({ crm: 'salesforce' }, own());
  });

  it.each([
    { kind: 'an error', thrown: new Error('The disk is full.'), words: 'The disk is full.' },
    { kind: 'something else', thrown: 'no room', words: 'no room' },
  ])('rejects in the handler’s words when it fails with $kind', async ({ thrown, words }) => {
    listen<ToWorker>({ 'watch-list': () => Promise.reject(thrown) });
    await expect(askWorker('watch-list', { crm: 'salesforce' })).rejects.toThrow(words);
  });

  it('an answer of nothing is an answer', async () => {
    listen<ToWorker>({ 'settings-changed': async () => undefined });
    await expect(askWorker('settings-changed', null)).resolves.toBeUndefined();
  });

  it('rejects when nobody listens', async () => {
    await expect(askWorker('settings-changed', null)).rejects.toThrow(NO_RECEIVER);
  });

  it.each<{ listener: string; start: () => unknown }>([
    { listener: 'listens to something else', start: () => listen<ToWorker>({ 'progress-changed': async () => undefined }) },
    { listener: 'only listens', start: () => listen<ToWorker>({ 'settings-changed': () => undefined }) },
  ])('rejects when whoever is there $listener', async ({ start }) => {
    start();
    await expect(askWorker('settings-changed', null)).rejects.toThrow('Nobody answered.');
  });

  it('one context may listen while another answers', async () => {
    const panel = vi.fn();
    listen<ToWorker>({ 'settings-changed': panel });
    listen<ToWorker>({ 'settings-changed': async () => undefined });
    await expect(askWorker('settings-changed', null)).resolves.toBeUndefined();
    expect(panel).toHaveBeenCalledOnce();
  });
});

describe('asking a tab', () => {
  it('speaks to the watcher of its top frame only', async () => {
    sendToTab.mockResolvedValue({ done: true });
    expect(await askTab(7, 'show-field', { field: 'Amount' })).toBe(true);
    expect(sendToTab).toHaveBeenCalledExactlyOnceWith(7, { handrail: 'show-field', data: { field: 'Amount' } }, { frameId: 0 });
  });

  it.each([
    { what: 'has no watcher', sent: () => Promise.reject(new Error(NO_RECEIVER)), words: NO_RECEIVER },
    { what: 'says nothing', sent: () => Promise.resolve(undefined), words: 'Nobody answered.' },
    { what: 'says what went wrong', sent: () => Promise.resolve({ failed: 'No field.' }), words: 'No field.' },
  ])('rejects when the tab $what', async ({ sent, words }) => {
    sendToTab.mockImplementation(sent);
    await expect(askTab(7, 'refresh-watch', null)).rejects.toThrow(words);
  });
});

describe('listening', () => {
  const envelope = { handrail: 'refresh-watch', data: null };

  it.each<{ from: string; sender: Sender }>([
    { from: 'another extension', sender: { id: 'another-extension' } },
    { from: 'nobody in particular', sender: {} },
  ])('a message from $from is not heard', async ({ sender }) => {
    const handler = vi.fn(async () => undefined);
    listen<ToWatcher>({ 'refresh-watch': handler });
    expect(await deliver(envelope, sender)).toBeUndefined();
    expect(handler).not.toHaveBeenCalled();
  });

  it.each([
    null,
    undefined,
    'refresh-watch',
    7,
    {},
    { type: 'refresh-watch' },
    { handrail: 'unknown' },
    { handrail: 'toString' },
    { handrail: '__proto__' },
  ])('a message that is none of ours is not answered: %j', async (message) => {
    const handler = vi.fn(async () => undefined);
    listen<ToWatcher>({ 'refresh-watch': handler });
    expect(await deliver(message)).toBeUndefined();
    expect(handler).not.toHaveBeenCalled();
  });

  it('ends when it is told to', async () => {
    const handler = vi.fn(async () => undefined);
    const stop = listen<ToWatcher>({ 'refresh-watch': handler });
    expect(await deliver(envelope)).toEqual({ done: undefined });
    stop();
    expect(await deliver(envelope)).toBeUndefined();
    expect(handler).toHaveBeenCalledOnce();
  });
});
