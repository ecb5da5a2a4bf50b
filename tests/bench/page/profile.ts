/** The profiler's answer to "whose time was that?" on a page's main thread. */
import type { CDPSession } from 'playwright-core';

const INTERVAL_US = 200;
/** Natives that a wrapper hands the page's own call on to: their time is the page's, with or without us. */
const HANDED_ON = new Set(['open', 'send', 'fetch', 'abort', 'setRequestHeader']);

/** The part of the protocol's CPU profile that is used here. Deltas are in microseconds. */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  samples?: number[];
  timeDeltas?: number[];
}

export interface Time {
  /** In scripts of the extension, and in the natives that they call. Milliseconds. */
  own: number;
  /** Everything but idling. Milliseconds. */
  busy: number;
}

/** Profiles the page while `work` runs. `id` is the extension's. */
export async function profiled(session: CDPSession, id: string, work: () => Promise<void>): Promise<Time> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: INTERVAL_US });
  await session.send('Profiler.start');
  await work();
  const { profile } = await session.send('Profiler.stop');
  return timeOf(profile, id);
}

function timeOf({ nodes, samples = [], timeDeltas = [] }: Profile, id: string): Time {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
  const prefix = `chrome-extension://${id}/`;

  function isOurs(sample: number): boolean {
    let at: number | undefined = sample;
    while (at !== undefined) {
      const frame = byId.get(at)?.callFrame;
      if (!frame || HANDED_ON.has(frame.functionName)) return frame?.url.startsWith(prefix) ?? false;
      if (frame.url !== '') return frame.url.startsWith(prefix);
      at = parents.get(at);
    }
    return false;
  }

  const ours = new Set(id === '' ? [] : nodes.map((node) => node.id).filter(isOurs));
  let own = 0;
  let busy = 0;
  for (const [position, sample] of samples.entries()) {
    const lasted = (timeDeltas[position + 1] ?? 0) / 1000;
    const name = byId.get(sample)?.callFrame.functionName;
    if (name !== '(idle)' && name !== '(root)') busy += lasted;
    if (ours.has(sample)) own += lasted;
  }
  return { own, busy };
}
