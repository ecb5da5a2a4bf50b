/** Sets the scene for one behaviour, with a scripted watcher in the place of the real one, and runs it. Runs in Chromium and in happy-dom. */
import type { FromGate, Line, ToGate } from '../../../lib/gate/channel';
import type { Behaviour, Outcome, Received, Scene } from './behaviour';
import { REFUSAL } from './server';

/** How long the scripted watcher takes over a verdict, and how long a behaviour waits for something. Milliseconds. */
const VERDICT_MS = 30;
const PATIENCE_MS = 4000;

export interface Place {
  page: Scene['page'];
  /** The watcher's end of the line; null without the gate. */
  line: Line<ToGate, FromGate> | null;
  received: () => Promise<Received[]>;
}

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${what}`);
    await new Promise((done) => setTimeout(done, 5));
  }
}

export async function play(behaviour: Behaviour, { page, line, received }: Place): Promise<Outcome> {
  const said: FromGate[] = [];
  line?.hear((message) => {
    said.push(message);
    if (message.say !== 'hold' || behaviour.watcher === 'is silent') return;
    const { id, moves } = message;
    line.post({ say: 'ack', id });
    if (behaviour.watcher === 'asks') line.post({ say: 'asking', id });
    else {
      const refuse = behaviour.watcher === 'refuses' ? { answer: REFUSAL, moves } : undefined;
      setTimeout(() => line.post({ say: 'settle', id, refuse }), VERDICT_MS);
    }
  });
  const holds = () => said.filter(({ say }) => say === 'hold').length;
  const arrived = (count: number) =>
    until(`${count} requests at the server`, async () => {
      const list = await received();
      return list.length >= count ? list : undefined;
    });
  const observed = await behaviour.act({
    page,
    said,
    tell: (message) => line?.post(message),
    received: (count = 0) => arrived(count),
    waiting: async (count = 1) => {
      if (line) await until(`${count} holds`, async () => (holds() >= count ? true : undefined));
      else await arrived(count);
    },
  });
  // What is wrongly sent later than seen would otherwise be missed.
  await new Promise((done) => setTimeout(done, VERDICT_MS));
  return { observed, holds: holds(), received: await received() };
}
