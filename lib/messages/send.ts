/** Sending and answering the messages of protocol.ts. A message that nobody answers rejects; nothing is logged. */
import { browser } from 'wxt/browser';
import type { ToWatcher, ToWorker } from './protocol';

type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];
type Directions = { [type: string]: { ask: unknown; answer: unknown } };
interface Envelope {
  handrail: string;
  data: unknown;
}
type Reply = { done: unknown } | { failed: string };

/** Handlers get what was sent as `unknown`: whoever answers parses it. A handler that returns nothing only listens. */
export type Handlers<Map> = {
  [Type in keyof Map]?: (data: unknown, sender: Sender) => Promise<Map[Type] extends { answer: infer A } ? A : never> | void;
};

async function opened<Answer>(reply: Promise<unknown>): Promise<Answer> {
  const answer = (await reply) as Reply | undefined;
  if (!answer) throw new Error('Nobody answered.');
  if ('failed' in answer) throw new Error(answer.failed);
  return answer.done as Answer;
}

/** Asks the service worker, waking it if it sleeps. Rejects when the extension was updated or removed under this context. */
export function askWorker<Type extends keyof ToWorker>(type: Type, data: ToWorker[Type]['ask']): Promise<ToWorker[Type]['answer']> {
  return opened(browser.runtime.sendMessage({ handrail: type, data } satisfies Envelope));
}

/** Asks the watcher of a tab's top frame. Rejects when the tab has none: not a CRM, or opened before the extension was. */
export function askTab<Type extends keyof ToWatcher>(
  tabId: number,
  type: Type,
  data: ToWatcher[Type]['ask'],
): Promise<ToWatcher[Type]['answer']> {
  return opened(browser.tabs.sendMessage(tabId, { handrail: type, data } satisfies Envelope, { frameId: 0 }));
}

/** Answers messages of this extension's own contexts. Call it synchronously at start-up. Returns the way to stop. */
export function listen<Map extends ToWorker | ToWatcher>(handlers: Handlers<Map>): () => void {
  const known = handlers as Handlers<Directions>;
  const listener = (message: unknown, sender: Sender, reply: (answer: Reply) => void): boolean => {
    if (sender.id !== browser.runtime.id || typeof message !== 'object' || message === null || !('handrail' in message)) return false;
    const { handrail: type, data } = message as Envelope;
    const handler = Object.hasOwn(known, type) ? known[type] : undefined;
    const answer = handler?.(data, sender);
    if (!answer) return false;
    answer.then(
      (done) => reply({ done }),
      (error: unknown) => reply({ failed: error instanceof Error ? error.message : String(error) }),
    );
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
