/** The harness in a real page: the watcher's end of the line, laid before any other script runs, and a way to play a behaviour. */
import { layLine } from '../../../lib/gate/channel';
import { behaviours } from './all';
import type { Outcome, Received } from './behaviour';
import { play } from './scene';

declare global {
  interface Window {
    /** Put there by the runner. */
    received: () => Promise<Received[]>;
    playBehaviour: (name: string, gated: boolean) => Promise<Outcome>;
  }
}

const line = layLine(window);

window.playBehaviour = async (name, gated) => {
  const behaviour = behaviours.find((each) => each.name === name);
  if (!behaviour) throw new Error(`No behaviour is called ${name}`);
  return play(behaviour, { page: window, line: gated ? line : null, received: () => window.received() });
};
