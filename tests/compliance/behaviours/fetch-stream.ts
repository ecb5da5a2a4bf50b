import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { settled } from '../harness/watch-xhr';

function streamOf(text: string): ReadableStream<Uint8Array> {
  const half = text.length / 2;
  const parts = [text.slice(0, half), text.slice(half)].map((part) => new TextEncoder().encode(part));
  return new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part) controller.enqueue(part);
      else controller.close();
    },
  });
}

export default {
  name: 'fetch: a stream is held, and leaves as it was',
  watcher: 'allows',
  act: ({ page }) => settled(page.fetch(DEAL, { method: 'PUT', body: streamOf(MOVE), duplex: 'half' } as RequestInit)),
  sees: NATIVE,
  holds: 1,
  chromiumOnly: 'it cannot send a stream that was read before',
} satisfies Behaviour;
